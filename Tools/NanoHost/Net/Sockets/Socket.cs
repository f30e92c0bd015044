using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net.Sockets;

/// <summary>
/// The device's socket as far as the firmware uses it: datagrams, which stay inside the simulated board's own network, calls to
/// the board's own web server, and connections that others make to the board.
/// </summary>
public sealed class Socket : IDisposable
{
    private readonly SimulatedBoard _board = SimulatedBoard.Current;
    private readonly Datagrams _datagrams = SimulatedBoard.Current.Network.Datagrams;
    private readonly bool _isStream;
    private ICall? _call;
    private IPEndPoint? _peer;
    private IPAddress? _interface;
    private StreamLine? _line;
    private int _port;

    /// <exception cref="NotSupportedException">Anything but UDP or TCP over IPv4 is asked for.</exception>
    public Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType)
    {
        _isStream = socketType == SocketType.Stream && protocolType == ProtocolType.Tcp;
        bool isDatagram = socketType == SocketType.Dgram && protocolType == ProtocolType.Udp;
        if (addressFamily != AddressFamily.InterNetwork || !(_isStream || isDatagram))
        {
            throw new NotSupportedException("The simulated board's sockets carry UDP and TCP over IPv4 only.");
        }
    }

    private Socket(StreamLine line)
    {
        _isStream = true;
        _line = line;
    }

    /// <summary>How long a send waits for the other side to take what was sent before, in ms.</summary>
    public int SendTimeout { get; set; }

    /// <summary>Calls a port of the board itself, or says where datagrams are to go.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    /// <exception cref="NotSupportedException">Another machine is called.</exception>
    public void Connect(EndPoint remoteEP)
    {
        var to = (IPEndPoint)remoteEP;
        if (!_isStream)
        {
            _peer = to;
            return;
        }

        if (!IPAddress.IsLoopback(to.Address))
        {
            throw new NotSupportedException("The simulated board calls nobody but itself.");
        }

        _call = _board.Dial(to.Port);
    }

    /// <exception cref="SocketException">The call was ended by the other side.</exception>
    public int Send(byte[] buffer)
    {
        if (_peer is { } peer)
        {
            return SendTo(buffer, 0, buffer.Length, SocketFlags.None, peer);
        }

        (_call ?? throw new SocketException((int)SocketError.NotConnected)).Send(buffer);
        return buffer.Length;
    }

    /// <summary>Bytes of the datagram that waits at the bound port, 0 when none does.</summary>
    public int Available => _line?.Available ?? _datagrams.Peek(_port);

    /// <summary>True when a read, or an accept, would not wait.</summary>
    /// <exception cref="NotSupportedException">It is to wait, or to look at anything but reading.</exception>
    public bool Poll(int microSeconds, SelectMode mode)
    {
        if (microSeconds != 0 || mode != SelectMode.SelectRead)
        {
            throw new NotSupportedException(
                "The simulated board looks whether there is something to read, and does not wait for it.");
        }

        return _line?.IsReadable ?? _board.Network.Streams.IsWaiting(_port);
    }

    /// <exception cref="SocketException">The port is taken.</exception>
    public void Listen(int backlog) => _board.Network.Streams.Listen(_port);

    /// <summary>Takes a connection that is there.</summary>
    public Socket Accept() => new(_board.Network.Streams.Accept(_port));

    /// <summary>What has come of a connection; 0 when the other side has left.</summary>
    public int Receive(byte[] buffer, int offset, int size, SocketFlags socketFlags) =>
        _line!.Receive(buffer.AsSpan(offset, size));

    /// <summary>Sends what fits; how many bytes that is.</summary>
    /// <exception cref="SocketException">The other side takes nothing or has left.</exception>
    public int Send(byte[] buffer, int offset, int size, SocketFlags socketFlags) =>
        _peer is { } peer
            ? SendTo(buffer, offset, size, socketFlags, peer)
            : _line!.Send(buffer.AsSpan(offset, size), SendTimeout);

    /// <summary>Taken and ignored: nothing here depends on a switch.</summary>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, bool optionValue)
    {
    }

    /// <summary>Joins a multicast group, or names the interface for groups; every other option is taken and ignored.</summary>
    /// <exception cref="SocketException">The group is none, or the option has another length than 8: group and
    /// interface.</exception>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, byte[] optionValue)
    {
        if (optionLevel == SocketOptionLevel.IP && optionName == SocketOptionName.MulticastInterface)
        {
            _interface = new IPAddress(optionValue);
        }

        if (optionLevel != SocketOptionLevel.IP || optionName != SocketOptionName.AddMembership)
        {
            return;
        }

        if (optionValue.Length != 8 || optionValue[0] is < 224 or > 239)
        {
            throw new SocketException((int)SocketError.InvalidArgument);
        }

        _datagrams.Join(_port, new IPAddress(optionValue.AsSpan(0, 4)), new IPAddress(optionValue.AsSpan(4, 4)));
    }

    public void Bind(EndPoint localEP)
    {
        int port = ((IPEndPoint)localEP).Port;
        if (!_isStream)
        {
            _datagrams.Bind(port);
        }

        _port = port;
    }

    /// <summary>As <see cref="ReceiveFrom"/>, without a word of the sender and without an object made.</summary>
    public int Receive(byte[] buffer)
    {
        EndPoint? nobody = null;
        return Receive(buffer, ref nobody);
    }

    /// <summary>Waits for a datagram; what does not fit is cut off, as on the device.</summary>
    public int ReceiveFrom(byte[] buffer, ref EndPoint remoteEP)
    {
        EndPoint? from = remoteEP;
        int length = Receive(buffer, ref from);
        remoteEP = from!;
        return length;
    }

    private int Receive(byte[] buffer, ref EndPoint? remoteEP)
    {
        Datagrams.Datagram datagram = _datagrams.Receive(_port);
        int length = Math.Min(buffer.Length, datagram.Bytes.Length);
        Array.Copy(datagram.Bytes, buffer, length);
        remoteEP = datagram.Peer;
        return length;
    }

    /// <exception cref="SocketException">The other side is not there.</exception>
    public int SendTo(byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP)
    {
        if (_datagrams.FailSends > 0)
        {
            _datagrams.FailSends--;
            throw new SocketException((int)SocketError.HostUnreachable);
        }

        if (_interface is null && ((IPEndPoint)remoteEP).Address.GetAddressBytes()[0] is >= 224 and <= 239)
        {
            _datagrams.Strayed++;
        }

        _datagrams.Send(_port, new Datagrams.Datagram(buffer.AsSpan(offset, size).ToArray(), (IPEndPoint)remoteEP, _interface));
        return size;
    }

    public void Close() => Dispose();

    public void Dispose()
    {
        _call?.Dispose();
        _line?.Dispose();
        if (_isStream && _port != 0)
        {
            _board.Network.Streams.Close(_port);
        }

        if (!_isStream && _port != 0)
        {
            _datagrams.Unbind(_port);
        }
    }
}
