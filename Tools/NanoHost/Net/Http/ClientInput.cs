using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>
/// What a client sends, as the device's InputNetworkStreamWrapper gives it: it can time out (for ever, until somebody says), and
/// a time-out throws.
/// </summary>
internal sealed class ClientInput : Stream
{
    private const int LongestLine = 4000;
    private const int BufferBytes = 256;

    private readonly PcSocket _socket;
    private readonly object _receiving = new();
    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _at;
    private int _end;
    private long _chunkLeft;
    private bool _isLastChunk;

    internal ClientInput(PcSocket socket) => _socket = socket;

    /// <summary>The body comes in chunks, whose marks are taken out.</summary>
    internal bool IsChunked { get; set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

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

    /// <summary>Bytes that can be read without waiting.</summary>
    public override long Length => _end - _at + _socket.Available;

    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <exception cref="SocketException">The time is over, or the connection broken.</exception>
    public override int Read(byte[] buffer, int offset, int count)
    {
        if (!IsChunked)
        {
            return ReadPlain(buffer, offset, count);
        }

        if (_chunkLeft == 0 && !_isLastChunk)
        {
            BeginChunk();
        }

        int read = _isLastChunk ? 0 : ReadPlain(buffer, offset, (int)Math.Min(count, _chunkLeft));
        _chunkLeft -= read;
        if (_chunkLeft == 0 && read > 0)
        {
            ReadLine();
        }

        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <summary>A line without its end.</summary>
    /// <exception cref="ProtocolViolationException">It is too long.</exception>
    /// <exception cref="SocketException">The client left.</exception>
    internal string ReadLine()
    {
        var line = new List<byte>();
        for (byte next = NextByte(); next != '\n'; next = NextByte())
        {
            line.Add(next);
            if (line.Count > LongestLine)
            {
                throw new ProtocolViolationException("Line too long.");
            }
        }

        return Encoding.UTF8.GetString(line.ToArray()).TrimEnd('\r');
    }

    /// <summary>
    /// Closes the connection, also under a thread that waits in a read, which ends. A plain close would reset it there, and what
    /// was sent last would be lost.
    /// </summary>
    internal void CloseSocket()
    {
        if (Monitor.TryEnter(_receiving))
        {
            _socket.Close();
            Monitor.Exit(_receiving);
            return;
        }

        try
        {
            _socket.Shutdown(SocketShutdown.Both);
        }
        catch (Exception gone) when (gone is SocketException or ObjectDisposedException)
        {
            // The client was faster.
        }

        lock (_receiving)
        {
            _socket.Close();
        }
    }

    private void BeginChunk()
    {
        string size = ReadLine().Split(';')[0].Trim();
        _chunkLeft = int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int bytes) && bytes >= 0
            ? bytes
            : throw new ProtocolViolationException("Invalid chunk.");
        _isLastChunk = _chunkLeft == 0;
    }

    private byte NextByte()
    {
        if (_at == _end && Refill() == 0)
        {
            throw new SocketException((int)SocketError.ConnectionAborted);
        }

        return _buffer[_at++];
    }

    private int ReadPlain(byte[] buffer, int offset, int count)
    {
        if (count > 0 && _at == _end)
        {
            Refill();
        }

        int read = Math.Min(count, _end - _at);
        Array.Copy(_buffer, _at, buffer, offset, read);
        _at += read;
        return read;
    }

    private int Refill()
    {
        _at = 0;
        _end = 0;
        lock (_receiving)
        {
            _end = _socket.Receive(_buffer, 0, BufferBytes, SocketFlags.None);
        }

        return _end;
    }
}
