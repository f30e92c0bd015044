using System.Net.NetworkInformation;
using ApOptions = System.Net.NetworkInformation.WirelessAPConfiguration.ConfigurationOptions;
using NetworkInterfaceType = NanoHost.Net.NetworkInformation.NetworkInterfaceType;
using StationOptions = System.Net.NetworkInformation.Wireless80211Configuration.ConfigurationOptions;

namespace NanoHost.Net;

/// <summary>
/// The board's radio: its own hotspot and its life in other networks. Settings outlive the board in its storage folder. The hotspot
/// is what it was configured to be when the board started: a change waits for the next start, as on the chip. Nothing of it
/// reaches the PC's network: web servers listen on loopback whatever the radio does.
/// </summary>
public sealed class NetworkPeripheral
{
    internal const string NoAddress = "0.0.0.0";

    private const string LeasedAddress = "192.168.1.50", LeaseMask = "255.255.255.0", LeaseGateway = "192.168.1.1";

    private readonly string _file;
    private readonly NetworkSettings _booted;
    private readonly List<WirelessAPStation> _phones = new();

    /// <param name="storageRoot">The folder that is I:\; the settings lie beside the board's files, unseen by the board.</param>
    public NetworkPeripheral(string storageRoot)
    {
        _file = System.IO.Path.Combine(storageRoot, IO.FlashDrive.HostFolder, "network.json");
        _booted = NetworkSettings.Load(_file);
        Saved = NetworkSettings.Load(_file);
    }

    /// <summary>False for a board without an antenna in use: it has no interface and no configuration of one.</summary>
    public bool IsPresent { get; set; } = true;

    /// <summary>What phones and the board send each other by UDP.</summary>
    public Datagrams Datagrams { get; } = new();

    /// <summary>The networks in range; none to begin with.</summary>
    public IList<SurroundingNetwork> Surroundings { get; } = new List<SurroundingNetwork>();

    /// <summary>The hotspot is on air: it was enabled when the board started.</summary>
    public bool HotspotIsUp => (_booted.Hotspot.Options & ApOptions.Enable) != 0;

    /// <summary>Name of the hotspot on air; null when it is off.</summary>
    public string? HotspotSsid => HotspotIsUp ? _booted.Hotspot.Ssid : null;

    /// <summary>Name of the network that the board is a client of; null without one.</summary>
    public string? ConnectedSsid { get; private set; }

    /// <summary>The hotspot on air is not the one that is saved: the board must be started again.</summary>
    public bool NeedsReboot => System.Text.Json.JsonSerializer.Serialize(_booted.Hotspot) != System.Text.Json.JsonSerializer.Serialize(Saved.Hotspot)
        || (HotspotIsUp && _booted.HotspotAddresses.Address != Saved.HotspotAddresses.Address);

    internal event Action? AddressChanged;

    internal event Action<int, bool>? StationChanged;

    internal NetworkSettings Saved { get; }

    internal WirelessAPStation[] Phones => _phones.ToArray();

    /// <summary>Connects as configured when the board is to do so by itself; the host calls it once networks are in range.</summary>
    public void ConnectAtStart()
    {
        if ((_booted.Wifi.Options & StationOptions.AutoConnect) == StationOptions.AutoConnect && _booted.Wifi.Ssid.Length > 0)
        {
            Connect(_booted.Wifi.Ssid, _booted.Wifi.Password);
        }
    }

    /// <summary>A phone joins the hotspot: its index, or -1 when the hotspot is off or has all the connections it may have.</summary>
    public int Join(byte[] macAddress, sbyte rssiDbm = -50)
    {
        if (!HotspotIsUp || _phones.Count >= _booted.Hotspot.MaxConnections)
        {
            return -1;
        }

        _phones.Add(new WirelessAPStation(macAddress, rssiDbm));
        StationChanged?.Invoke(_phones.Count - 1, true);
        return _phones.Count - 1;
    }

    /// <summary>A phone leaves the hotspot.</summary>
    public void Leave(int index)
    {
        _phones.RemoveAt(index);
        StationChanged?.Invoke(index, false);
    }

    /// <summary>The network the board was a client of is gone.</summary>
    public void Disconnect()
    {
        if (ConnectedSsid is not null)
        {
            ConnectedSsid = null;
            AddressChanged?.Invoke();
        }
    }

    internal bool? Connect(string ssid, string password)
    {
        Disconnect();
        SurroundingNetwork? network = Surroundings.FirstOrDefault(other => other.Ssid == ssid);
        if (network is null)
        {
            return null;
        }

        if (network.Password != password)
        {
            return false;
        }

        ConnectedSsid = ssid;
        AddressChanged?.Invoke();
        return true;
    }

    internal void Save() => Saved.Save(_file);

    /// <summary>The addresses in force: none for an interface that is down.</summary>
    internal NetworkSettings.Addresses Live(NetworkInterfaceType type)
    {
        if (type == NetworkInterfaceType.WirelessAP)
        {
            return HotspotIsUp ? _booted.HotspotAddresses : new();
        }

        if (ConnectedSsid is null)
        {
            return new() { Dhcp = Saved.WifiAddresses.Dhcp };
        }

        return Saved.WifiAddresses.Dhcp
            ? new() { Dhcp = true, Address = LeasedAddress, Mask = LeaseMask, Gateway = LeaseGateway, Dns = new[] { LeaseGateway } }
            : Saved.WifiAddresses;
    }
}
