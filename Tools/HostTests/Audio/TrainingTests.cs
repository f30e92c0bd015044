using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio.Songs;
using NanoFirmware.Bench.Audio.Training;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>How the network that rates beats learns, and what it makes of rhythms that it was never taught.</summary>
[TestClass]
public class TrainingTests
{
    [TestMethod]
    public void Rhythms_that_nothing_was_taught_on_are_followed_nearly_as_well_as_taught_ones()
    {
        double beatF = HeldOutScore.BeatF(HeldOutGrooves.All, HeldOutScore.Songs);
        Assert.IsTrue(beatF >= 0.86, $"beat F {beatF:0.000} of the sixteen held-out grooves");
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
