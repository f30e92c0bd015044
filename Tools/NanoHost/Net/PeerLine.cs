using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>A connection that stays in memory: what a test sends and is sent.</summary>
public sealed class PeerLine
{
    // lwIP's: what the peer does not take waits on the board for no longer than this many bytes.
    private const int SendBufferBytes = 5760;

    private readonly object _gate = new();
    private readonly Queue<byte> _toBoard = new();
    private readonly Queue<byte> _toPeer = new();

    internal PeerLine() => Board = new BoardEnd(this);

    /// <summary>Whether the board has closed it.</summary>
    public bool IsClosedByBoard { get; private set; }

    /// <summary>Fault to put in: the peer takes nothing any more.</summary>
    public bool IsStuck { get; set; }

    /// <summary>Whether the peer has left.</summary>
    public bool HasLeft { get; private set; }

    internal StreamLine Board { get; }

    public void Send(ReadOnlySpan<byte> bytes)
    {
        lock (_gate)
        {
            foreach (byte one in bytes)
            {
                _toBoard.Enqueue(one);
            }
        }
    }

    /// <summary>All that has come since the last call.</summary>
    public byte[] Receive()
    {
        lock (_gate)
        {
            byte[] all = _toPeer.ToArray();
            _toPeer.Clear();
            return all;
        }
    }

    public void Leave() => HasLeft = true;

    private sealed class BoardEnd : StreamLine
    {
        private readonly PeerLine _line;

        internal BoardEnd(PeerLine line) => _line = line;

        internal override bool IsReadable => _line._toBoard.Count > 0 || _line.HasLeft;

        internal override int Available => _line._toBoard.Count;

        public override void Dispose() => _line.IsClosedByBoard = true;

        internal override int Receive(Span<byte> room)
        {
            lock (_line._gate)
            {
                int count = Math.Min(room.Length, _line._toBoard.Count);
                for (int i = 0; i < count; i++)
                {
                    room[i] = _line._toBoard.Dequeue();
                }

                return count;
            }
        }

        internal override int Send(ReadOnlySpan<byte> bytes, int timeoutMs)
        {
            lock (_line._gate)
            {
                int count = Math.Min(bytes.Length, SendBufferBytes - _line._toPeer.Count);
                if (_line.HasLeft || (_line.IsStuck && count <= 0))
                {
                    throw new SocketException((int)(_line.HasLeft ? SocketError.ConnectionReset : SocketError.TimedOut));
                }

                count = _line.IsStuck ? count : bytes.Length;
                foreach (byte one in bytes[..count])
                {
                    _line._toPeer.Enqueue(one);
                }

                return count;
            }
        }
    }
}
