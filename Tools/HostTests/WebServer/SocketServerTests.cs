using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Live;
using NanoFirmware.Tests.Live;
using NanoFirmware.Web;
using NanoHost.Net;

namespace NanoFirmware.HostTests.WebServer;

/// <summary>The WebSocket at port 81, byte by byte on connections that stay in memory.</summary>
[TestClass]
public sealed class SocketServerTests : IDisposable
{
    private const string Switching = "HTTP/1.1 101 Switching Protocols\r\n";

    private readonly WiredDevice _device = new();
    private readonly SocketServer _server;

    public SocketServerTests()
    {
        _server = new SocketServer(_device.Device, _device.Supervisor.Requests, new JamDoor(_device.Device, _device.Supervisor));
        Assert.AreEqual(200, _device.Post("/api/live", """{"socket":true}""").Status);
        Pass(0);
    }

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Switched_off_it_has_no_port_and_its_clients_are_gone()
    {
        PeerLine line = Connect();
        _device.Post("/api/live", """{"socket":false}""");

        Pass(0);

        Assert.IsTrue(line.IsClosedByBoard, "the client is gone");
        Assert.ThrowsExactly<SocketException>(() => _device.Network.Streams.Dial(SocketServer.Port));
    }

    [TestMethod]
    public void A_handshake_is_answered_as_the_standard_says_though_it_comes_in_pieces()
    {
        PeerLine line = _device.Network.Streams.Dial(SocketServer.Port);
        foreach (char one in Head())
        {
            line.Send([(byte)one]);
            Pass(1);
        }

        string answer = Encoding.ASCII.GetString(line.Receive());
        StringAssert.StartsWith(answer, Switching);
        StringAssert.Contains(answer, "Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n");
        Assert.AreEqual(1, _device.Supervisor.Requests.SocketClients);
    }

    [TestMethod]
    [DataRow("GET / HTTP/1.1\r\nHost: a\r\n\r\n", "426 Upgrade Required")]
    [DataRow("nonsense\r\n\r\n", "400 Bad Request")]
    public void Who_speaks_something_else_hears_what_is_spoken_here(string head, string status)
    {
        PeerLine line = _device.Network.Streams.Dial(SocketServer.Port);
        line.Send(Encoding.ASCII.GetBytes(head));
        Pass(0);

        StringAssert.StartsWith(Encoding.ASCII.GetString(line.Receive()), "HTTP/1.1 " + status);
        Assert.IsTrue(line.IsClosedByBoard, "and it is over");
    }

    [TestMethod]
    [DataRow("http://192.168.4.1", true)]
    [DataRow("http://192.168.4.1:80", true)]
    [DataRow("http://evil.example", false)]
    [DataRow("https://192.168.4.1", false)]
    [DataRow("null", false)]
    public void A_page_of_another_site_is_not_let_in(string origin, bool isLetIn)
    {
        PeerLine line = _device.Network.Streams.Dial(SocketServer.Port);
        line.Send(Encoding.ASCII.GetBytes(Head($"Origin: {origin}\r\n")));
        Pass(0);

        StringAssert.StartsWith(Encoding.ASCII.GetString(line.Receive()), isLetIn ? Switching : "HTTP/1.1 403 Forbidden");
    }

    [TestMethod]
    public void A_fourth_is_told_why_it_may_not_come_in_and_comes_in_when_one_has_left()
    {
        PeerLine[] three = [Connect(), Connect(), Connect()];
        PeerLine fourth = _device.Network.Streams.Dial(SocketServer.Port);
        Pass(0);
        string answer = Encoding.ASCII.GetString(fourth.Receive());
        StringAssert.StartsWith(answer, "HTTP/1.1 503 Service Unavailable");
        StringAssert.Contains(answer, "three clients are there");

        three[1].Leave();
        Pass(10);
        Connect();

        Assert.AreEqual(3, _device.Supervisor.Requests.SocketClients);
    }

