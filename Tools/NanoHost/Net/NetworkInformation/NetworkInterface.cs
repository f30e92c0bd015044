using System.Net;

namespace NanoHost.Net.NetworkInformation;

/// <summary>
/// One of the board's interfaces: Wi-Fi as a client, the hotspot, and a socket for a cable. Addresses are the ones in force.
/// </summary>
public class NetworkInterface
{
    /// <summary>What an address begins with that was made up: marked as locally given.</summary>
    internal static readonly byte[] MadeUp = { 0x02, 0x4E, 0x46 };

    private const int Wired = 2;

    private static readonly NetworkInterfaceType[] Types =
        { NetworkInterfaceType.Wireless80211, NetworkInterfaceType.WirelessAP, NetworkInterfaceType.Ethernet };

    private readonly NetworkSettings.Addresses _live;

    protected NetworkInterface(int interfaceIndex)
    {
        NetworkInterfaceType = Types[interfaceIndex];
        PhysicalAddress = interfaceIndex == Wired && Radio.WiredAddress is byte[] own
            ? own : MadeUp.Concat(new byte[] { 0, 0, (byte)interfaceIndex }).ToArray();
        _live = Radio.Live(NetworkInterfaceType);
    }

    public NetworkInterfaceType NetworkInterfaceType { get; }

    /// <summary>Six bytes, made up and marked as locally given.</summary>
    public byte[] PhysicalAddress { get; set; }

    /// <summary>Index into the wireless configurations of the interface's kind.</summary>
    public uint SpecificConfigId { get; set; }

    public string IPv4Address => _live.Address;

    public string IPv4SubnetMask => _live.Mask;

    public string IPv4GatewayAddress => _live.Gateway;

    public string[] IPv4DnsAddresses => _live.Dns;

    public bool IsDhcpEnabled => Saved.Dhcp;

    public bool IsAutomaticDnsEnabled => Saved.Dns.Length == 0;

    private static NetworkPeripheral Radio => SimulatedBoard.Current.Network;

    private NetworkSettings.Addresses Saved =>
        NetworkInterfaceType == NetworkInterfaceType.WirelessAP ? Radio.Saved.HotspotAddresses : Radio.Saved.WifiAddresses;

    /// <summary>The radio's two, when the board has one, and the cable's.</summary>
    public static NetworkInterface[] GetAllNetworkInterfaces()
    {
        Radio.Ask(Wired);
        var all = new List<NetworkInterface>();
        if (Radio.IsPresent)
        {
            all.Add(new NetworkInterface(0));
            all.Add(new NetworkInterface(1));
        }

        if (Radio.WiredAddress is not null)
        {
            all.Add(new NetworkInterface(Wired));
        }

        return all.ToArray();
    }

    /// <summary>The addresses of a radio's interfaces, as they read.</summary>
    internal static IEnumerable<string> Addresses(NetworkPeripheral radio) =>
        radio.IsPresent ? Types.Take(Wired).Select(type => radio.Live(type).Address) : Enumerable.Empty<string>();

    public static bool GetIsNetworkAvailable() => !IPGlobalProperties.GetIPAddress().Equals(IPAddress.Any);

    /// <summary>Keeps a fixed address. The hotspot takes it at the next start, Wi-Fi at once.</summary>
    public void EnableStaticIPv4(string ipv4Address, string ipv4SubnetMask, string ipv4GatewayAddress)
    {
        Saved.Dhcp = false;
        Saved.Address = IPAddress.Parse(ipv4Address).ToString();
        Saved.Mask = IPAddress.Parse(ipv4SubnetMask).ToString();
        Saved.Gateway = IPAddress.Parse(ipv4GatewayAddress).ToString();
        Radio.Save();
    }

    public void EnableDhcp()
    {
        Saved.Dhcp = true;
        Radio.Save();
    }

    /// <exception cref="ArgumentException">There is no address, or there are more than two.</exception>
    public void EnableStaticIPv4Dns(string[] dnsAddresses)
    {
        if (dnsAddresses is not { Length: 1 or 2 })
        {
            throw new ArgumentException("One or two addresses are asked for.", nameof(dnsAddresses));
        }

        Saved.Dns = dnsAddresses;
        Radio.Save();
    }

    public void EnableAutomaticDns()
    {
        Saved.Dns = Array.Empty<string>();
        Radio.Save();
    }

    /// <summary>Does nothing: the simulated lease does not end.</summary>
    public void RenewDhcpLease()
    {
    }

    /// <summary>Does nothing: the simulated lease does not end.</summary>
    public void ReleaseDhcpLease()
    {
    }

    /// <exception cref="NotImplementedException">Always, as on the device.</exception>
    public void EnableStaticIP(
        string ipv4Address, string ipv4subnetMask, string ipv4gatewayAddress, string ipv6Address, string ipv6SubnetMask,
        string ipv6GatewayAddress) =>
        throw new NotImplementedException();

    /// <exception cref="NotImplementedException">Always, as on the device.</exception>
    public void EnableStaticIPv6(string ipv6Address, string ipv6SubnetMask, string ipv6GatewayAddress) =>
        throw new NotImplementedException();

    /// <exception cref="NotImplementedException">Always, as on the device.</exception>
    public void EnableStaticIPv6Dns(string[] dnsAddresses) => throw new NotImplementedException();
}
