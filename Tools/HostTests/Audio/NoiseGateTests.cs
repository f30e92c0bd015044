using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>Noise is learnt, whatever came before it, and what is louder than any noise is shown.</summary>
[TestClass]
public sealed class NoiseGateTests
{
    private const double FullScalePower = 536870912;
    private const int HopsPerSecond = 60;

    [TestMethod]
    [DataRow(-65.5)]
    [DataRow(-65.0)]
    [DataRow(-64.0)]
    [DataRow(-63.0)]
    [DataRow(-62.2)]
    public void Steady_noise_below_62_dB_ends_dark(double noiseDb)
    {
        var gate = new NoiseGate();

        Assert.IsFalse(OpenAfter(gate, 20, noiseDb), $"the gate stands open at {noiseDb} dBFS");
    }

    [TestMethod]
    public void Noise_is_learnt_after_digital_zeros_too()
    {
        var gate = new NoiseGate();
        for (int hop = 0; hop < 3 * HopsPerSecond; hop++)
        {
            gate.IsOpen(0f, 0f, 0f, false);
        }

        Assert.IsFalse(OpenAfter(gate, 10, -64), "ten seconds of noise after three of zeros");
    }

    [TestMethod]
    public void Sound_above_any_noise_stays_visible()
    {
        Assert.IsTrue(OpenAfter(new NoiseGate(), 120, -61.5), "steady sound");
    }

    [TestMethod]
    public void A_moment_3_dB_lower_does_not_close_the_gate()
    {
        var gate = new NoiseGate();
        OpenAfter(gate, 5, -61);

        Assert.IsTrue(OpenAfter(gate, 1, -64), "closed within a second");
    }

    private static bool OpenAfter(NoiseGate gate, int seconds, double levelDb)
    {
        bool open = false;
        for (int hop = 0; hop < seconds * HopsPerSecond; hop++)
        {
            open = gate.IsOpen((float)(FullScalePower * Math.Pow(10, levelDb / 10)), 0f, 0f, false);
        }

        return open;
    }
}