    [TestMethod]
    public void A_change_is_made_and_a_bad_one_is_told_and_changes_nothing()
    {
        PeerLine line = Connect();

        Assert.AreEqual("""{"ok":true}""", Say(line, """{"a":{"brightness":77}}"""));
        Assert.AreEqual(77, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
        StringAssert.Contains(Say(line, """{"a":{"brightness":777,"speed":3}}"""), "brightness");
        StringAssert.Contains(Say(line, """["a"]"""), "the body must be a JSON object");
        StringAssert.Contains(Say(line, """{"preview":99}"""), "preview");
        Assert.AreEqual(77, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
    }

    [TestMethod]
    public void A_message_in_pieces_with_a_ping_between_them_is_one()
    {
        PeerLine line = Connect();
        byte[] text = Encoding.UTF8.GetBytes("""{"a":{"brightness":78}}""");

        line.Send(Masked(0x01, text[..9]));
        line.Send(Masked(0x89, "hi"u8.ToArray()));
        line.Send(Masked(0x00, text[9..]));
        line.Send(Masked(0x80, []));
        Pass(0);

        byte[] answer = line.Receive();
        CollectionAssert.AreEqual(new byte[] { 0x8A, 2, (byte)'h', (byte)'i' }, answer[..4], "a pong at once");
        Assert.AreEqual("""{"ok":true}""", Encoding.UTF8.GetString(answer[6..]));
        Assert.AreEqual(78, _device.Get("/api/channel/a/brightness").Json.GetProperty("value").GetInt32());
    }

    [TestMethod]
    [DataRow(0x80, 0, 1002, DisplayName = "a piece of nothing")]
    [DataRow(0x83, 2, 1002, DisplayName = "an unknown kind")]
    [DataRow(0x81, 1473, 1009, DisplayName = "a message that is too long")]
    public void Who_breaks_the_protocol_hears_the_reason_and_is_gone(int first, int length, int reason)
    {
        PeerLine line = Connect();
        line.Send(Masked(first, new byte[length]));
        Pass(0);

        CollectionAssert.AreEqual(new byte[] { 0x88, 2, (byte)(reason >> 8), (byte)reason }, line.Receive());
        Assert.IsTrue(line.IsClosedByBoard, "gone");
    }

    [TestMethod]
    public void Who_vanishes_is_noticed_within_ten_seconds_and_who_answers_stays()
    {
        PeerLine silent = Connect();
        PeerLine alive = Connect();
        for (int i = 0; i < 12; i++)
        {
            Pass(1000);
            if (alive.Receive().Length > 0)
            {
                alive.Send(Masked(0x8A, []));
            }
        }

        Pass(0);
        Assert.IsTrue(silent.IsClosedByBoard, "nobody is there");
        Assert.IsFalse(alive.IsClosedByBoard, "it answered");
    }

    [TestMethod]
    public void Who_takes_nothing_is_let_go_and_holds_nobody_up()
    {
        PeerLine stuck = Connect();
        PeerLine other = Connect();
        Say(stuck, """{"preview":20}""");
        Say(other, """{"preview":20}""");
        stuck.IsStuck = true;
        other.Receive();

        for (int i = 0; i < 30; i++)
        {
            Pass(50);
        }

        Assert.IsTrue(stuck.IsClosedByBoard, "let go");
        Assert.IsGreaterThan(20 * 500, other.Receive().Length, "the other one got its pictures");
    }

    [TestMethod]
    public void Pictures_are_the_strips_as_they_were_sent_last()
    {
        _device.Post("/api/channel/a", """{"pattern":"solid","palette":"custom"}""");
        _device.Settle();
        PeerLine line = Connect();
        Say(line, """{"preview":10}""");

        Pass(100);

        byte[] answer = line.Receive();
        CollectionAssert.AreEqual(new byte[] { 0x82, 126, 544 >> 8, 544 & 255, 1, 0, 0, 180 }, answer[..8]);
        CollectionAssert.AreEqual(_device.LightA, answer[8..548]);
        Assert.AreEqual(1, answer[548 + 5], "and the other strip behind it");
        Pass(50);
        Assert.HasCount(0, line.Receive(), "ten a second, not twenty");
    }

    [TestMethod]
    public void An_event_has_what_was_heard_and_misses_no_onset_between_two()
    {
        PeerLine line = Connect();
        Say(line, """{"events":20}""");
        var heard = new NanoFirmware.Audio.AudioSnapshot
        {
            Sequence = 0x01020304,
            CapturedUs = 0x0A0B0C0D,
            Level = 200,
            Onsets = 3,
            Beats = 1,
            Bar = 0,
        };
        heard.Bands[15] = 99;
        _device.Device.Exchange.Publish(heard);

        Pass(50);

        byte[] answer = line.Receive();
        Assert.HasCount(2 + 28, answer);
        CollectionAssert.AreEqual(new byte[] { 0x82, 28, 2, 1, 2, 3, 4, 10, 11, 12, 13, 200, 99, 7 }, answer[..14]);
        Assert.AreEqual(99, answer[^1]);
        Pass(50);
        Assert.AreEqual(0, line.Receive()[13], "told once");
    }

    [TestMethod]
    public void A_locked_device_takes_changes_from_whoever_sent_its_key()
    {
        _device.Post("/api/security", """{"key":"opensesame"}""");
        _device.Key = "opensesame";
        PeerLine line = Connect();
        StringAssert.Contains(Say(line, """{"a":{"brightness":79}}"""), "locked");
        StringAssert.Contains(Say(line, """{"key":"closed"}"""), "wrong key");
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"preview":1}"""), "looking is free");
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"key":"opensesame"}"""));

