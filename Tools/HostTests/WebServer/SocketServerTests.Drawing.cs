using System.Diagnostics;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Live;
using NanoFirmware.Tests.Live;
using NanoHost.Net;

namespace NanoFirmware.HostTests.WebServer;

/// <content>Pixels that clients draw.</content>
public sealed partial class SocketServerTests
{
    [TestMethod]
    [DataRow("", DisplayName = "a packet of DDP")]
    [DataRow("02", DisplayName = "as WLED takes it, with a 2 in front")]
    public void Pixels_are_shown_on_both_strips_and_nobody_is_answered(string before)
    {
        _device.Post("/api/live", """{"raw":true}""");
        PeerLine line = Connect();

        Draw(line, [.. Convert.FromHexString(before), .. LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7)]);
        Run();

        Assert.HasCount(0, line.Receive());
        CollectionAssert.AreEqual(new byte[] { 1, 7, 2 }, _device.LightA[..3]);
        System.Text.Json.JsonElement live = _device.Get("/api/live").Json;
        Assert.AreEqual("socket", live.GetProperty("shows").GetString());
        Assert.AreEqual(1, live.GetProperty("inputs")[0].GetProperty("frames").GetInt32());
    }

    [TestMethod]
    [DataRow("", DisplayName = "packets of DDP")]
    [DataRow("02", DisplayName = "as WLED takes them, with a 2 in front")]
    public void Of_pictures_that_have_come_together_the_newest_is_drawn(string before)
    {
        _device.Post("/api/live", """{"raw":true}""");
        PeerLine line = Connect();
        byte[] head = Convert.FromHexString(before);
        Draw(line, [.. head, .. LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7)]);
        for (int picture = 2; picture <= 4; picture++)
        {
            line.Send(Masked(0x82, [.. head, .. LiveMessage.Ddp(LiveMessage.DdpPush, picture, 0, 5, 10 * picture)]));
        }

        Pass(0);
        Run();

        CollectionAssert.AreEqual(new byte[] { 1, 40, 2 }, _device.LightA[..3]);
        System.Text.Json.JsonElement input = _device.Get("/api/live").Json.GetProperty("inputs")[0];
        Assert.AreEqual(2, input.GetProperty("packets").GetInt32(), "the first and the newest");
        Assert.AreEqual(2, input.GetProperty("lost").GetInt32(), "those that were left out");
    }

    [TestMethod]
    public void Texts_among_pictures_are_answered_though_pictures_are_left_out()
    {
        PeerLine line = Connect();
        byte[] picture = Masked(0x82, LiveMessage.Ddp(LiveMessage.DdpPush, 0, 0, 5, 7));
        byte[] text = Masked(0x81, Encoding.UTF8.GetBytes("""{"a":{"brightness":66}}"""));
        line.Send([.. picture, .. picture, .. picture, .. text, .. picture, .. picture, .. picture]);
        Pass(0);
        Assert.AreEqual(3, _device.Get("/api/live").Json.GetProperty("inputs")[0].GetProperty("packets").GetInt32(),
            "the first, the one before the text, the last");

        StringAssert.Contains(Encoding.UTF8.GetString(line.Receive()), "\"ok\":true");
        Assert.AreEqual(66, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
    }

    [TestMethod]
    public void While_a_client_draws_the_socket_waits_for_frames_and_not_for_the_clock()
    {
        PeerLine line = Connect();
        LiveInputs live = _device.Device.Live;
        Assert.IsFalse(live.IsDrawnBySocket, "nobody draws");
        Draw(line, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        Run();
        Assert.IsTrue(live.IsDrawnBySocket, "somebody draws");
        var waited = Stopwatch.StartNew();
        for (int frame = 0; frame < 200; frame++)
        {
            live.Run();
            live.WaitForFrame(60_000);
        }

        Assert.IsTrue(
            waited.ElapsedMilliseconds < 5000, $"{waited.ElapsedMilliseconds} ms: its patience of 50 ms ends each wait");
        Pass(3000);
        Run();
        Assert.IsFalse(live.IsDrawnBySocket, "the client is silent");
    }

    [TestMethod]
    public void What_is_no_picture_is_counted_and_changes_nothing()
    {
        PeerLine line = Connect();
        foreach (int length in new[] { 0, 1, 9, 10, 700, 1472 })
        {
            Draw(line, new byte[length]);
        }

        Run();

        System.Text.Json.JsonElement live = _device.Get("/api/live").Json;
        Assert.AreEqual("patterns", live.GetProperty("shows").GetString());
        Assert.AreEqual(6, live.GetProperty("inputs")[0].GetProperty("refused").GetInt32());
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"preview":1}"""), "still there");
    }

    [TestMethod]
    public void Each_clients_packets_are_counted_anew_and_whoever_stops_gives_the_pattern_back()
    {
        _device.Post("/api/live", """{"timeoutMs":500}""");
        PeerLine one = Connect();
        Draw(one, LiveMessage.Ddp(LiveMessage.DdpPush, 9, 0, 5, 7));
        Run();

        Draw(Connect(), LiveMessage.Ddp(LiveMessage.DdpPush, 7, 0, 5, 7));
        Run();

        System.Text.Json.JsonElement input = _device.Get("/api/live").Json.GetProperty("inputs")[0];
        Assert.AreEqual(2, input.GetProperty("frames").GetInt32(), "not late, another's");
        Pass(600);
        Run();
        Assert.AreEqual("patterns", _device.Get("/api/live").Json.GetProperty("shows").GetString());
        Assert.IsNull(_device.Device.Audio.Task, "nothing is left to do in a frame");
    }

    [TestMethod]
    public void A_locked_device_shows_pixels_of_whoever_sent_its_key()
    {
        _device.Post("/api/security", """{"key":"opensesame"}""");
        _device.Key = "opensesame";
        PeerLine line = Connect();

        Draw(line, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        StringAssert.Contains(Encoding.UTF8.GetString(line.Receive()), "locked");
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"key":"opensesame"}"""));
        Draw(line, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7));
        Run();

        Assert.AreEqual("socket", _device.Get("/api/live").Json.GetProperty("shows").GetString());
    }

    private void Draw(PeerLine line, byte[] message)
    {
        line.Send(Masked(0x82, message));
        Pass(0);
    }

    private void Run()
    {
        _device.Device.Live.Run();
        _device.Frame();
    }
}
