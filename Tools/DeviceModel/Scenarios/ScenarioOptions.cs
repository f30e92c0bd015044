using System.Text.Json;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>What to run. It crosses into the run's own load context as JSON.</summary>
public sealed record ScenarioOptions
{
    /// <summary>The scenario's name.</summary>
    public string Scenario { get; init; } = "idle";

    /// <summary>Length in virtual seconds.</summary>
    public double Seconds { get; init; } = 60;

    /// <summary>How much slower than the reference machine the chip is; null: as the scenario says.</summary>
    public double? K { get; init; }

    /// <summary>What the microphone hears: silence, sine:HZ, noise, click:BPM, sweep or song.</summary>
    public string Signal { get; init; } = "song";

    /// <summary>A WAV file to hear instead.</summary>
    public string? Wav { get; init; }

    /// <summary>LEDs of strip A; 0 for none.</summary>
    public int LedsA { get; init; } = Board.StripLeds;

    /// <summary>LEDs of strip B; 0 for none.</summary>
    public int LedsB { get; init; } = Board.StripLeds;

    /// <summary>The pattern that both strips show from the first frame on; null for their own.</summary>
    public string? Pattern { get; init; }

    /// <summary>What the device remembers when it starts, as JSON of /api/state; null for a new one.</summary>
    public string? Settings { get; init; }

    /// <summary>Where the timeline begins, virtual ms.</summary>
    public double TimelineFromMs { get; init; } = 5000;

    /// <summary>How long the timeline is, ms.</summary>
    public double TimelineMs { get; init; } = 200;

    /// <summary>Bytes of managed heap: about 7 MB with PSRAM, 100 KB without.</summary>
    public long HeapBytes { get; init; } = 7_000_000;

    /// <summary>A static method of Subjects to run instead of the firmware's Main, as Namespace.Type::Method.</summary>
    public string? Subject { get; init; }

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static ScenarioOptions FromJson(string json) => JsonSerializer.Deserialize<ScenarioOptions>(json)!;
}
