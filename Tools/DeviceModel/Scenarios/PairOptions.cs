using System.Text.Json;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>Pairs of patterns to show one after the other. It crosses into the run's own load context as JSON.</summary>
public sealed record PairOptions
{
    /// <summary>LEDs of each strip.</summary>
    public int Leds { get; init; } = Board.StripLeds;

    /// <summary>Columns of the grid that each strip hangs as; 0 for lines.</summary>
    public int GridWidth { get; init; }

    /// <summary>How much slower than the reference machine the chip is.</summary>
    public double K { get; init; } = 200;

    /// <summary>Names of the patterns on A and on B.</summary>
    public IReadOnlyList<string[]> Pairs { get; init; } = [];

    internal string ToJson() => JsonSerializer.Serialize(this);

    internal static PairOptions FromJson(string json) => JsonSerializer.Deserialize<PairOptions>(json)!;
}

/// <summary>What became of a pair while nobody asked for anything.</summary>
/// <param name="A">Pattern of strip A.</param>
/// <param name="B">Pattern of strip B.</param>
/// <param name="Fps">Frames a second of the slower strip.</param>
/// <param name="Torn">Frames that were garbled on either.</param>
public sealed record PairResult(string A, string B, double Fps, int Torn)
{
    // A second and a half are 90 frames: one may fall beyond its ends.
    private const double LeastFps = 59;

    /// <summary>Every frame was shown, and none of them garbled.</summary>
    public bool Holds => Fps >= LeastFps && Torn == 0;
}
