using System.Net;
using System.Reflection;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Live;
using NanoFirmware.Tests.Live;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Live;

/// <summary>Another device's ears in the place of ours, and ours for others; hop by hop; the microphone hears silence.</summary>
[TestClass]
public sealed class SoundSyncTests : IDisposable
{
    private const int HopUs = 16667;

    private static readonly IPEndPoint Teller = new(IPAddress.Parse("192.168.4.20"), 5000);

    private readonly WiredDevice _device = new();

    private AudioThread Ears => _device.Device.Audio;

    public void Dispose() => _device.Dispose();

    [TestInitialize]
    public void Open_the_microphone() => Hop(null);

    [TestMethod]
    public void What_is_told_is_what_patterns_hear_and_our_own_ears_follow()
    {
        Switch("receive");
        for (int i = 1; i <= 20; i++)
        {
            Hop(LiveMessage.Sound(i, 100, false));
        }

        Assert.AreEqual(100, Ears.Snapshot.Bands[0]);
        Assert.AreEqual(115, Ears.Snapshot.Bands[15]);
        Assert.AreEqual(100, Ears.Snapshot.Level);
        Assert.AreEqual("soundSync", Source());

        for (int i = 0; i < 200; i++)
        {
            Hop(null);
        }

        Assert.AreEqual(0, Ears.Snapshot.Level);
        Assert.AreEqual(0, Ears.Snapshot.Bands[15]);
        Assert.AreEqual("microphone", Source());
        Assert.AreEqual("patterns", _device.Get("/api/live").Json.GetProperty("shows").GetString());
    }

    [TestMethod]
    public void A_peak_of_the_senders_is_an_onset_once()
    {
        Switch("receive");
        for (int i = 1; i <= 40; i++)
        {
            Hop(LiveMessage.Sound(i, 100, i > 30));
        }

        Assert.AreEqual(1, Ears.Snapshot.Onsets);
    }

    [TestMethod]
    public void Beats_are_found_in_what_is_told()
    {
        Switch("receive");
        for (int hop = 0; hop < 900; hop++)
        {
            // 120 a minute: a blow every thirty hops, that rings for ten.
            int ring = Math.Max(0, 200 - (hop % 30 * 20));
            Hop(LiveMessage.Sound(1 + (hop % 255), ring, false));
        }

        Assert.AreEqual(1200, Ears.Snapshot.Bpm10, 12);
        Assert.IsTrue(Ears.Snapshot.Confidence >= 128, $"confidence {Ears.Snapshot.Confidence}");
    }

    [TestMethod]
    public void It_counts_among_the_four_sockets()
    {
        Assert.AreEqual(200, _device.Post("/api/live", """{"ddp":true,"e131":true,"artnet":true,"soundSync":"send"}""").Status);

        WiredDevice.Answer answer = _device.Post("/api/live", """{"wled":true}""");

        Assert.AreEqual(409, answer.Status);
        StringAssert.Contains(answer.Error, "switch off ddp or e131 or artnet or soundSync first");
        Assert.AreEqual(400, _device.Post("/api/live", """{"soundSync":"both"}""").Status);
    }

    [TestMethod]
    public void What_is_heard_here_is_told_to_the_group_once_a_hop_and_understood()
    {
        Switch("send");
        for (int i = 0; i < 300; i++)
        {
            Hop(null);
        }

        Datagrams.Datagram[] sent = [.. _device.Network.Datagrams.Sent];
        Assert.HasCount(300, sent);
        Assert.AreEqual(0, _device.Network.Datagrams.Strayed, "the group is reached by a named interface");
        Assert.AreEqual(new IPEndPoint(IPAddress.Parse("239.0.0.1"), 11988), sent[0].Peer);
        var input = new SoundSyncInput(new LiveControls(), new ToldSound());
        foreach (Datagrams.Datagram datagram in sent)
        {
            Assert.IsTrue(input.Hear(datagram.Bytes, datagram.Bytes.Length, 0), "one of ours is refused by us");
        }

        Assert.AreEqual((0, 0), (input.Lost, input.Late));
        Assert.AreEqual(300, _device.Get("/api/live").Json.GetProperty("soundSyncSent").GetProperty("packets").GetInt32());
    }

    [TestMethod]
    public void A_datagram_says_what_the_snapshot_says()
    {
        var heard = new AudioSnapshot { Level = 200, Onset = true };
        heard.Bands[0] = 3;
        heard.Bands[5] = 250;

        byte[] packet = new SoundSyncSender(Ears, _device.Device.Radio).Fill(heard);

        Assert.AreEqual("00002\0", System.Text.Encoding.ASCII.GetString(packet, 0, 6));
        Assert.AreEqual(200f, BitConverter.ToSingle(packet, 8));
        Assert.AreEqual(200f, BitConverter.ToSingle(packet, 12));
        Assert.AreEqual((1, 1), (packet[16], packet[17]));
        CollectionAssert.AreEqual(heard.Bands, packet[18..34]);
        Assert.AreEqual(250f, BitConverter.ToSingle(packet, 36));
        Assert.AreEqual(202f, BitConverter.ToSingle(packet, 40), "Hz of the loudest band");
    }

    [TestMethod]
    public void A_send_that_fails_is_told_and_tried_again()
    {
        Switch("send");
        _device.Network.Datagrams.FailSends = 1;
        for (int i = 0; i < 180; i++)
        {
            Hop(null);
        }

        SoundSyncSender sender = _device.Device.Live.Sender;
        Assert.AreEqual(1, sender.Faults);
        Assert.IsTrue(sender.Sent > 60, $"{sender.Sent} sent in three seconds");
    }

    [TestMethod]
    public void Switched_off_it_takes_no_part_in_a_hop()
    {
        Switch("send");
        Hop(null);
        Switch("receive");
        Hop(null);
        Switch("off");
        Hop(null);

        Assert.IsNull(Ears.Report, "nobody is told");
        Assert.IsNull(Ears.Task, "nobody is asked");
        Assert.HasCount(1, _device.Network.Datagrams.Sent);
    }

    private string? Source() => _device.Get("/api/audio").Json.GetProperty("source").GetString();

    private void Switch(string mode)
    {
        Assert.AreEqual(200, _device.Post("/api/live", $$"""{"soundSync":"{{mode}}"}""").Status);
        _device.Device.Live.Run();
    }

    // The audio thread's own step; nobody renders.
    private void Hop(byte[]? packet)
    {
        if (packet != null)
        {
            _device.Network.Datagrams.Deliver(SoundSyncPacket.Port, packet, Teller);
        }

        _device.Clock.Advance(HopUs);
        typeof(AudioThread).GetMethod("Step", BindingFlags.Instance | BindingFlags.NonPublic)!.Invoke(Ears, null);
    }
}
