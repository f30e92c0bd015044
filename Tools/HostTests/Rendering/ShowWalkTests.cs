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

    // What ran a fourth time in a second while the guard knew a third of the pixels, and 80 % not to the percent.
    [TestMethod]
    [DataRow(990)]
    [DataRow(1674)]
    [DataRow(1846)]
    [DataRow(2070)]
    [DataRow(2111)]
    public void A_picture_finer_than_what_the_guard_samples_flashes_no_more_often(int seed) =>
        Assert.IsNull(FlashRuns.Excess(seed), $"seed {seed}");
}
