using System.CommandLine;

namespace NanoFirmware.Bench.Walks;

/// <summary>`flashes`: seeded runs of four seconds, each counted by the rule of WCAG 2.3.1.</summary>
internal sealed class FlashesCommand : Command
{
    private readonly Option<int> _runs = new("--runs") { Description = "Runs.", DefaultValueFactory = _ => 10000 };
    private readonly Option<int> _seed =
        new("--seed") { Description = "Seed of the first; each next one has the next.", DefaultValueFactory = _ => 1 };

    internal FlashesCommand()
        : base("flashes", "Look for four flashes in a second, over patterns, links and changes.")
    {
        Options.Add(_runs);
        Options.Add(_seed);
        SetAction(Run);
    }

    private int Run(ParseResult arguments)
    {
        int runs = arguments.GetValue(_runs);
        int first = arguments.GetValue(_seed);
        int bad = 0;
        for (int seed = first; seed < first + runs; seed++)
        {
            string? excess = FlashRuns.Excess(seed);
            if (excess != null)
            {
                Console.WriteLine($"seed {seed}: four flashes in a second, strip {excess}");
                bad++;
            }
        }

        Console.WriteLine($"{bad} of {runs} runs flash more than three times in a second");
        return bad == 0 ? 0 : 1;
    }
}
