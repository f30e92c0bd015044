using System.Net;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Live;
using NanoFirmware.Sensors;
using NanoFirmware.Web;
using NanoHost;
using NanoHost.Net;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

/// <summary>What a sensor says reaches clients of the WebSocket and a group, and another device serves from that.</summary>
[TestClass]
public sealed class SensorTellingTests
{
    private static readonly IPEndPoint Hub = new(IPAddress.Parse("192.168.4.1"), 5000);

    [TestMethod]
    public void A_message_carries_the_counts_and_the_points_since_the_last()
    {
        using var bench = new SensorBench();
        bench.Listen(PulseTests.Peaks(30), ",\"holdMs\":0,\"pulseUs\":500,\"threshold\":600");
        bench.Hops(30);
        byte[] bytes = new byte[SensorMessage.MostBytes];

        int length = SensorMessage.Fill(bytes, 0, bench.Serial, 1, 21);

        Assert.AreEqual(SensorMessage.HeadBytes + (10 * SensorMessage.PointBytes), length);
        Assert.IsTrue(SensorMessage.IsWhole(bytes, length), "it is one");
        Assert.IsFalse(SensorMessage.IsWhole(bytes, length - 1), "a byte less is none");
        Assert.AreEqual(31, SensorMessage.Newest(bytes));
        Assert.AreEqual(bench.Serial.Peaks, SensorMessage.Peaks(bytes));
        Assert.AreEqual(bench.Serial.Pulses, SensorMessage.Pulses(bytes));

        var history = new SignalHistory();
        SensorMessage.AddPoints(bytes, history, 25);
        Assert.AreEqual(6, history.Sequence, "those after the 25th");
        Assert.AreEqual(bench.Serial.History.SignalAt(31), history.SignalAt(6));
        Assert.AreEqual(bench.Serial.History.EnvelopeAt(27), history.EnvelopeAt(2));
        Assert.AreEqual(bench.Serial.History.FlagsAt(28), history.FlagsAt(3));
    }

