using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Walks;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>The bench's seeded walks in short; docs/reliability.md says how to go them whole.</summary>
[TestClass]
public sealed class ShowWalkTests
{
    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void A_random_walk_over_all_controls_stays_within_all_limits(int seed)
    {
        using var walk = new ShowWalk(seed);
        IReadOnlyList<string> problems = walk.Go(500);

        Assert.AreEqual(0, problems.Count, string.Join('\n', problems.Take(10)));
    }

    [TestMethod]
    public void No_seeded_run_flashes_more_than_three_times_a_second()
    {
        string[] bad = [.. Enumerable.Range(1, 120).Where(seed => FlashRuns.Excess(seed) != null).Select(seed => $"{seed}")];

        Assert.AreEqual(0, bad.Length, $"seeds {string.Join(", ", bad)}");
    }
}
