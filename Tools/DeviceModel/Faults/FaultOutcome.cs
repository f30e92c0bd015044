using System.Text.Json;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>What was seen of the device from one start to the next.</summary>
internal sealed record FaultOutcome
{
    /// <summary>How long it ran, virtual seconds.</summary>
    public double Seconds { get; init; }

    /// <summary>It restarted itself at the end.</summary>
    public bool Rebooted { get; init; }

    /// <summary>Why it was not watched to its end; null when it was.</summary>
    public string? GaveUp { get; init; }

    /// <summary>Starts of all frames of strip A and of strip B, µs.</summary>
    public long[][] FramesUs { get; init; } = [];

    public int TornFrames { get; init; }

    public long SamplesLost { get; init; }

    /// <summary>Frames of old pixels, since the heap was compacted under a transmitter.</summary>
    public long StaleFrames { get; init; }

    /// <summary>When the last of them was sent, s.</summary>
    public double StaleUntilS { get; init; }

    /// <summary>Requests that nobody accepted.</summary>
    public int Unaccepted { get; init; }

    public WebAnswer[] Answers { get; init; } = [];

    /// <summary>Threads that ended by an exception.</summary>
    public string[] Deaths { get; init; } = [];

    /// <summary>What lies on the drive at the end.</summary>
    public string[] Files { get; init; } = [];

    /// <summary>What the fault itself noted.</summary>
    public string[] Notes { get; init; } = [];

    /// <summary>What the log says, newest first.</summary>
    internal string[] Log => Last("/api/log") is { } log
        ? [.. log.GetProperty("events").EnumerateArray().Select(e => e.GetProperty("event").GetString()!)]
        : [];

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static FaultOutcome FromJson(string json) => JsonSerializer.Deserialize<FaultOutcome>(json)!;

    /// <summary>Frames a second of a strip within these seconds.</summary>
    internal double Fps(int strip, double fromS, double toS) =>
        FramesUs[strip].Count(us => us >= fromS * 1e6 && us < toS * 1e6) / (toS - fromS);

    /// <summary>The longest time without a frame within these seconds, both ends included, ms.</summary>
    internal double LongestGapMs(int strip, double fromS, double toS)
    {
        double last = fromS * 1e6;
        double longest = 0;
        foreach (double us in FramesUs[strip].Where(us => us >= fromS * 1e6 && us < toS * 1e6).Select(us => (double)us)
            .Append(toS * 1e6))
        {
            longest = Math.Max(longest, us - last);
            last = us;
        }

        return longest / 1000;
    }

    /// <summary>The last good answer to a path.</summary>
    internal JsonElement? Last(string path)
    {
        WebAnswer? answer = Answers.LastOrDefault(a => a.Path == path && a.Status == 200);
        return answer == null ? null : JsonDocument.Parse(answer.Text).RootElement;
    }
}
