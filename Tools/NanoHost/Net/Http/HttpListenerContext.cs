using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>One connection to the board's web server: the request is read from it at the first look at it, on the looker's own thread.</summary>
[SuppressMessage("Design", "CA1001", Justification = "As on the device, closing it closes its response.")]
public class HttpListenerContext
{
    private readonly PcSocket _socket;
    private readonly HttpListenerRequest _request;
    private readonly HttpListenerResponse _response;
    private bool _isParsed;

    internal HttpListenerContext(PcSocket socket)
    {
        _socket = socket;
        _request = new HttpListenerRequest(socket);
        _response = new HttpListenerResponse(socket);
    }

    /// <exception cref="System.Net.ProtocolViolationException">What the client sent is no request.</exception>
    /// <exception cref="SocketException">The client left before its request was complete.</exception>
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
            return _response;
        }
    }

    public void Close() => _response.Close();

    /// <summary>The client finds its connection reset.</summary>
    internal void Abort() => _socket.Close(0);

    private void Parse()
    {
        if (!_isParsed)
        {
            _request.Parse();
            _isParsed = true;
        }
    }
}
