using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Tests.Live;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Live;

/// <summary>The whole firmware in real time, lit by datagrams of a socket of this computer.</summary>
[TestClass]
[RealTime]
public sealed class LiveSocketTests
{
    private const int Ddp = 4048;
    private const int PatienceMs = 15_000;

    [TestMethod]
    public void A_sender_on_this_computer_lights_the_strips_until_it_ends()
    {
        using var board = new RunningBoard();
        int port = FreePort.Udp();
        board.Board.Network.Datagrams.HostPorts = device => device == Ddp ? port : null;
        StringAssert.Contains(Post(board, "/api/live", """{"ddp":true,"raw":true,"timeoutMs":1000}"""), "200 OK");

        using (var sender = new UdpClient())
        {
            int sequence = 0;
            using var frames = new Timer(_ =>
            {
                byte[] frame = LiveMessage.Ddp(LiveMessage.DdpPush, 1 + (Interlocked.Increment(ref sequence) % 15), 0, 360, 200);
                sender.Send(frame, frame.Length, new IPEndPoint(IPAddress.Loopback, port));
            }, null, 0, 20);

            Await(board, "/api/live", "\"shows\":\"ddp\"");
            Await(board, "/api/channel/b/frame", "\"pixels\":\"C80102C80102");
        }

        Await(board, "/api/live", "\"shows\":\"patterns\"");
    }

    private static string Post(RunningBoard board, string path, string body) =>
        board.Ask($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Length: {body.Length}\r\n\r\n{body}");

    private static void Await(RunningBoard board, string path, string words)
    {
        string answer = string.Empty;
        bool isSo = SpinWait.SpinUntil(
            () =>
            {
                Thread.Sleep(100);
                answer = board.Ask($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");
                return answer.Contains(words, StringComparison.Ordinal);
            },
            PatienceMs);

        Assert.IsTrue(isSo, answer);
    }
}
