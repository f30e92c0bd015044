using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Web;
using NanoHost.Net;

namespace NanoFirmware.HostTests.WebServer;

/// <content>Who comes in, and who does not.</content>
public sealed partial class SocketServerTests
{
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

    private static string Head(string more = "") =>
        "GET / HTTP/1.1\r\nHost: 192.168.4.1:81\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n" + more
        + "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n";
}
