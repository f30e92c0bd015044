using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>A port of this PC that nobody has, to stand for one of the board's or for a server's.</summary>
public static class FreePort
{
    /// <summary>For whoever listens for calls.</summary>
    public static int Tcp()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>For datagrams.</summary>
    public static int Udp()
    {
        using var probe = new UdpClient(new IPEndPoint(IPAddress.Loopback, 0));
        return ((IPEndPoint)probe.Client.LocalEndPoint!).Port;
    }
}
