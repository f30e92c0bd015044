using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class BeatNetworkTests
{
    private const int Tempo = 24;

    private static readonly string Weights = File.ReadAllText(
        Path.Combine(Repository.Root(), "Tools/Generator/beat-network.json"));

    [TestMethod]
    [DataRow(0, 10f)]
    [DataRow(1, 15f)]
    [DataRow(2, 30f)]
    public void The_straight_code_gives_what_the_weights_say(int part, float period)
    {
        BeatNetworkWeights network = BeatNetworkWriter.Read(Weights)[part];
        var rater = new BeatRater(new PulseHistory(), new PeriodFinder().Correlator);
        rater.Begin(1, 0);
        rater.Relate(period);
        int tempo = rater.Features[Tempo];
        var random = new Random(3);
        for (int i = 0; i < 200; i++)
        {
            int[] features = Enumerable.Range(0, BeatRater.FeatureCount).Select(_ => random.Next(-64, 257)).ToArray();
            features[Tempo] = tempo;
            features.CopyTo(rater.Features, 0);
            double sum = network.OutputBias;
            for (int unit = 0; unit < network.Bias.Length; unit++)
            {
                sum += network.Output[unit] * Math.Max(
                    0, network.Bias[unit] + network.Weights[unit].Zip(features, (weight, feature) => weight * feature).Sum());
            }

            Assert.AreEqual(part, BeatRater.PartOf(features));
            Assert.AreEqual(sum, rater.Rate(), 0.02);
        }
    }

    [TestMethod]
    public void The_code_in_the_firmware_is_the_generated_one() =>
        Assert.AreEqual(
            BeatNetworkWriter.Write(Weights),
            File.ReadAllText(Path.Combine(Repository.Root(), "Firmware/Ears/Audio/BeatNetwork.g.cs")));

    [TestMethod]
    [DataRow("{\"weights\": [[1, 2], [3]], \"bias\": [0, 0], \"output\": [1, 1], \"outputBias\": 0}")]
    [DataRow("{\"weights\": [[1, 200]], \"bias\": [0], \"output\": [1], \"outputBias\": 0}")]
    public void Weights_that_do_not_fit_are_refused(string network)
    {
        const string good = "{\"weights\": [[1, 2]], \"bias\": [0], \"output\": [1], \"outputBias\": 0}";
        Assert.ThrowsExactly<FormatException>(() => BeatNetworkWriter.Write($"[{good}, {network}, {good}]"));
        Assert.ThrowsExactly<FormatException>(() => BeatNetworkWriter.Write($"[{good}, {good}]"));
        Assert.IsNotEmpty(BeatNetworkWriter.Write($"[{good}, {good}, {good}]"));
    }
}
