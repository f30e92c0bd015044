using System.Globalization;
using System.Net;
using System.Text;

namespace NanoHost.Net;

/// <summary>
/// What a client gets, sent as the device's library sends it: the headers go with the first bytes of the body, nothing is
/// buffered, and whatever is written goes out, in the answer to HEAD too.
/// </summary>
public sealed class HttpListenerResponse : IDisposable
{
    private readonly ClientOutput _output;
    private readonly Action _closed;
    private WebHeaderCollection _headers = new();
    private bool _isSent;
    private bool _isClosed;

    /// <param name="output">The way to the client.</param>
    /// <param name="closed">Hears of the end.</param>
    internal HttpListenerResponse(ClientOutput output, Action closed)
    {
        _output = output;
        _output.Headers = SendHeaders;
        _closed = closed;
    }

    public int StatusCode { get; set; } = (int)HttpStatusCode.OK;

    public string? StatusDescription { get; set; }

    public string? ContentType { get; set; }

    /// <summary>Bytes of the body; −1 leaves the header out, and the end of the connection ends the answer.</summary>
    public long ContentLength64 { get; set; } = -1;

    public bool KeepAlive { get; set; }

    public bool SendChunked { get; set; }

    public WebHeaderCollection Headers
    {
        get => _headers;
        set => _headers = value;
    }

    /// <exception cref="ObjectDisposedException">The response is closed.</exception>
    public Stream OutputStream
    {
        get
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _output;
        }
    }

    /// <summary>Sends the headers if nothing was sent yet, and closes the connection.</summary>
    public void Close()
    {
        if (_isClosed)
        {
            return;
        }

        try
        {
            if (!_isSent)
            {
                _output.SendHeaders();
            }
        }
        finally
        {
            Dispose();
        }
    }

    public void Dispose()
    {
        _isClosed = true;
        _output.CloseSocket();
        _closed();
    }

    private byte[] SendHeaders()
    {
        _isSent = true;
        var text = new StringBuilder("HTTP/1.1 ").Append(StatusCode.ToString(CultureInfo.InvariantCulture)).Append(' ')
            .Append(StatusDescription ?? ((HttpStatusCode)StatusCode).ToString()).Append("\r\n");
        if (ContentLength64 != -1)
        {
            _headers["Content-Length"] = ContentLength64.ToString(CultureInfo.InvariantCulture);
        }

        _headers["Connection"] = KeepAlive ? "Keep-Alive" : "Close";
        if (ContentType != null)
        {
            _headers["Content-Type"] = ContentType;
        }

        return Encoding.UTF8.GetBytes(text.Append(_headers).ToString());
    }
}
