using System.Text.Json;

namespace NanoFirmware.Simulator;

/// <summary>The figures of a run: the report file, and what the views show while it runs.</summary>
public sealed record Report
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    /// <summary>How long the device has been running.</summary>
    public required double Seconds { get; init; }

    /// <summary>What the microphone hears.</summary>
    public required string Sound { get; init; }

    /// <summary>Both strips.</summary>
    public required ChannelReports Channels { get; init; }

    /// <summary>Snapshots published by the audio thread.</summary>
    public required long Snapshots { get; init; }

    /// <summary>Frames of both strips that were drawn from an older snapshot because the newest could not be had.</summary>
    public required long SnapshotMisses { get; init; }

    /// <summary>Samples that the firmware got from the microphone.</summary>
    public required long SamplesRead { get; init; }

    /// <summary>Samples that its queue lost before the firmware came for them.</summary>
    public required long SamplesLost { get; init; }

    /// <summary>
    /// Managed bytes that the audio and both render threads allocated, per frame of a strip; null before the warm-up is over.
    /// </summary>
    public required double? AllocatedBytesPerFrame { get; init; }

    /// <summary>
    /// How often the firmware restarted the board. Skipped, dropped and allocated count since the last start, all else since the
    /// first.
    /// </summary>
    public int Restarts { get; init; }

    /// <summary>What went wrong, a sentence each.</summary>
    public required IReadOnlyList<string> Faults { get; init; }

    /// <summary>
    /// What came too late because this computer had no time, in a sentence; null when nothing did. No board would be late for
    /// that.
    /// </summary>
    public string? BusyComputer
    {
        get
        {
            long frames = Channels.A.LateFrames + Channels.B.LateFrames;
            string[] parts = [.. Counted(frames, "frame", "late"), .. Counted(SamplesLost, "sample", "not heard")];
            return parts.Length == 0 ? null : "your PC was busy: " + string.Join(", ", parts);
        }
    }

    private static IEnumerable<string> Counted(long count, string what, string fate) =>
        count == 0 ? [] : [$"{count} {what}{(count == 1 ? "" : "s")} {fate}"];

    /// <summary>Writes the report as JSON, in place of what the file held.</summary>
    public void Write(string path) => File.WriteAllText(path, JsonSerializer.Serialize(this, Format) + "\n");
}

/// <summary>The figures of both strips.</summary>
public sealed record ChannelReports(ChannelReport A, ChannelReport B);

/// <summary>The figures of one strip.</summary>
public sealed record ChannelReport
{
    /// <summary>Frames latched by the LEDs.</summary>
    public required long Frames { get; init; }

    /// <summary>Mean rate from the first frame to the last.</summary>
    public required double Fps { get; init; }

    /// <summary>Rate in the worst second after the first.</summary>
    public required double FpsMin { get; init; }

    /// <summary>Rate of the last half second.</summary>
    public required double FpsNow { get; init; }

    /// <summary>From snapshot to send, as the firmware measures it, on this computer.</summary>
    public required double RenderUsMean { get; init; }

    /// <summary>99 % of the frames took no longer.</summary>
    public required double RenderUsP99 { get; init; }

    /// <summary>
    /// From the newest sample until the last LED has latched the frame drawn from it, on this computer; 0 when not known.
    /// </summary>
    public required double HeardToLatchedUsMean { get; init; }

    /// <summary>99 % of the frames took no longer.</summary>
    public required double HeardToLatchedUsP99 { get; init; }

    /// <summary>Frames whose wire buffer changed while it was sent.</summary>
    public required long TornFrames { get; init; }

    /// <summary>Pulses and resets outside the datasheet's limits.</summary>
    public required long TimingViolations { get; init; }

    /// <summary>Frames that the firmware let the channel skip, so that the audio could catch up or because it was late.</summary>
    public long SkippedFrames { get; init; }

    /// <summary>Frames that were drawn but not sent, because the strip was busy with the one before.</summary>
    public long DroppedFrames { get; init; }

    /// <summary>Those of the skipped ones that the device left out of its own will, being at half rate.</summary>
    public long RestedFrames { get; init; }

    internal long LateFrames => SkippedFrames + DroppedFrames - RestedFrames;
}
