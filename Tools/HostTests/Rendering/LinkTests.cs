using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What two linked strips hear, and whose colours they show.</summary>
[TestClass]
public sealed class LinkTests
{
    private static readonly int Custom = PaletteCatalog.Names().Length - 1;

    [TestMethod]
    public void Each_beat_is_one_strips_even_after_the_other_missed_some()
    {
        LinkedSnapshot a = new(isSecond: false);
        LinkedSnapshot b = new(isSecond: true);
        var heard = new AudioSnapshot();
        for (int beat = 0; beat < 60; beat++)
        {
            heard.Beats++;
            heard.Onsets++;
            heard.Beat = heard.Onset = true;
            AudioSnapshot byA = a.Hear(heard, MasterControls.CounterPhase, 1);

            // B stands still through two beats, as a strip does whose thread is replaced; it is told of the second only.
            AudioSnapshot byB = beat == 10 ? byA : b.Hear(heard, MasterControls.CounterPhase, 1);
            Assert.IsTrue(beat == 10 || byA.Beat != byB.Beat, $"beat {beat} is on {(byA.Beat ? "both strips" : "none")}");
            Assert.IsTrue(beat == 10 || byA.Onset != byB.Onset, $"onset {beat} is on {(byA.Onset ? "both strips" : "none")}");
        }
    }

    [TestMethod]
    public void A_strip_shows_the_palette_of_whom_it_follows_and_its_own_again()
    {
        using var device = new WiredDevice();
        Channel a = device.Device.ChannelA;
        Channel b = device.Device.ChannelB;
        a.Custom.Set([255, 0, 0, 255, 0, 0], 2);
        b.Custom.Set([0, 0, 255, 0, 0, 255], 2);
        foreach (Channel channel in new[] { a, b })
        {
            channel.Controls.Set("pattern", Array.IndexOf(PatternCatalog.Names, "solid"));
            channel.Controls.Set("palette", Custom);
        }

        device.Settle();
        Assert.AreEqual("blue", ColourOf(device.LightB), "independent");
        device.Device.Master.Set("link", MasterControls.CounterPhase);
        device.Settle();
        Assert.AreEqual("red", ColourOf(device.LightB), "following");
        device.Device.Master.Set("link", MasterControls.Independent);
        device.Settle();
        Assert.AreEqual("blue", ColourOf(device.LightB), "independent again");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void A_canon_is_as_late_at_half_rate(int hopsPerFrame)
    {
        var ears = new LinkedSnapshot(isSecond: true);
        List<int> beats = Beats(ears, hopsPerFrame, frames: 1200, period: _ => 30, canonBeats: 2);

        // Two beats of half a second: 60 hops; a frame may come a hop late.
        Assert.IsTrue(beats.Count > 10, $"{beats.Count} beats");
        Assert.IsTrue(beats.All(hop => (hop - 60) % 30 <= 1), $"heard at {string.Join(", ", beats.Take(12))}");
        Assert.AreEqual(60, beats[0], 1, "the first");
    }

    [TestMethod]
    [DataRow(1)]
    [DataRow(2)]
    public void A_canon_tells_of_each_beat_once_though_the_tempo_wavers(int hopsPerFrame)
    {
        var ears = new LinkedSnapshot(isSecond: true);
        var random = new Random(7);
        int[] bpm10 = Enumerable.Range(0, 40000).Select(_ => random.Next(1185, 1216)).ToArray();
        List<int> beats = Beats(
            ears, hopsPerFrame, frames: 36000, period: hop => bpm10[hop / 12 % bpm10.Length], canonBeats: 4, isBpm: true);

        int[] doubled = beats.Zip(beats.Skip(1)).Where(pair => pair.Second - pair.First < 20).Select(pair => pair.First)
            .ToArray();
        int[] missing = beats.Zip(beats.Skip(1)).Where(pair => pair.Second - pair.First > 45).Select(pair => pair.First)
            .ToArray();
        Assert.AreEqual(0, doubled.Length, $"doubled at {string.Join(", ", doubled.Take(5))}");
        Assert.AreEqual(0, missing.Length, $"missing after {string.Join(", ", missing.Take(5))}");
    }

    [TestMethod]
    public void A_canon_begins_with_nothing_of_the_last_one()
    {
        var ears = new LinkedSnapshot(isSecond: true);
        Beats(ears, 1, frames: 200, period: _ => 30, canonBeats: 2);
        var heard = new AudioSnapshot { Sequence = 5000 };

        Assert.AreEqual(0, ears.Hear(heard, MasterControls.Canon, 2).Bands[0], "of a sound long past");
    }

    // Hops at which the second voice hears a beat; the first has one every 30 hops.
    private static List<int> Beats(
        LinkedSnapshot ears, int hopsPerFrame, int frames, Func<int, int> period, int canonBeats, bool isBpm = false)
    {
        var beats = new List<int>();
        var heard = new AudioSnapshot();
        for (int hop = 0; hop < frames; hop++)
        {
            heard.Beats += hop % 30 == 0 ? 1 : 0;
            heard.Sequence++;
            heard.Bands[0] = 200;
            heard.Bpm10 = isBpm ? period(hop) : 36000 / period(hop);
            heard.Beat |= hop % 30 == 0;
            if (hop % hopsPerFrame == 0)
            {
                if (ears.Hear(heard, MasterControls.Canon, canonBeats).Beat)
                {
                    beats.Add(hop);
                }

                heard.Beat = false;
            }
        }

        return beats;
    }

    private static string ColourOf(byte[] light) => (light[1], light[2]) switch
    {
        ( > 0, 0) => "red",
        (0, > 0) => "blue",
        _ => "a mixture",
    };
}
