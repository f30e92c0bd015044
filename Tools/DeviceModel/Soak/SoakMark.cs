using System.Text.Json;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Soak;

/// <summary>Figures at one moment of a soak: what the firmware counts, beside what the model knows.</summary>
public sealed record SoakMark
{
    /// <summary>Virtual seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>Live heap, between two requests.</summary>
    public long LiveBytes { get; init; }

    public int Collections { get; init; }

    public int FramesA { get; init; }

    public int FramesB { get; init; }

    public int SkippedA { get; init; }

    public int SkippedB { get; init; }

    public int DroppedA { get; init; }

    public int DroppedB { get; init; }

    /// <summary>Transmissions that the board's RMT was asked for, both strips.</summary>
    public long Transmissions { get; init; }

    public int Snapshots { get; init; }

    public int SnapshotMisses { get; init; }

    public long SamplesRead { get; init; }

    public long SamplesLost { get; init; }

    /// <summary>Samples that the microphone has delivered to the driver.</summary>
    public long SamplesProduced { get; init; }

    /// <summary>Samples lost as the driver knows it.</summary>
    public long DriverLost { get; init; }

    public int Requests { get; init; }

    public int Refused { get; init; }

    /// <summary>Requests that clients sent and that were accepted, the device's own to itself among them.</summary>
    public int Served { get; init; }

    public int LoopRestarts { get; init; }

    public int WebRestarts { get; init; }

    public int Stalls { get; init; }

    public int Events { get; init; }

    public int Faults { get; init; }

    /// <summary>What does not fit together; empty when all does.</summary>
    public string[] Contradictions { get; init; } = [];

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static SoakMark FromJson(string json) => JsonSerializer.Deserialize<SoakMark>(json)!;

    internal static SoakMark Of(ModelledBoard board)
    {
        Device device = Program.Device;
        var mark = new SoakMark
        {
            Seconds = board.Clock.NowPs / 1e12,
            LiveBytes = Heap.LiveBytes(),
            Collections = Heap.Collections,
            FramesA = device.ChannelA.Output.Metrics.Frames,
            FramesB = device.ChannelB.Output.Metrics.Frames,
            SkippedA = device.FrameA.Skipped,
            SkippedB = device.FrameB.Skipped,
            DroppedA = device.ChannelA.Output.Metrics.Dropped,
            DroppedB = device.ChannelB.Output.Metrics.Dropped,
            Transmissions = board.Board.Rmt.Lines.Sum(l => l.FramesSent),
            Snapshots = device.Audio.Snapshots,
            SnapshotMisses = device.RenderA.SnapshotMisses + device.RenderB.SnapshotMisses,
            SamplesRead = device.Audio.Microphone?.SamplesRead ?? -1,
            SamplesLost = device.Audio.SamplesLost,
            SamplesProduced = board.Board.I2s.SamplesProduced,
            DriverLost = board.Board.I2s.SamplesLost,
            Requests = Program.Supervisor.Requests.Arrived,
            Refused = Program.Supervisor.Requests.Refused,
            Served = board.Web.Served,
            LoopRestarts = Program.Supervisor.Loops.Sum(l => l.Restarts),
            WebRestarts = Program.Supervisor.Requests.ServerRestarts,
            Stalls = Program.Supervisor.Load.Stalls,
            Events = Program.Supervisor.Log.Count,
            Faults = device.Audio.Faults + device.ChannelA.Output.Metrics.Faults + device.ChannelB.Output.Metrics.Faults
                + device.Settings.Faults + Program.Supervisor.Faults,
        };
        return mark with { Contradictions = [.. mark.Contradict()] };
    }

    // Frames in flight: one snapshot may be out that a strip has not answered yet.
    private IEnumerable<string> Contradict()
    {
        const int InFlight = 1;
        if (
            Math.Abs(Snapshots - FramesA - SkippedA - DroppedA) > InFlight
                || Math.Abs(Snapshots - FramesB - SkippedB - DroppedB) > InFlight)
        {
            yield return $"{Snapshots} snapshots, but {FramesA} + {SkippedA} + {DroppedA} frames of A, {FramesB} + {SkippedB} + "
                + $"{DroppedB} of B";
        }

        if (Math.Abs(Transmissions - FramesA - FramesB) > InFlight)
        {
            yield return $"{Transmissions} transmissions, but {FramesA} + {FramesB} frames";
        }

        if (Math.Abs(SamplesRead - (256L * Snapshots)) > 256)
        {
            yield return $"{SamplesRead} samples read, but {Snapshots} snapshots";
        }

        if (SamplesLost != DriverLost)
        {
            yield return $"{SamplesLost} samples lost, but {DriverLost} by the driver";
        }

        if (Requests != Served)
        {
            yield return $"{Requests} requests, but {Served} served";
        }

        if (
            new long[] { FramesA, FramesB, SkippedA, SkippedB, Snapshots, SamplesRead, SamplesLost, Requests, Refused,
                Stalls }.Any(n => n < 0))
        {
            yield return "a counter is negative";
        }
    }
}
