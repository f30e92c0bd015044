using System.Buffers.Binary;
using System.Net.Sockets;

namespace NanoFirmware.Simulator.Sending;

/// <summary>
/// Sends pictures to devices by DDP (http://3waylabs.com/ddp), to each its piece: red, green, blue, the push flag with the last
/// datagram.
/// </summary>
public sealed class DdpSender : IDisposable
{
    private const int HeaderBytes = 10;

    // 480 pixels: what fits into a datagram that no network cuts.
    private const int MostData = 1440;
    private const byte Version1 = 0x40;
    private const byte Push = 0x01;
    private const byte RgbEightBits = 0x0B;
    private const byte DefaultDisplay = 1;
    private const int LastSequence = 15;

    private readonly IReadOnlyList<DdpTarget> _targets;
    private readonly UdpClient[] _sockets;
    private readonly byte[] _datagram = new byte[HeaderBytes + MostData];
    private int _sequence;

    /// <summary>Opens a socket for each device.</summary>
    /// <exception cref="UsageException">A name that nobody knows.</exception>
    public DdpSender(IReadOnlyList<DdpTarget> targets)
    {
        _targets = targets;
        _sockets = [.. targets.Select(Open)];
    }

    /// <summary>Pictures sent.</summary>
    public long Pictures { get; private set; }

    /// <summary>Datagrams that the network did not take.</summary>
    public long Lost { get; private set; }

    /// <summary>Sends a picture, 3 bytes a pixel.</summary>
    public void Send(ReadOnlySpan<byte> rgb)
    {
        // 0 would say that there are no numbers.
        _sequence = (_sequence % LastSequence) + 1;
        (int First, int Count)[] pieces = DdpTarget.Cut(_targets, rgb.Length / 3);
        for (int i = 0; i < pieces.Length; i++)
        {
            SendPiece(_sockets[i], rgb.Slice(pieces[i].First * 3, pieces[i].Count * 3));
        }

        Pictures++;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (UdpClient socket in _sockets)
        {
            socket.Dispose();
        }
    }

    private void SendPiece(UdpClient socket, ReadOnlySpan<byte> rgb)
    {
        for (int at = 0; at < rgb.Length; at += MostData)
        {
            int count = Math.Min(MostData, rgb.Length - at);
            _datagram[0] = at + count == rgb.Length ? (byte)(Version1 | Push) : Version1;
            _datagram[1] = (byte)_sequence;
            _datagram[2] = RgbEightBits;
            _datagram[3] = DefaultDisplay;
            BinaryPrimitives.WriteInt32BigEndian(_datagram.AsSpan(4), at);
            BinaryPrimitives.WriteInt16BigEndian(_datagram.AsSpan(8), (short)count);
            rgb.Slice(at, count).CopyTo(_datagram.AsSpan(HeaderBytes));
            TrySend(socket, HeaderBytes + count);
        }
    }

    // A device that is switched off for a while must not end the show.
    private void TrySend(UdpClient socket, int count)
    {
        try
        {
            socket.Send(_datagram, count);
        }
        catch (SocketException)
        {
            Lost++;
        }
    }

    private static UdpClient Open(DdpTarget target)
    {
        try
        {
            return new UdpClient(target.Host, target.Port);
        }
        catch (SocketException e)
        {
            throw new UsageException($"--send cannot reach '{target.Host}': {e.Message}", e);
        }
    }
}
