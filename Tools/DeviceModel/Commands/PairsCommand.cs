using System.CommandLine;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;
using static System.FormattableString;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>Which pairs of patterns hold 60 frames a second on long strips.</summary>
internal sealed class PairsCommand : Command
{
    private readonly Option<int> _leds = new("--leds") { Description = "LEDs of each strip.", DefaultValueFactory = _ => 300 };
    private readonly Option<int> _grid =
        new("--grid") { Description = "Columns of the grid that each strip hangs as; 0 for lines." };
    private readonly Option<bool> _ample = new("--ample") { Description = "The supply carries all that is drawn." };
    private readonly Option<double> _k = ModelOptions.K();
    private readonly Option<int> _dearest = new("--dearest")
    {
        Description = "Only so many of the dearest pairs; all by default.",
        DefaultValueFactory = _ => int.MaxValue,
    };

    private readonly Option<int> _every = new("--every")
    {
        Description = "Only one of so many pairs, from the dearest to the cheapest.",
        DefaultValueFactory = _ => 1,
    };

    internal PairsCommand()
        : base(
            "pairs",
            "Each pair of patterns for a while on two strips of equal length, while nobody asks: frames a second and torn ones.")
    {
        Add(_leds);
        Add(_grid);
        Add(_ample);
        Add(_k);
        Add(_dearest);
        Add(_every);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        int leds = line.GetValue(_leds);
        int columns = line.GetValue(_grid);
        PairCost[] costs = ProgressDisplay.Show(
            "patterns", PairCosts.CountOn(columns > 0),
            progress => PairCosts.Measure(leds, columns, line.GetValue(_ample), afterEach: progress.Advance));
        foreach (PairCost cost in costs)
        {
            WriteLine($"{cost.Name,-20} {cost.Us,7:0.00} µs");
        }

        WriteLine($"mean of {costs.Length} patterns {costs.Average(cost => cost.Us):0.00} µs");
        PatternPair[] pairs = 
        [
            .. PatternPair.Of(costs).Where((_, rank) => rank % line.GetValue(_every) == 0).Take(line.GetValue(_dearest)),
        ];
        var options = new PairOptions
        {
            Leds = leds,
            GridWidth = columns,
            IsAmple = line.GetValue(_ample),
            K = line.GetValue(_k),
            Pairs = [.. pairs.Select(pair => new[] { pair.A, pair.B })],
        };
        PairResult[] results = ProgressDisplay.Show("pairs", pairs.Length, progress => PairRun.Run(options, progress.Advance));
        for (int i = 0; i < results.Length; i++)
        {
            if (!results[i].Holds)
            {
                WriteLine(
                    $"{pairs[i].A} and {pairs[i].B}, {pairs[i].Us:0.0} µs: {results[i].Fps:0.0} frames a second, ",
                    $"{results[i].Torn} torn");
            }
        }

        int held = results.Count(result => result.Holds);
        WriteLine(
            $"{held} of {results.Length} pairs hold 60 frames a second; the dearest of them takes ",
            $"{DearestHeld(pairs, results):0.0} µs");
        return held == results.Length ? 0 : 1;
    }

    private static double DearestHeld(PatternPair[] pairs, PairResult[] results) =>
        pairs.Where((_, i) => results[i].Holds).Select(pair => pair.Us).DefaultIfEmpty(0).Max();

    private static void WriteLine(params FormattableString[] parts) =>
        Console.WriteLine(string.Concat(parts.Select(Invariant)));
}
