using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>
/// What a client asks for, read as the device's library reads it: any Host will do, a missing Content-Length is −1, and what is
/// no HTTP throws on the thread that looks.
/// </summary>
[SuppressMessage("Design", "CA1001", Justification = "The stream holds nothing: the socket is its response's.")]
public class HttpListenerRequest
{
    private readonly PcSocket _socket;
    private readonly ClientInput _input;

    internal HttpListenerRequest(PcSocket socket, ClientInput input)
    {
        _socket = socket;
        _input = input;
    }

    /// <summary>GET, POST, …; null until the request is read, and when the client said nothing before it left.</summary>
    public string? HttpMethod { get; private set; }

    /// <summary>Path and query, as sent.</summary>
    public string? RawUrl { get; private set; }

    public Version? ProtocolVersion { get; private set; }

    public WebHeaderCollection Headers { get; } = new();

    /// <summary>Bytes of the body; −1 when the client does not say.</summary>
    public long ContentLength64 { get; private set; } = -1;

    public string? ContentType => Headers["Content-Type"];

    public string? UserAgent => Headers["User-Agent"];

    public string? UserHostName => Headers["Host"];

    public bool KeepAlive { get; private set; }

    /// <summary>What follows the headers; it does not end by itself when the body does, unless it comes in chunks.</summary>
    public Stream InputStream => _input;

    /// <summary>The board's address that the client called.</summary>
    public IPEndPoint LocalEndPoint => (IPEndPoint)_socket.LocalEndPoint!;

    public IPEndPoint RemoteEndPoint => (IPEndPoint)_socket.RemoteEndPoint!;

    internal void Parse()
    {
        string line;
        try
        {
            line = _input.ReadLine();
        }
        catch (SocketException)
        {
            // As the device's library: who says nothing at all leaves a request of nulls.
            return;
        }

        string[] words = line.Trim().Split(' ');
        if (words.Length < 3)
        {
            throw new ProtocolViolationException("Invalid request line.");
        }

        HttpMethod = words[0];
        RawUrl = words[1];
        ProtocolVersion = words[2].ToUpperInvariant() switch
        {
            "HTTP/1.1" => HttpVersion.Version11,
            "HTTP/1.0" => HttpVersion.Version10,
            _ => throw new ProtocolViolationException("Unsupported HTTP version."),
        };
        ParseHeaders();
    }

    private void ParseHeaders()
    {
        for (string line = _input.ReadLine(); line.Length > 0; line = _input.ReadLine())
        {
            int colon = line.IndexOf(':', StringComparison.Ordinal);
            if (colon <= 0)
            {
                throw new ProtocolViolationException("Invalid header.");
            }

            Headers.Add(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }

        KeepAlive = string.Equals(Headers["Connection"], "keep-alive", StringComparison.OrdinalIgnoreCase);
        _input.IsChunked = string.Equals(Headers["Transfer-Encoding"], "chunked", StringComparison.OrdinalIgnoreCase);
        if (Headers["Content-Length"] is { } length)
        {
            ContentLength64 = int.TryParse(length, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int bytes)
                ? bytes
                : throw new ProtocolViolationException("Invalid content length.");
        }
    }
}
