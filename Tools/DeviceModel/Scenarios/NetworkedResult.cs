using System.Text.Json;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>A lighting program that sends to the board. It crosses into the run's own load context as JSON.</summary>
public sealed record NetworkedOptions
{
    /// <summary>
    /// ddp, e131, artnet, wled; socket, which is the WebSocket; json, which is WLED's JSON over HTTP, one request a strip; local:
    /// the device draws by itself; usual: it does so in the way of published samples.
    /// </summary>
    public string Protocol { get; init; } = "ddp";

    /// <summary>LEDs of each of both strips; drawn in the usual way 180 or 300.</summary>
    public int Leds { get; init; } = 180;

    /// <summary>Pictures a second that are sent.</summary>
    public double Fps { get; init; } = 60;

    /// <summary>With gamma and brightness; else raw.</summary>
    public bool IsCorrected { get; init; }

    /// <summary>Length in virtual seconds.</summary>
    public double Seconds { get; init; } = 12;

    /// <summary>How much slower than the reference machine the chip is.</summary>
    public double K { get; init; } = 200;

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static NetworkedOptions FromJson(string json) => JsonSerializer.Deserialize<NetworkedOptions>(json)!;
}

/// <summary>What became of the pictures.</summary>
public sealed record NetworkedResult
{
    /// <summary>Pictures sent while counted, and those that both strips showed.</summary>
    public int Sent { get; init; }

    public int Shown { get; init; }

    /// <summary>New pictures a second on the slower strip.</summary>
    public double Fps { get; init; }

    /// <summary>
    /// From a picture's first byte, or the publication of what was heard, to the strip that takes it over last, ms; mean and 99th
    /// percentile.
    /// </summary>
    public double LatencyMs { get; init; }

    public double LatencyMsP99 { get; init; }

    /// <summary>Standard deviation of the time between two new pictures, ms.</summary>
    public double JitterMs { get; init; }

    /// <summary>
    /// Share of a second between a hop of sound and its two frames, percent, as the status says it; drawn in the usual way all
    /// but sleep.
    /// </summary>
    public double BusyPercent { get; init; }

    /// <summary>What is alive on the heap at the end, bytes.</summary>
    public long HeapBytes { get; init; }

    public int Torn { get; init; }
}
