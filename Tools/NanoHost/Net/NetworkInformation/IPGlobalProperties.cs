using System.Net;

namespace NanoHost.Net.NetworkInformation;

/// <summary>The board's address.</summary>
public static class IPGlobalProperties
{
    /// <summary>
    /// The address in the network that the board is a client of, else the hotspot's, else <see cref="IPAddress.Any"/>.
    /// </summary>
    public static IPAddress GetIPAddress() => IPAddress.Parse(
        NetworkInterface.GetAllNetworkInterfaces().Select(each => each.IPv4Address).FirstOrDefault(
            address => address != NetworkPeripheral.NoAddress,
            NetworkPeripheral.NoAddress));
}
