using System.Net;
using System.Net.NetworkInformation;
using System.Net.Sockets;
using System.Threading;
using NanoFirmware.Network;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Asks for the address of a name: the network's server, or the neighbours for a name that ends in ".local". Others run while it
/// waits.
/// </summary>
internal sealed class NameLookup
{
    private const int ServerPort = 53;
    private const int NeighboursPort = 5353;
    private const string NeighboursGroup = "224.0.0.251";
    private const string LocalEnd = ".local";
    private const string NoServer = "0.0.0.0";

    // Ports that are nobody's: from there on, so many.
    private const int FirstPort = 49152;
    private const int Ports = 16000;

    private const int Tries = 3;
    private const int LooksATry = 20;
    private const int LookMs = 50;

    private readonly Radio _radio;

    public NameLookup(Radio radio) => _radio = radio;

    /// <summary>Why there is no address, as a sentence.</summary>
    public string Problem;

    /// <summary>The address of a host; null with a <see cref="Problem"/> when it has none now.</summary>
    public string Find(string host)
    {
        if (NameQuery.IsAddress(host))
        {
            return host;
        }

        bool isLocal = host.Length > LocalEnd.Length && host.Substring(host.Length - LocalEnd.Length).ToLower() == LocalEnd;
        string asked = isLocal ? NeighboursGroup : Server();
        if (asked == null || _radio.Station.Address == null)
        {
            Problem = "no network that could be asked for the name: give the broker's address";
            return null;
        }

        Socket socket = null;
        try
        {
            socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
            return Ask(socket, host, new IPEndPoint(IPAddress.Parse(asked), isLocal ? NeighboursPort : ServerPort), isLocal);
        }
        finally
        {
            if (socket != null)
            {
                socket.Close();
            }
        }
    }

    private string Ask(Socket socket, string host, IPEndPoint to, bool isLocal)
    {
        int id = (int)(HighResTimer.GetCurrent() & 0xFFFF);
        socket.Bind(new IPEndPoint(IPAddress.Any, FirstPort + (id % Ports)));
        if (isLocal)
        {
            socket.SetSocketOption(
                SocketOptionLevel.IP, SocketOptionName.MulticastInterface,
                IPAddress.Parse(_radio.Station.Address).GetAddressBytes());
        }

        var packet = new byte[NameQuery.MaxBytes];
        NameAnswer said = NameAnswer.None;
        string address = null;
        for (int i = 0; i < Tries && said == NameAnswer.None; i++)
        {
            int length = NameQuery.Write(packet, id, host, isLocal);
            socket.SendTo(packet, 0, length, SocketFlags.None, to);
            said = Await(socket, packet, id, out address);
        }

        Problem = said == NameAnswer.None ? "nobody answers who " + host + " is" : "there is no " + host;
        return address;
    }

    private static NameAnswer Await(Socket socket, byte[] packet, int id, out string address)
    {
        address = null;
        for (int i = 0; i < LooksATry; i++)
        {
            Thread.Sleep(LookMs);
            while (socket.Available > 0)
            {
                int length = socket.Receive(packet);
                NameAnswer said = NameQuery.Read(packet, length, id, out address);
                if (said != NameAnswer.NotOurs)
                {
                    return said;
                }
            }
        }

        return NameAnswer.None;
    }

    // Reads flash: only when a connection is made.
    private static string Server()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211);
        string[] servers = radio == null ? null : radio.IPv4DnsAddresses;
        bool isThere = servers != null && servers.Length > 0 && !string.IsNullOrEmpty(servers[0]) && servers[0] != NoServer;
        return isThere ? servers[0] : null;
    }
}
