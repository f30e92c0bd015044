using System;
using System.Net;
using System.Net.Sockets;
using System.Threading;

namespace NanoFirmware.Web;

/// <summary>Asks the device's own web server, as a client would, over the chip's loopback.</summary>
internal sealed class WebProbe
{
    private const int TimeoutMs = 400;

    private const string Question = "GET " + WebFront.ProbePath + " HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n";

    private readonly AutoResetEvent _answered = new AutoResetEvent(false);

    /// <summary>True while an answer is waited for.</summary>
    public bool IsAsking;

    /// <summary>True once a probe was answered: from then on silence means something.</summary>
    public bool EverAnswered;

    /// <summary>Asks; false when nobody listens or nobody answers in time.</summary>
    public bool IsAnswered()
    {
        Socket socket = null;
        _answered.Reset();
        IsAsking = true;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
            socket.Connect(new IPEndPoint(IPAddress.Loopback, Board.HttpPort));
            socket.Send(TextCode.Utf8.GetBytes(Question));
            bool answered = _answered.WaitOne(TimeoutMs, false);
            EverAnswered |= answered;
            return answered;
        }
        catch (Exception)
        {
            return false;
        }
        finally
        {
            IsAsking = false;
            socket?.Close();
        }
    }

    /// <summary>Answers the probe: that the handler was reached is all there is to know.</summary>
    public void Answer(HttpListenerResponse response)
    {
        response.StatusCode = 204;
        response.KeepAlive = false;
        response.ContentLength64 = 0;
        _answered.Set();
    }
}
