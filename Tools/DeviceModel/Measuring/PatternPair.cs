namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>Two patterns, one on each strip, and what both take together in reference µs.</summary>
public sealed record PatternPair(string A, string B, double Us)
{
    /// <summary>Every pair of them once, dearest first; which of two is on A changes from pair to pair.</summary>
    public static IEnumerable<PatternPair> Of(IReadOnlyList<PairCost> costs)
    {
        var pairs = new List<PatternPair>();
        for (int one = 0; one < costs.Count; one++)
        {
            for (int other = one; other < costs.Count; other++)
            {
                (PairCost a, PairCost b) = (one + other) % 2 == 0 ? (costs[one], costs[other]) : (costs[other], costs[one]);
                pairs.Add(new PatternPair(a.Name, b.Name, a.Us + b.Us));
            }
        }

        return pairs.OrderByDescending(pair => pair.Us);
    }
}
