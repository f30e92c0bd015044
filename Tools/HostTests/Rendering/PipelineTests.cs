using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Bench.Patterns;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Cross-fade and links, seen on the LEDs.</summary>
[TestClass]
public sealed class PipelineTests : IDisposable
{
    private readonly WiredDevice _device = new();

    private ChannelControls A => _device.Device.ChannelA.Controls;

    private ChannelControls B => _device.Device.ChannelB.Controls;

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_cross_fade_starts_at_the_old_frame_ends_at_the_new_one_and_never_turns_back()
    {
        Choose(A, "solid", "fire");
        _device.Settle();
        byte[] old = _device.LightA;
        Choose(A, "solid", "ice");
        var shown = new List<byte[]>();
        for (int frame = 0; frame < 60; frame++)
        {
            _device.Frame();
            shown.Add(_device.LightA);
        }

        byte[] last = shown[^1];
        Assert.AreNotEqual(old[0], last[0]);
        for (int at = 0; at < old.Length; at++)
        {
            Assert.AreEqual(old[at], shown[0][at], 14, "the first frame of a fade is nearly the old one");
            Assert.IsTrue(
                shown.All(frame => frame[at] >= Math.Min(old[at], last[at]) - 3 && frame[at] <= Math.Max(old[at], last[at]) + 3),
                $"byte {at} leaves the way from the old frame to the new one");
        }

        CollectionAssert.AreEqual(last, shown[20], "over after 300 ms");
        Assert.IsFalse(shown[9].SequenceEqual(old) || shown[9].SequenceEqual(last), "half-way it is neither");
    }

    [TestMethod]
    public void A_fade_of_0_changes_at_once()
    {
        A.Set("fade", 0);
        Choose(A, "solid", "rainbow");
        _device.Settle();
        Choose(A, "barber", "rainbow");
        _device.Frame();
        byte[] first = _device.LightA;

        Assert.IsTrue(
            Enumerable.Range(0, 180).Select(i => (first[i * 3], first[(i * 3) + 1], first[(i * 3) + 2])).Distinct().Count() <= 3,
            "the first frame is a mixture of both pictures");
        Assert.IsTrue(first.Distinct().Count() > 1, "the first frame is the old picture");
    }

    [TestMethod]
    public void Linked_as_a_mirror_b_shows_what_a_shows()
    {
        _device.Device.Master.Set("link", MasterControls.SameOnBoth);
        Choose(A, "rainbow", "fire");
        Choose(B, "solid", "ice");
        _device.Settle();
        _device.Settle();

        CollectionAssert.AreEqual(_device.LightA, _device.LightB);
    }

    [TestMethod]
    public void Linked_to_continue_b_goes_on_where_a_ends()
    {
        _device.Device.Master.Set("link", MasterControls.Continued);
        Choose(A, "rainbow", "rainbow");
        A.Set("brightness", 255);
        _device.Settle();
        _device.Settle();

        // On the wheel neighbours differ by little; the seam must not be seen.
        byte[] a = _device.LightA;
        byte[] b = _device.LightB;
        for (int part = 0; part < 3; part++)
        {
            Assert.AreEqual(a[537 + part], b[part], 12);
        }

        Assert.IsFalse(a.SequenceEqual(b), "B shows what A does");
    }

    [TestMethod]
    public void Split_gives_the_bass_to_a_and_the_treble_to_b()
    {
        _device.Device.Master.Set("link", MasterControls.Split);
        _device.Heard.Bands[2] = 255;
        _device.Settle();
        Assert.IsTrue(_device.LightA.Any(part => part > 0), "A is dark while there is bass");
        Assert.IsTrue(_device.LightB.All(part => part == 0), "B hears the bass");

        _device.Heard.Bands[2] = 0;
        _device.Heard.Bands[13] = 255;
        _device.Settle();
        Assert.IsTrue(_device.LightA.All(part => part == 0), "A hears the treble");
        Assert.IsTrue(_device.LightB.Any(part => part > 0), "B is dark while there is treble");
    }

    [TestMethod]
    public void In_counter_phase_the_strips_take_the_beats_in_turn()
    {
        _device.Device.Master.Set("link", MasterControls.CounterPhase);
        Choose(A, "pulse", "rainbow");
        _device.Settle();
        var taken = new List<string>();
        for (int beat = 0; beat < 4; beat++)
        {
            _device.Heard.Onset = true;
            _device.Frame();
            _device.Heard.Onset = false;
            string other = _device.LightB.Any(part => part > 0) ? "b" : "none";
            taken.Add(_device.LightA.Any(part => part > 0) ? "a" : other);
            _device.Settle();
        }

        CollectionAssert.AreEqual(new[] { taken[0], taken[1], taken[0], taken[1] }, taken);
        Assert.AreEqual("a b", string.Join(' ', taken.Take(2).Order()));
    }

    [TestMethod]
    public void In_canon_b_draws_what_a_drew_some_beats_before()
    {
        _device.Device.Master.Set("link", MasterControls.Canon);
        _device.Device.Master.Set("canon-beats", 2);
        Choose(A, "spectrum", "party");
        Choose(B, "solid", "ice");
        var a = new List<byte[]>();
        var b = new List<byte[]>();
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            _device.Heard.CopyFrom(heard);
            _device.Heard.Bpm10 = 1200;
            _device.Frame();
            a.Add(_device.LightA);
            b.Add(_device.LightB);
        }

        // Two beats at 120 a minute are 60 frames.
        for (int frame = 200; frame < 500; frame++)
        {
            CollectionAssert.AreEqual(a[frame - 60], b[frame], $"frame {frame}");
        }
    }

    [TestMethod]
    public void What_happens_on_a_leaves_b_bit_identical_with_limits_on_as_well()
    {
        List<byte[]> alone = PlayB(_ => { });
        List<byte[]> beside = PlayB(device =>
            {
            ChannelControls a = device.Device.ChannelA.Controls;
            int frame = device.Device.ChannelA.Output.Metrics.Frames;
            a.Set("pattern", frame / 20 % PatternCatalog.Names.Length);
            a.Set("brightness", frame * 7 % 256);
            });

        for (int frame = 0; frame < alone.Count; frame++)
        {
            CollectionAssert.AreEqual(alone[frame], beside[frame], $"frame {frame}");
        }
    }

    private static List<byte[]> PlayB(Action<WiredDevice> meanwhile)
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("flash-guard", 1);
        device.Device.Master.Set("channel-ma", 5000);
        device.Device.Master.Set("board-ma", 10000);
        Choose(device.Device.ChannelB.Controls, "comets", "ocean");
        var frames = new List<byte[]>();
        foreach (AudioSnapshot heard in new SnapshotScore().Play())
        {
            meanwhile(device);
            device.Heard.CopyFrom(heard);
            device.Frame();
            frames.Add(device.LightB);
        }

        return frames;
    }

    private static void Choose(ChannelControls controls, string pattern, string palette)
    {
        controls.Set("pattern", controls.Controls[ChannelControls.PatternIndex].IndexOfChoice(pattern));
        controls.Set("palette", controls.Controls[ChannelControls.PaletteIndex].IndexOfChoice(palette));
    }
}
