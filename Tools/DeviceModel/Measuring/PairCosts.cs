using NanoFirmware.DeviceModel.Weaving;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What a frame of each pattern that can be chosen costs on a strip of some length, along it or on a grid.</summary>
public static class PairCosts
{
    /// <summary>Measures each once, on music, dearest first.</summary>
    /// <param name="leds">The strip's pixels.</param>
    /// <param name="gridWidth">Columns of the grid that it hangs as; 0 for a line.</param>
    /// <param name="frames">Frames of each.</param>
    /// <param name="afterEach">Called after each pattern.</param>
    public static PairCost[] Measure(int leds, int gridWidth, int frames = 30, Action? afterEach = null)
    {
        var context = new WovenContext();
        string[] names = (string[])context.Call(typeof(PatternMeter), nameof(PatternMeter.NamesOn), gridWidth > 0)!;
        double[] us = (double[])context.Call(
            typeof(PatternMeter), nameof(PatternMeter.MeansInside), frames, leds, gridWidth, afterEach)!;
        return [.. names.Select((name, i) => new PairCost(name, us[i])).OrderByDescending(cost => cost.Us)];
    }

    /// <summary>How many patterns can be chosen there.</summary>
    public static int CountOn(bool grid) => PatternMeter.NamesOn(grid).Length;
}

/// <summary>A pattern and its mean frame in reference µs.</summary>
public sealed record PairCost(string Name, double Us);