    [TestMethod]
    [DataRow("20", false, 20)]
    [DataRow("10", false, 10)]
    [DataRow("5", false, 5)]
    [DataRow("20", true, 5)]
    public void A_client_of_the_WebSocket_gets_as_many_messages_as_the_setting_says(string rate, bool isLite, int expected)
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 8000));
        bench.Web.Post("/api/sensor/hub", $"{{\"eventsHz\":\"{rate}\"}}");
        bench.Web.Post("/api/global", isLite ? "{\"lite\":true}" : "{\"lite\":false}");
        var room = new Room(bench);
        PeerLine client = room.Connect();
        Assert.AreEqual("""{"ok":true}""", room.Say(client, """{"sensor":"serial"}"""));

        int points = 0;
        int messages = 0;
        for (int hop = 0; hop < 120; hop++)
        {
            bench.Hops(1);
            room.Serve();
            foreach (byte[] message in Room.Frames(client.Receive()))
            {
                Assert.IsTrue(SensorMessage.IsWhole(message, message.Length), "a whole message");
                messages++;
                points += message[2];
            }
        }

        Assert.AreEqual(2 * expected, messages, 1);
        Assert.AreEqual(120, points, 15, "no point is left out");
    }

    [TestMethod]
    public void One_client_more_than_the_setting_allows_hears_why_not_and_may_when_one_has_left()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/sensor/hub", """{"clients":1}""");
        var room = new Room(bench);
        PeerLine first = room.Connect();
        PeerLine second = room.Connect();
        Assert.AreEqual("""{"ok":true}""", room.Say(first, """{"sensor":"both"}"""));

        StringAssert.Contains(room.Say(second, """{"sensor":"mic"}"""), "hub.clients allows, 1", StringComparison.Ordinal);
        Assert.AreEqual(1, bench.Sensors.Listeners);

        first.Leave();
        room.Serve();
        Assert.AreEqual("""{"ok":true}""", room.Say(second, """{"sensor":"mic"}"""));
        Assert.AreEqual(1, bench.Sensors.Departures);
    }

    [TestMethod]
    public void A_group_is_told_and_another_device_serves_from_it_while_the_hub_serves_nobody()
    {
        List<byte[]> told = new();
        int peaks;
        using (var bench = new SensorBench())
        {
            bench.Web.Post("/api/sensor/hub", """{"clients":0}""");
            Assert.AreEqual(200, bench.Web.Post("/api/live", """{"sensors":"send"}""").Status);
            bench.Listen(PulseTests.Peaks(30), ",\"holdMs\":0,\"threshold\":600");
            for (int hop = 0; hop < 180; hop++)
            {
                bench.Hops(1);
                bench.Web.Device.Audio.Task?.Run();
                while (bench.Device.Network.Datagrams.Sent.TryDequeue(out Datagrams.Datagram sent))
                {
                    told.Add(sent.Bytes);
                }
            }

            peaks = bench.Serial.Peaks;
            Assert.AreEqual(told.Count, bench.Web.Device.Live.SensorSender.Sent);
        }

        Assert.AreEqual(60, told.Count, 2, "twenty a second for three seconds");
        using var other = new SensorBench();
        Assert.AreEqual(200, other.Web.Post("/api/live", """{"sensors":"receive"}""").Status);
        Take(other, null);
        told.ForEach(each => Take(other, each));

        var serial = other.Web.Get("/api/sensor/serial").Json;
        Assert.AreEqual("told by another device", serial.GetProperty("state").GetString());
        Assert.AreEqual(peaks, serial.GetProperty("peaks").GetInt32(), 1);
        Assert.AreEqual(180, other.Serial.History.Sequence, 6, "the whole picture");
        var room = new Room(other);
        PeerLine client = room.Connect();
        room.Say(client, """{"sensor":"serial"}""");
        other.Clock.Advance(60_000);
        room.Serve();
        byte[] message = Room.Frames(client.Receive()).First();
        Assert.AreEqual(peaks, SensorMessage.Peaks(message), 1);
    }

    [TestMethod]
    public void A_group_is_told_twenty_times_a_second_though_no_two_hops_are_equally_long()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/live", """{"sensors":"send"}""");
        bench.Listen(PulseTests.Peaks(30));
        for (int hop = 0; hop < 180; hop++)
        {
            bench.Hops(1, laterUs: hop % 2 == 0 ? 400 : -400);
            bench.Web.Device.Audio.Task?.Run();
        }

        Assert.AreEqual(60, bench.Web.Device.Live.SensorSender.Sent, 2, "in three seconds");
    }

    [TestMethod]
    public void A_message_that_is_none_is_refused_and_an_old_one_changes_nothing()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 800));
        bench.Hops(40);
        byte[] first = new byte[SensorMessage.MostBytes];
        int firstBytes = SensorMessage.Fill(first, 0, bench.Serial, 1, 0);
        bench.Hops(5);
        byte[] second = new byte[SensorMessage.MostBytes];
        int secondBytes = SensorMessage.Fill(second, 0, bench.Serial, 1, 41);

        using var other = new SensorBench();
        other.Web.Post("/api/live", """{"sensors":"receive"}""");
        Take(other, null);
        Take(other, second[..secondBytes]);
        int points = other.Serial.History.Sequence;
        Take(other, first[..firstBytes]);
        for (int length = 1; length < secondBytes; length++)
        {
            Take(other, second[..length]);
        }

        LiveInput input = other.Web.Device.Live.PortAt(0).Input;
        Assert.AreEqual(points, other.Serial.History.Sequence);
        Assert.AreEqual(1, input.Late);
        Assert.AreEqual(secondBytes - 1, input.Refused, "every length but the whole");
        Assert.AreEqual(0, other.Serial.Faults);
    }

    [TestMethod]
    public void A_fifth_socket_is_refused_with_what_to_switch_off()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/live", """{"ddp":true,"e131":true,"soundSync":"send","sensors":"send"}""");

        WiredDevice.Answer answer = bench.Web.Post("/api/live", """{"artnet":true}""");

        Assert.AreEqual(409, answer.Status);
        StringAssert.Contains(
            answer.Error, "switch off ddp or e131 or soundSync or sensors first", StringComparison.Ordinal);
    }

    private static void Take(SensorBench bench, byte[]? message)
    {
        if (message != null)
        {
            bench.Device.Network.Datagrams.Deliver(SensorInput.UdpPort, message, Hub);
        }

        bench.Hops(1);
        bench.Web.Device.Audio.Task?.Run();
    }

    /// <summary>The WebSocket of a bench, on connections that stay in memory.</summary>
    private sealed class Room
    {
        private readonly SensorBench _bench;
        private readonly SocketServer _server;

        internal Room(SensorBench bench)
        {
            _bench = bench;
            _server = new SocketServer(
                bench.Web.Device, bench.Web.Supervisor.Requests, new JamDoor(bench.Web.Device, bench.Web.Supervisor));
            bench.Web.Post("/api/live", """{"socket":true}""");
            Serve();
        }

        internal void Serve() => _server.Serve(_bench.Clock.NowUs / 1000);

        internal PeerLine Connect()
        {
            PeerLine line = _bench.Device.Network.Streams.Dial(SocketServer.Port);
            line.Send(Encoding.ASCII.GetBytes(
                "GET / HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
                    + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"));
            Serve();
            StringAssert.StartsWith(Encoding.ASCII.GetString(line.Receive()), "HTTP/1.1 101", StringComparison.Ordinal);
            return line;
        }

        internal string Say(PeerLine line, string text)
        {
            byte[] data = Encoding.UTF8.GetBytes(text);
            line.Send([0x81, (byte)(0x80 | data.Length), 0, 0, 0, 0, .. data]);
            Serve();
            return Encoding.UTF8.GetString(Frames(line.Receive()).First());
        }

        internal static IEnumerable<byte[]> Frames(byte[] bytes)
        {
            for (int at = 0; at < bytes.Length;)
            {
                int length = bytes[at + 1];
                int head = 2;
                if (length == 126)
                {
                    length = (bytes[at + 2] << 8) | bytes[at + 3];
                    head = 4;
                }

                yield return bytes[(at + head)..(at + head + length)];
                at += head + length;
            }
        }
    }
}
