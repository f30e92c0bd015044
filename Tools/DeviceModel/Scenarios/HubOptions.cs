using System.Text.Json;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>A hub with a serial sensor and clients that watch it. It crosses into the run's own load context as JSON.</summary>
public sealed record HubOptions
{
    /// <summary>Length in virtual seconds.</summary>
    public double Seconds { get; init; } = 30;

    /// <summary>Web clients, each of which asks every five seconds.</summary>
    public int Clients { get; init; } = 1;

    /// <summary>How much slower than the reference machine the chip is.</summary>
    public double K { get; init; } = 200;

    /// <summary>The upload in the middle is kept in flash, as a backup is; else it is checked and refused.</summary>
    public bool IsKept { get; init; }

    /// <summary>Every second frame is left out, so that there is time for more who ask.</summary>
    public bool IsLite { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static HubOptions FromJson(string json) => JsonSerializer.Deserialize<HubOptions>(json)!;
}

/// <summary>What a hub did.</summary>
public sealed record HubResult
{
    /// <summary>Numbers that the sensor said while it was listened to, and those that were taken.</summary>
    public long Said { get; init; }

    public long Taken { get; init; }

    /// <summary>Numbers that are missing, as the firmware counts them.</summary>
    public long Dropped { get; init; }

    /// <summary>Lines that were no number, and times that the ring was full.</summary>
    public int BadLines { get; init; }

    public int Overruns { get; init; }

    /// <summary>Peaks of both sensors, and pulses on the pin.</summary>
    public int Peaks { get; init; }

    public int Pulses { get; init; }

    /// <summary>The greatest difference of a pulse's width from what was asked for, in ticks of 1 µs.</summary>
    public double WidthErrorTicks { get; init; }

    /// <summary>From a peak's hop to its pulse, the longest of each sensor.</summary>
    public int MicrophoneLatencyUs { get; init; }

    public int SerialLatencyUs { get; init; }

    /// <summary>Frames a second of the slower strip, and torn frames of both.</summary>
    public double Fps { get; init; }

    public int Torn { get; init; }

    /// <summary>Requests that were answered with 200, and that were turned away.</summary>
    public int Answered { get; init; }

    public int TurnedAway { get; init; }

    /// <summary>Share of the chip that ears and light take, in percent.</summary>
    public int BusyPercent { get; init; }

    /// <summary>Every number taken, and every peak a pulse of the right width.</summary>
    public bool IsWhole => Dropped == 0 && Taken == Said && BadLines == 0 && Overruns == 0 && Pulses == Peaks && Peaks > 0
        && WidthErrorTicks == 0;
}
