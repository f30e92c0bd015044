using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Control;

namespace NanoFirmware.HostTests.I2s;

[TestClass]
public class VanishedHopsTests
{
    [TestMethod]
    public void Hops_that_vanish_in_an_erase_are_counted_at_the_second_wait_after_it()
    {
        using Mic mic = new();
        using Microphone microphone = new(new MicrophoneWiring());
        microphone.Read();
        mic.I2s.VanishHops(2);
        microphone.Read();
        microphone.Read();
        Assert.AreEqual(2, microphone.HopsVanished, "hops vanished");
        Assert.AreEqual(0, microphone.SamplesLost, "samples lost to a full queue");
    }

    [TestMethod]
    public void A_reader_that_is_late_has_lost_nothing()
    {
        using Mic mic = new();
        using Microphone microphone = new(new MicrophoneWiring());
        for (int i = 0; i < 200; i++)
        {
            mic.Clock.Advance(i * 7919 % 60_000);
            microphone.Read();
            microphone.Read();
            microphone.Read();
            microphone.Read();
        }

        Assert.AreEqual(0, microphone.HopsVanished, "hops vanished");
        Assert.AreEqual(0, microphone.SamplesLost, "samples lost to a full queue");
    }

    [TestMethod]
    public void A_bus_at_half_its_rate_loses_no_hops()
    {
        using Mic mic = new();
        mic.I2s.HalfRate = true;
        using Microphone microphone = new(new MicrophoneWiring());
        for (int i = 0; i < 60; i++)
        {
            microphone.Read();
        }

        Assert.AreEqual(0, microphone.HopsVanished, "hops vanished");
    }
}
