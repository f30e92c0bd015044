using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio.Training;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class TrainingTests
{
    private static readonly NanoFirmware.Bench.Audio.Training.Groove[] All =
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
    public void Rhythms_that_nothing_was_taught_on_are_followed_nearly_as_well_as_taught_ones()
    {
        double beatF = HeldOutScore.BeatF(HeldOutGrooves.All, HeldOutScore.Songs);
        Assert.IsTrue(beatF >= 0.86, $"beat F {beatF:0.000} of the sixteen held-out grooves");
    }

    [TestMethod]
    public void Every_pattern_has_as_many_steps_as_its_bar_of_known_signs()
    {
        foreach (NanoFirmware.Bench.Audio.Training.Groove groove in All)
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
            NanoFirmware.Bench.Audio.Training.Groove groove = CrossedGrooves.Make(seed);
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

    [TestMethod]
    public void Training_learns_a_rule_and_pruning_keeps_it()
    {
        // Of three guesses the one whose first feature is well above its second is right; the others say nothing.
        var random = new SeededRandom(1);
        Guess[] Search()
        {
            int right = random.Next(3);
            return Enumerable.Range(0, 3).Select(i =>
            {
                float[] features = Enumerable.Range(0, 6).Select(_ => (float)random.NextNormal()).ToArray();
                features[0] = features[1] + (i == right ? 1 : -1);
                return new Guess(features, i == right);
            }).ToArray();
        }

        List<Guess[]> known = Enumerable.Range(0, 4000).Select(_ => Search()).ToList();
        List<Guess[]> unknown = Enumerable.Range(0, 200).Select(_ => Search()).ToList();
        var network = new TrainingNetwork(6, 4, random);
        double before = Trainer.Accuracy(network, unknown);
        var trainer = new Trainer(network, known, random);
        trainer.Train(6);
        network.Prune(8);
        trainer.Train(6);
        Assert.IsTrue(before < 0.9, $"{before:0.00} untrained");
        Assert.IsTrue(Trainer.Accuracy(network, unknown) > 0.95, $"{Trainer.Accuracy(network, unknown):0.00}");
        Assert.AreEqual(16, network.Parameters.Take(network.Weights).Count(weight => weight == 0));
    }
}
