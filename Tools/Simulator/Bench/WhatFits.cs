using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Simulator.Bench;

/// <summary>
/// What a board has room and time for, reckoned from the costs of the patterns that the firmware itself goes by: nothing is run
/// for it, and nothing was measured on a board.
/// </summary>
public static class WhatFits
{
    /// <summary>Boards by their PSRAM, and the managed heap that the runtime has there, in KB (docs/platform.md).</summary>
    public static readonly (string Name, int HeapKb)[] Boards =
        [("no PSRAM", 100), ("QUAD", 800), ("OCTAL", 7000)];

    /// <summary>Where the light comes from.</summary>
    public static readonly string[] Inputs = ["microphone", "network", "none"];

    // Reference µs of a hop of the ears, and of both strips of 180 from the network with gamma and brightness
    // (docs/performance.md).
    private const double EarsUs = 26.0;
    private const double NetworkUs = 52.8;
    private const int NetworkLeds = 360;

    // Two patterns that take more than 42 beside the ears get fewer frames: requests, switching and the runtime have the rest.
    private const double MostUs = EarsUs + 42;

    // Of those for lines: on 180 LEDs wings take 0.02 more, on 300 and 384 comets 0.3 and 0.1.
    private const string Dearest = "aurora";

    // The costs were taken on 180 LEDs, those of grids on strips of 300. An LED more adds what it adds to the dearest pattern at
    // the power limit of a new device: two of them take 25.9 on 180 LEDs each, 35.3 on 300 and 40.7 on 384. Patterns that draw
    // only what changes grow less: two of tiles take 29.1 on 384.
    private const int LineLeds = 180;
    private const int GridLeds = 300;
    private const double AnLed = 0.0029;

    // Live heap by the model: 70,032 bytes with two strips of 60, 73,632 with two of 180, 79,992 with two of 384.
    private const double HeapBytes = 68200;
    private const double LedBytes = 15.4;
    private const double NetworkKb = 11;

    private const int FewFps = 40;

    /// <summary>Names of the patterns, as the catalogue numbers them.</summary>
    public static string[] Patterns => PatternCatalog.NamesFor(PatternCatalog.CountOnPanels);

    /// <summary>How many frames a second each strip gets, and what is left of the heap.</summary>
    /// <param name="board">One of <see cref="Boards"/>.</param>
    /// <param name="input">One of <see cref="Inputs"/>.</param>
    /// <param name="a">LEDs and pattern of strip A.</param>
    /// <param name="b">The same of strip B; no LEDs where there is none.</param>
    public static Fit Reckon(int board, int input, (int Leds, int Pattern) a, (int Leds, int Pattern) b)
    {
        int leds = a.Leds + b.Leds;
        bool isNetwork = Inputs[input] == "network";
        double heardUs = Inputs[input] == "microphone" ? EarsUs : 0;
        double drawnUs = isNetwork ? NetworkUs * leds / NetworkLeds : StripUs(a) + StripUs(b);
        double us = heardUs + drawnUs;
        double fps = us > MostUs ? Board.FrameRateHz * MostUs / us : Board.FrameRateHz;

        // Evenly at half the rate is better than unevenly at little more: the load guard's choice.
        fps = fps < FewFps ? Board.FrameRateHz / 2 : fps;
        double takenKb = (HeapBytes + (LedBytes * leds)) / 1024 + (isNetwork ? NetworkKb : 0);
        bool isPossible = Math.Max(a.Leds, b.Leds) <= Board.MostLeds && leds <= Board.MostLedsTogether;
        return new Fit(
            isPossible, Shown(a.Leds, fps), Shown(b.Leds, fps), Math.Round(us, 1), Math.Round(takenKb), Boards[board].HeapKb);
    }

    /// <summary>The table of docs/performance.md: what two strips of some length get, with each board's room.</summary>
    public static IEnumerable<string> Table()
    {
        yield return $"| strips | solid on both | spectrum, wings | the dearest, {Dearest} | from the network | heap taken, KB "
            + "| left: no PSRAM |";
        yield return "|---|---|---|---|---|---|---|";
        foreach ((int a, int b) in new[] { (60, 0), (180, 0), (60, 60), (180, 180), (300, 300), (384, 384), (600, 168) })
        {
            Fit Of(string input, string one, string other) => Reckon(
                0, Array.IndexOf(Inputs, input), (a, Array.IndexOf(Patterns, one)), (b, Array.IndexOf(Patterns, other)));
            Fit net = Of("network", "solid", "solid");
            Fit solid = Of("microphone", "solid", "solid");
            string[] cells =
            [
                b == 0 ? $"{a}" : $"{a} + {b}", solid.Rate, Of("microphone", "spectrum", "wings").Rate,
                Of("microphone", Dearest, Dearest).Rate, net.Rate, $"{solid.TakenKb:0}, network {net.TakenKb:0}",
                $"{solid.LeftKb:0} KB, network {net.LeftKb:0}",
            ];
            yield return "| " + string.Join(" | ", cells) + " |";
        }
    }

    private static double StripUs((int Leds, int Pattern) strip)
    {
        if (strip.Leds == 0)
        {
            return 0;
        }

        int usual = strip.Pattern < PatternCatalog.Count ? LineLeds : GridLeds;
        double us = LayerCost.OfPattern(strip.Pattern) / 10.0 * (1 + ((strip.Leds - usual) * AnLed));
        return strip.Leds > Board.MostLedsAtFullRate ? us / 2 : us;
    }

    private static int Shown(int leds, double fps) => leds switch
    {
        0 => 0,
        > Board.MostLedsAtFullRate => (int)Math.Min(fps, Board.FrameRateHz / 2),
        _ => (int)fps,
    };
}

/// <summary>What is left of a board's time and room.</summary>
/// <param name="IsPossible">The firmware takes strips of these lengths.</param>
/// <param name="FpsA">Frames a second of strip A.</param>
/// <param name="FpsB">Of strip B; 0 without one.</param>
/// <param name="Us">Reference µs of a frame, ears and both strips.</param>
/// <param name="TakenKb">Live heap.</param>
/// <param name="HeapKb">All of it.</param>
public sealed record Fit(bool IsPossible, int FpsA, int FpsB, double Us, double TakenKb, int HeapKb)
{
    /// <summary>What is left for requests and options.</summary>
    public double LeftKb => HeapKb - TakenKb;

    /// <summary>Both rates, or one where they are the same.</summary>
    public string Rate => FpsB == 0 || FpsA == FpsB ? $"{FpsA}" : $"{FpsA} / {FpsB}";
}
