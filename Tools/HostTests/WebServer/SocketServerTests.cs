using System.Net.Sockets;
using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Web;
using NanoHost.Net;

namespace NanoFirmware.HostTests.WebServer;

/// <summary>The WebSocket at port 81, byte by byte on connections that stay in memory.</summary>
[TestClass]
public sealed partial class SocketServerTests : IDisposable
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