        Assert.AreEqual("""{"ok":true}""", Say(line, """{"a":{"brightness":79}}"""));
        PeerLine other = Connect();
        StringAssert.Contains(Say(other, """{"a":{"brightness":80}}"""), "locked");
        Assert.AreEqual("""{"ok":true}""", Say(other, """{"key":"opensesame"}"""));
        Assert.AreEqual("""{"ok":true}""", Say(line, """{"a":{"brightness":81}}"""), "another's key takes nobody's away");
    }

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

    [TestMethod]
    public void Random_bytes_harm_nobody()
    {
        var random = new Random(81);
        for (int i = 0; i < 2000; i++)
        {
            PeerLine line = i % 2 == 0 ? Connect() : _device.Network.Streams.Dial(SocketServer.Port);
            byte[] noise = new byte[random.Next(1500)];
            random.NextBytes(noise);
            line.Send(noise);
            Pass(1);
            line.Leave();
            Pass(1);
        }

        Assert.AreEqual(0, _device.Get("/api/live").Json.GetProperty("socketFaults").GetInt32());
        Assert.AreEqual("""{"ok":true}""", Say(Connect(), """{"a":{"brightness":81}}"""));
    }

    private static string Head(string more = "") =>
        "GET / HTTP/1.1\r\nHost: 192.168.4.1:81\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + more
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";

    private static byte[] Masked(int first, byte[] data)
    {
        byte[] length = data.Length < 126 ? [(byte)(0x80 | data.Length)] : [0xFE, (byte)(data.Length >> 8), (byte)data.Length];
        byte[] mask = [9, 8, 7, 6];
        return [(byte)first, .. length, .. mask, .. data.Select((one, i) => (byte)(one ^ mask[i & 3]))];
    }

    private PeerLine Connect()
    {
        PeerLine line = _device.Network.Streams.Dial(SocketServer.Port);
        line.Send(Encoding.ASCII.GetBytes(Head()));
        Pass(0);
        StringAssert.StartsWith(Encoding.ASCII.GetString(line.Receive()), Switching);
        return line;
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

    // The text that comes back.
    private string Say(PeerLine line, string text)
    {
        line.Send(Masked(0x81, Encoding.UTF8.GetBytes(text)));
        Pass(0);
        byte[] answer = line.Receive();
        int length = answer[1] < 126 ? answer[1] : (answer[2] << 8) | answer[3];
        return Encoding.UTF8.GetString(answer, answer[1] < 126 ? 2 : 4, length);
    }

    private void Pass(int ms)
    {
        _device.Clock.Advance(ms * 1000);
        _server.Serve(_device.Clock.NowUs / 1000);
    }
}
