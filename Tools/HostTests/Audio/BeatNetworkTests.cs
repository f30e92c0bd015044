using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Generator;

namespace NanoFirmware.HostTests.Audio;

[TestClass]
public class BeatNetworkTests
{
    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web);
    private static readonly string Weights = File.ReadAllText(
        Path.Combine(Repository.Root(), "Tools/Generator/beat-network.json"));

    [TestMethod]
    public void The_straight_code_gives_what_the_weights_say()
    {
        BeatNetworkWeights network = JsonSerializer.Deserialize<BeatNetworkWeights>(Weights, Format)!;
        var random = new Random(3);
        for (int i = 0; i < 200; i++)
        {
            int[] features = Enumerable.Range(0, BeatRater.FeatureCount).Select(_ => random.Next(-64, 129)).ToArray();
            double sum = network.OutputBias;
            for (int unit = 0; unit < network.Bias.Length; unit++)
            {
                sum += network.Output[unit] * Math.Max(
                    0, network.Bias[unit] + network.Weights[unit].Zip(features, (weight, feature) => weight * feature).Sum());
            }

            Assert.AreEqual(sum, BeatNetwork.Rate(features), 0.01);
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
    public void Weights_that_do_not_fit_are_refused(string json) =>
        Assert.ThrowsExactly<FormatException>(() => BeatNetworkWriter.Write(json));
}
