using System.Net.Sockets;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>
/// The way to a client: what does not fit the board's send buffer waits for the client to take some, for ever unless told
/// otherwise.
/// </summary>
internal sealed class ClientOutput : Stream
{
    private readonly PcSocket _socket;
    private readonly ClientInput _input;

    internal ClientOutput(PcSocket socket, ClientInput input)
    {
        _socket = socket;
        _input = input;
    }

    /// <summary>What goes before the first byte; null once it went.</summary>
    internal Func<byte[]>? Headers { private get; set; }

    public override bool CanRead => false;

    public override bool CanSeek => false;

    public override bool CanWrite => true;

    public override bool CanTimeout => true;

    public override int ReadTimeout
    {
        get => _socket.ReceiveTimeout;
        set => _socket.ReceiveTimeout = value;
    }

    public override int WriteTimeout
    {
        get => _socket.SendTimeout;
        set => _socket.SendTimeout = value;
    }

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="SocketException">The client is gone, or takes nothing for too long.</exception>
    public override void Write(byte[] buffer, int offset, int count)
    {
        SendHeaders();
        Send(buffer.AsSpan(offset, count));
    }

    public override void Flush() => SendHeaders();

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    internal void SendHeaders()
    {
        byte[]? headers = Headers?.Invoke();
        Headers = null;
        if (headers != null)
        {
            Send(headers);
        }
    }

    // As on the board: closed with bytes of the client's unread, it resets the connection, and the client may lose the answer.
    internal void CloseSocket() => _input.CloseSocket();

    private void Send(ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length > 0)
        {
            bytes = bytes[_socket.Send(bytes)..];
        }
    }
}
