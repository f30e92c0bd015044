using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Live;
using NanoFirmware.Tests.Live;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Live;

[TestClass]
public sealed class LiveInputsTests : IDisposable
{
    private const int Ddp = 4048;
    private const int E131 = 5568;
    private const int ArtNet = 6454;

    private static readonly IPEndPoint Sender = new(IPAddress.Parse("192.168.4.20"), 5000);

    private readonly WiredDevice _device = new();

    private LiveInputs Live => _device.Device.Live;

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void While_everything_is_off_it_takes_no_part_in_a_frame_and_has_no_port()
    {
        Assert.IsNull(_device.Device.Audio.Task, "no task");

        Switch("""{"ddp":true}""");
        Assert.IsNotNull(_device.Device.Audio.Task, "a task");
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        Assert.AreEqual("ddp", Shows());
        Switch("""{"ddp":false}""");
        Live.Run();

        Assert.IsNull(_device.Device.Audio.Task, "none again");
        Assert.AreEqual("patterns", Shows());
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 2, 0, 5, 7));
        Assert.AreEqual("patterns", Shows());
    }

    [TestMethod]
    public void A_fifth_protocol_is_refused_with_what_to_switch_off()
    {
        Switch("""{"ddp":true,"e131":true,"artnet":true,"wled":true}""");

        WiredDevice.Answer answer = _device.Post("/api/live", """{"rgb":true}""");
        WiredDevice.Answer one = _device.Post("/api/live/rgb", """{"value":true}""");
        WiredDevice.Answer all = _device.Post("/api/state", """{"live":{"tpm2":true}}""");

        Assert.AreEqual(409, answer.Status);
        Assert.AreEqual(409, one.Status);
        Assert.AreEqual(400, all.Status);
        StringAssert.Contains(answer.Text, "switch off ddp or e131 or artnet or wled first");
        Assert.AreEqual(200, _device.Post("/api/live", """{"rgb":true,"wled":false}""").Status);
    }

    [TestMethod]
    public void Of_two_protocols_the_one_that_began_last_is_shown_and_the_other_when_it_ends()
    {
        Switch("""{"ddp":true,"wled":true,"timeoutMs":500}""");
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        Pass(100);

        Send(21324, LiveMessage.Drgb(1, 5, 9));
        Assert.AreEqual("wled", Shows());
        for (int i = 0; i < 11; i++)
        {
            Pass(100);
            Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 2 + (i % 14), 0, 5, 7));
        }

        Assert.AreEqual("ddp", Shows());
    }

    [TestMethod]
    public void A_priority_of_e131_counts_against_others_too()
    {
        Switch("""{"ddp":true,"e131":true}""");
        Send(E131, LiveMessage.E131(1, 1, 150, 1, 9));
        Pass(100);
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        Assert.AreEqual("e131", Shows());
        Assert.AreEqual(1, Live.PortAt(0).Input.Outranked);

        Send(E131, LiveMessage.E131(1, 2, 99, 1, 9));

        Assert.AreEqual("ddp", Shows());
    }

    [TestMethod]
    public void At_most_six_datagrams_are_taken_in_a_frame()
    {
        Switch("""{"ddp":true,"artnet":true}""");
        for (int i = 0; i < 6; i++)
        {
            Deliver(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 0, 0, 5, 7));
            Deliver(ArtNet, LiveMessage.ArtDmx(0, 0, 5, 7));
        }

        Live.Run();
        Assert.AreEqual(6, Live.PortAt(0).Input.Packets + Live.PortAt(1).Input.Packets);
        Live.Run();

        Assert.AreEqual(12, Live.PortAt(0).Input.Packets + Live.PortAt(1).Input.Packets);
    }

    [TestMethod]
    public void Other_settings_change_without_losing_the_sender()
    {
        Switch("""{"ddp":true}""");
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));

        Switch("""{"order":"grb","timeoutMs":4000}""");

        Assert.AreEqual("ddp", Shows());
    }

    [TestMethod]
    public void A_controller_that_asks_who_is_there_gets_an_answer_for_each_universe()
    {
        Switch("""{"artnet":true,"artnetUniverse":18}""");

        Send(ArtNet, LiveMessage.Art(0x2000, 14));

        Datagrams.Datagram[] sent = [.. _device.Network.Datagrams.Sent];
        Assert.AreEqual(3, sent.Length, "360 pixels are three universes");
        for (int i = 0; i < sent.Length; i++)
        {
            byte[] reply = sent[i].Bytes;
            Assert.AreEqual(Sender, sent[i].Peer);
            Assert.AreEqual(ArtNetKind.PollReply, new ArtNetPacket().Read(reply, reply.Length));
            CollectionAssert.AreEqual(new byte[] { 192, 168, 4, 1 }, reply[10..14]);
            Assert.AreEqual(1, reply[19], "sub-net");
            Assert.AreEqual(2 + i, reply[190], "universe");
            Assert.AreEqual(i + 1, reply[211], "bind index");
        }
    }

    [TestMethod]
    public void A_port_that_cannot_be_had_is_tried_again_and_told()
    {
        _device.Network.Datagrams.Refuses = true;
        Switch("""{"ddp":true}""");
        Assert.AreEqual(1, Live.PortAt(0).Faults);
        _device.Network.Datagrams.Refuses = false;

        Pass(1100);
        Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));

        Assert.AreEqual("ddp", Shows());
        Assert.AreEqual(1, Live.PortAt(0).Faults);
    }

    [TestMethod]
    public void Its_document_says_who_sends_and_how_it_goes()
    {
        Switch("""{"ddp":true}""");
        for (int i = 0; i < 60; i++)
        {
            Send(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (i % 15), 0, 5, 7));
            Pass(17);
        }

        System.Text.Json.JsonElement input = _device.Get("/api/live").Json.GetProperty("inputs")[0];

        Assert.AreEqual("192.168.4.20:5000", input.GetProperty("sender").GetString());
        Assert.AreEqual(60, input.GetProperty("frames").GetInt32());
        Assert.IsTrue(
            input.GetProperty("framesPerSecond").GetInt32() is > 55 and < 62,
            $"{input.GetProperty("framesPerSecond").GetInt32()} frames a second");
        Assert.AreEqual(0, input.GetProperty("jitterMs").GetInt32());
        Assert.AreEqual(0, input.GetProperty("lost").GetInt32());
    }

    private string Shows() => _device.Get("/api/live").Json.GetProperty("shows").GetString();

    private void Switch(string body)
    {
        Assert.AreEqual(200, _device.Post("/api/live", body).Status);
        Live.Run();
    }

    private void Deliver(int port, byte[] packet) => _device.Network.Datagrams.Deliver(port, packet, Sender);

    private void Send(int port, byte[] packet)
    {
        Deliver(port, packet);
        Live.Run();
    }

    private void Pass(int ms)
    {
        _device.Clock.Advance(ms * 1000);
        Live.Run();
    }
}
