using System.Net;
using System.Net.Sockets;
using System.Text;
using NanoHost;
using NanoHost.Audio;
using NanoHost.Net;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>The whole firmware on a board in real time, with a song to hear and a port of the PC for its clients.</summary>
internal sealed class RunningBoard : IDisposable
{
    private const int PatienceMs = 60_000;
    private const int BusyAnswers = 60;
    private const int BusyMs = 250;

    private readonly RealTimeClock _clock = new();

    /// <param name="main">The firmware's beginning; its own by default.</param>
    internal RunningBoard(Action? main = null)
    {
        Port = FreePort.Tcp();
        Board = new SimulatedBoard(_clock) { MapPort = port => port == NanoFirmware.Board.HttpPort ? Port : port };
        Board.Network.IsPresent = false;
        Board.I2s.Source = new SongSource(new SongOptions());
        SimulatedBoard.Install(Board);
        new Thread(() => Board.Run(main ?? NanoFirmware.Program.Main)) { IsBackground = true }.Start();
        AwaitAnswer();
    }

    internal SimulatedBoard Board { get; }

    internal int Port { get; }

    /// <summary>
    /// Waits until a request is let in: on a PC that is busy the board is too, for a second or two, and says so.
    /// </summary>
    /// <exception cref="TimeoutException">It is never let in.</exception>
    internal void AwaitAnswer()
    {
        if (!SpinWait.SpinUntil(() => Board.Web.IsListening && IsLetIn(), PatienceMs))
        {
            throw new TimeoutException("the board does not answer");
        }
    }

    private bool IsLetIn()
    {
        try
        {
            return AskOnce("GET /api/global HTTP/1.1\r\n\r\n").StartsWith("HTTP/1.1 200", StringComparison.Ordinal);
        }
        catch (SocketException)
        {
            // All its sockets are taken, or it listens anew.
            return false;
        }
    }

    /// <summary>
    /// Sends bytes as they are, leaves its own side open, and returns all that comes back until the board closes; asks again when
    /// it is busy.
    /// </summary>
    internal string Ask(string request)
    {
        string answer = AskOnce(request);
        for (int again = 0; again < BusyAnswers && answer.StartsWith("HTTP/1.1 503", StringComparison.Ordinal); again++)
        {
            Thread.Sleep(BusyMs);
            answer = AskOnce(request);
        }

        return answer;
    }

    /// <summary>As <see cref="Ask"/>, whatever comes back.</summary>
    internal string AskOnce(string request)
    {
        using Socket client = Call(request);
        return Answer(client);
    }

    /// <summary>A connection over which this was sent.</summary>
    internal Socket Call(string request, int receiveBytes = 65536)
    {
        var client = new Socket(
            AddressFamily.InterNetwork, SocketType.Stream,
            ProtocolType.Tcp) { ReceiveBufferSize = receiveBytes, ReceiveTimeout = PatienceMs };
        client.Connect(IPAddress.Loopback, Port);
        client.Send(Encoding.Latin1.GetBytes(request));
        return client;
    }

    /// <summary>All that comes back until the board closes; "reset" at its end when it does so rudely.</summary>
    internal static string Answer(Socket client)
    {
        var text = new StringBuilder();
        byte[] buffer = new byte[4096];
        try
        {
            for (int count = client.Receive(buffer); count > 0; count = client.Receive(buffer))
            {
                text.Append(Encoding.UTF8.GetString(buffer, 0, count));
            }
        }
        catch (SocketException broken)
        {
            text.Append(broken.SocketErrorCode == SocketError.ConnectionReset ? "reset" : broken.SocketErrorCode.ToString());
        }

        return text.ToString();
    }

    public void Dispose()
    {
        Board.Dispose();
        _clock.Dispose();
    }
}
