using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net.Sockets;

/// <summary>The device's socket as far as the firmware uses it: datagrams, which stay inside the simulated board's own network.</summary>
public sealed class Socket : IDisposable
{
    private readonly Datagrams _datagrams = SimulatedBoard.Current.Network.Datagrams;
    private int _port;

    /// <exception cref="NotSupportedException">Anything but UDP over IPv4 is asked for.</exception>
    public Socket(AddressFamily addressFamily, SocketType socketType, ProtocolType protocolType)
    {
        if (addressFamily != AddressFamily.InterNetwork || socketType != SocketType.Dgram || protocolType != ProtocolType.Udp)
        {
            throw new NotSupportedException("The simulated board's sockets carry UDP over IPv4 only.");
        }
    }

    /// <summary>Taken and ignored: nothing here depends on an option.</summary>
    public void SetSocketOption(SocketOptionLevel optionLevel, SocketOptionName optionName, bool optionValue)
    {
    }

    public void Bind(EndPoint localEP)
    {
        int port = ((IPEndPoint)localEP).Port;
        _datagrams.Bind(port);
        _port = port;
    }

    /// <summary>Waits for a datagram; what does not fit is cut off, as on the device.</summary>
    public int ReceiveFrom(byte[] buffer, ref EndPoint remoteEP)
    {
        Datagrams.Datagram datagram = _datagrams.Receive(_port);
        int length = Math.Min(buffer.Length, datagram.Bytes.Length);
        Array.Copy(datagram.Bytes, buffer, length);
        remoteEP = datagram.Peer;
        return length;
    }

    public int SendTo(byte[] buffer, int offset, int size, SocketFlags socketFlags, EndPoint remoteEP)
    {
        _datagrams.Sent.Enqueue(new Datagrams.Datagram(buffer.AsSpan(offset, size).ToArray(), (IPEndPoint)remoteEP));
        return size;
    }

    public void Close() => Dispose();

    public void Dispose() => _datagrams.Unbind(_port);
}
