using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using NanoHost.Web;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>
/// One connection to the board's web server: the request is read from it at the first look at it, on the looker's own thread.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "As on the device, closing it closes its response.")]
public class HttpListenerContext
{
    // Of this name and type on the device too, where it is as hidden as here.
    internal readonly HttpListenerResponse m_ResponseToClient;

    private readonly HttpListenerRequest _request;
    private readonly WebServers _host;
    private Thread? _looker;
    private bool _isParsed;

    internal HttpListenerContext(PcSocket socket, HttpListener listener)
    {
        var input = new ClientInput(socket);
        _host = listener.Host;
        _request = new HttpListenerRequest(socket, input);
        m_ResponseToClient = new HttpListenerResponse(new ClientOutput(socket, input), () => listener.Forget(this));
    }

    /// <exception cref="System.Net.ProtocolViolationException">What the client sent is no request.</exception>
    /// <exception cref="SocketException">The client left before its headers were complete.</exception>
    public HttpListenerRequest Request
    {
        get
        {
            Parse();
            return _request;
        }
    }

    /// <inheritdoc cref="Request"/>
    public HttpListenerResponse Response
    {
        get
        {
            Parse();
            return m_ResponseToClient;
        }
    }

    /// <summary>
    /// Sends the headers if nothing was sent yet, of a request that was never read too, and closes the connection under whoever
    /// reads from it. Nothing that goes wrong is told.
    /// </summary>
    [SuppressMessage("Design", "CA1031", Justification = "As on the device: whatever fails, the connection is closed.")]
    public void Close()
    {
        try
        {
            m_ResponseToClient.Close();
        }
        catch (Exception)
        {
            // The client is gone.
        }
    }

    /// <summary>The thread that looked at it goes on, and refers to it for all one knows.</summary>
    internal bool IsInUse => _looker is { IsAlive: true };

    private void Parse()
    {
        if (!_isParsed)
        {
            _looker = Thread.CurrentThread;
            _request.Parse();
            _isParsed = true;
            _host.Counted();
        }
    }
}
