using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What every pattern draws from the fixed song, against what was accepted (docs/patterns.md says how).</summary>
[TestClass]
public sealed class GoldenFrameTests
{
    private static readonly IReadOnlyList<(string Name, byte[][] Frames)> Films = GoldenFrames.Films();

    [TestMethod]
    public void Every_pattern_draws_what_was_accepted()
    {
        string accepted = File.ReadAllText(Path.Combine(Repository.Root(), GoldenFrames.RelativePath));

        Assert.AreEqual(accepted, GoldenFrames.Text(Films), "accept an intended change: see docs/patterns.md");
    }

    [TestMethod]
    public void No_two_patterns_draw_alike()
    {
        Assert.AreEqual(Films.Count, Films.Select(film => GoldenFrames.HashOf(film.Frames)).Distinct().Count());
    }

    [TestMethod]
    public void Every_pattern_shows_something_and_moves_or_says_that_it_does_not()
    {
        foreach ((string name, byte[][] frames) in Films)
        {
            double lit = frames.Average(frame => frame.Count(part => part > 4) / (double)frame.Length);
            Assert.IsTrue(lit > 0.004, $"{name} is dark: {lit:0.0000}");
            int changes = frames.Zip(frames.Skip(1)).Count(pair => !pair.First.AsSpan().SequenceEqual(pair.Second));
            Assert.IsTrue(name == "solid" ? changes == 0 : changes > 30, $"{name} stands still: {changes}");
        }
    }
}
