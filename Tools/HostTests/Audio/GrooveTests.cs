using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio.Songs;
using Groove = NanoFirmware.Bench.Audio.Songs.Groove;

namespace NanoFirmware.HostTests.Audio;

/// <summary>The rhythms that the ears learn from, and those that are kept from them.</summary>
[TestClass]
public sealed class GrooveTests
{
    private static readonly Groove[] All =
        [.. TaughtGrooves.All, .. HeldOutGrooves.All, .. HeldOutTernaryGrooves.All];

    [TestMethod]
    public void No_held_out_groove_is_taught()
    {
        var heldOut = HeldOutGrooves.All.Concat(HeldOutTernaryGrooves.All).ToArray();
        Assert.IsTrue(heldOut.All(groove => groove.IsHeldOut), "a groove that is held out does not say so");
        Assert.IsFalse(TaughtGrooves.All.Any(groove => groove.IsHeldOut), "a groove that is taught counts as held out");
        Assert.AreEqual(
            0,
            heldOut.Select(groove => groove.Name).Intersect(TaughtGrooves.All.Select(groove => groove.Name)).Count());
    }

    [TestMethod]
    public void Every_pattern_has_as_many_steps_as_its_bar_of_known_signs()
    {
        foreach (Groove groove in All)
        {
            foreach (string pattern in groove.Patterns.Values.SelectMany(patterns => patterns))
            {
                Assert.AreEqual(groove.Steps, pattern.Length, groove.Name);
                Assert.IsTrue(pattern.All("xXosb.".Contains), groove.Name);
            }
        }
    }

    [TestMethod]
    public void A_seed_gives_the_same_song_every_time()
    {
        BandSong one = new(TaughtGrooves.All, 12);
        BandSong same = new(TaughtGrooves.All, 12);
        BandSong other = new(TaughtGrooves.All, 13);
        CollectionAssert.AreEqual(one.Samples, same.Samples);
        CollectionAssert.AreNotEqual(one.Samples, other.Samples);
        Assert.IsTrue(
            one.Beats.Zip(one.Beats.Skip(1), (a, b) => b > a).All(rises => rises), "beats do not follow each other in time");
    }

    [TestMethod]
    public void A_crossed_rhythm_takes_each_voice_from_a_taught_one_of_its_metre()
    {
        int crossed = 0;
        for (long seed = 0; seed < 200; seed++)
        {
            Groove groove = CrossedGrooves.Make(seed);
            var mates = TaughtGrooves.All
                .Where(mate => mate.BeatsPerBar == groove.BeatsPerBar && mate.Steps == groove.Steps).ToArray();
            foreach ((Voice voice, string[] patterns) in groove.Patterns)
            {
                Assert.IsTrue(mates.Any(mate => mate.Patterns.GetValueOrDefault(voice) == patterns), $"{seed}: {voice}");
            }

            bool isTaught = mates.Any(mate =>
                groove.Patterns.All(own => mate.Patterns.GetValueOrDefault(own.Key) == own.Value));
            crossed += isTaught ? 0 : 1;
        }

        Assert.IsTrue(crossed > 150, $"{crossed} of 200 are no taught rhythm");
    }
}
