using System.Net;
using System.Net.NetworkInformation;
using ApOptions = System.Net.NetworkInformation.WirelessAPConfiguration.ConfigurationOptions;
using NetworkInterface = NanoHost.Net.NetworkInformation.NetworkInterface;
using NetworkInterfaceType = NanoHost.Net.NetworkInformation.NetworkInterfaceType;
using StationOptions = System.Net.NetworkInformation.Wireless80211Configuration.ConfigurationOptions;

namespace NanoHost.Net;

/// <summary>
/// The board's radio: its own hotspot and its life in other networks. Settings outlive the board in its storage folder. The
/// hotspot is what it was configured to be when the board started: a change waits for the next start, as on the chip. Nothing of
/// it reaches the PC's network: web servers listen on loopback whatever the radio does.
/// </summary>
public sealed class NetworkPeripheral
{
    internal const string NoAddress = "0.0.0.0";

    private const int OwnBytes = 3;
    private const string LeasedAddress = "192.168.1.50";
    private const string LeaseMask = "255.255.255.0";
    private const string LeaseGateway = "192.168.1.1";

    private readonly string _file;
    private readonly NetworkSettings _booted;
    private readonly List<WirelessAPStation> _phones = new();
    private bool _wantsToJoin;

    /// <param name="storageRoot">The folder that is I:\; the settings lie beside the board's files, unseen by the board.</param>
    public NetworkPeripheral(string storageRoot)
    {
        _file = FileIn(storageRoot);
        _booted = NetworkSettings.Load(_file);
        Saved = NetworkSettings.Load(_file);
        _wantsToJoin = (_booted.Wifi.Options & StationOptions.AutoConnect) == StationOptions.AutoConnect
            && _booted.Wifi.Ssid.Length > 0;
    }

    /// <summary>False for a board without an antenna in use: it has no interface and no configuration of one.</summary>
    public bool IsPresent { get; set; } = true;

    /// <summary>
    /// The address of a network socket beside the radio; null for none. Nothing goes through it: it tells boards apart that have
    /// no radio.
    /// </summary>
    public byte[]? WiredAddress { get; set; }

    /// <summary>An address like no other board's: made up when first asked for, and kept with the settings.</summary>
    public byte[] OwnAddress
    {
        get
        {
            if (Saved.OwnAddress.Length == 0)
            {
                Saved.OwnAddress = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(OwnBytes));
                Saved.Save(_file);
            }

            return NetworkInterface.MadeUp.Concat(Convert.FromHexString(Saved.OwnAddress)).ToArray();
        }
    }

    /// <summary>What phones and the board send each other by UDP.</summary>
    public Datagrams Datagrams { get; } = new();

    /// <summary>TCP connections to sockets of the board's own.</summary>
    public Streams Streams { get; } = new();

    /// <summary>Machines beyond it, by the library that connects to one.</summary>
    public FarMachines Far { get; } = new();

    /// <summary>The networks in range; none to begin with.</summary>
    public IList<SurroundingNetwork> Surroundings { get; } = new List<SurroundingNetwork>();

    /// <summary>The hotspot is on air: it was enabled when the board started.</summary>
    public bool HotspotIsUp => (_booted.Hotspot.Options & ApOptions.Enable) != 0;

    /// <summary>Fault to put in: the hotspot's interface has no address, nor can anything be bound to it.</summary>
    public bool HotspotLacksAddress { get; set; }

    /// <summary>
    /// The board looks for its network on all channels, at once again after each failure and for as long as nobody tells it to
    /// stop: the hotspot misses most of what phones send meanwhile.
    /// </summary>
    public bool IsSearching => IsPresent && _wantsToJoin && ConnectedSsid is null;

    /// <summary>Times that the firmware told the board to join.</summary>
    public int Joins { get; private set; }

    /// <summary>Name of the hotspot on air; null when it is off.</summary>
    public string? HotspotSsid => HotspotIsUp ? _booted.Hotspot.Ssid : null;

    /// <summary>Name of the network that the board is a client of; null without one.</summary>
    public string? ConnectedSsid { get; private set; }

    /// <summary>The hotspot on air is not the one that is saved: the board must be started again.</summary>
    public bool NeedsReboot =>
        System.Text.Json.JsonSerializer.Serialize(_booted.Hotspot) != System.Text.Json.JsonSerializer.Serialize(Saved.Hotspot)
        || (HotspotIsUp && _booted.HotspotAddresses.Address != Saved.HotspotAddresses.Address);

    /// <summary>Questions to its configuration so far, each of which reads flash.</summary>
    public int Questions { get; private set; }

    /// <summary>Takes the time of a write to flash.</summary>
    internal Action<int>? Busy { get; init; }

    /// <summary>Takes the time of so many reads of flash.</summary>
    internal Action<int>? Reads { get; init; }

    internal event Action? AddressChanged;

    internal event Action<int, bool>? StationChanged;

    internal NetworkSettings Saved { get; }

    internal WirelessAPStation[] Phones => _phones.ToArray();

    /// <summary>
    /// Connects as configured when the board is to do so by itself; the host calls it once networks are in range.
    /// </summary>
    public void ConnectAtStart()
    {
        if (_wantsToJoin)
        {
            Connect(_booted.Wifi.Ssid, _booted.Wifi.Password);
        }
    }

    /// <summary>
    /// A phone joins the hotspot: its index, or -1 when the hotspot is off or has all the connections it may have.
    /// </summary>
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

    /// <summary>A network comes into range; the board joins it when it is looking for it.</summary>
    public void Appear(SurroundingNetwork network)
    {
        Surroundings.Add(network);
        if (IsSearching)
        {
            Connect(Saved.Wifi.Ssid, Saved.Wifi.Password);
        }
    }

    /// <summary>No network is in range any more.</summary>
    public void Vanish()
    {
        Surroundings.Clear();
        Disconnect();
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

    /// <summary>Saves a network as a board of before would have; the next board with this storage takes it up.</summary>
    /// <param name="storageRoot">The folder that is I:\.</param>
    /// <param name="hotspot">Name of the hotspot; null for none.</param>
    /// <param name="wifi">Name of the network to join; null for none.</param>
    /// <param name="password">Of that network.</param>
    public static void Provision(string storageRoot, string? hotspot, string? wifi = null, string password = "")
    {
        var saved = new NetworkSettings();
        if (hotspot is not null)
        {
            saved.Hotspot.Ssid = hotspot;
            saved.Hotspot.Options = ApOptions.AutoStart;
            saved.Hotspot.MaxConnections = 8;
        }

        saved.Wifi.Ssid = wifi ?? string.Empty;
        saved.Wifi.Password = password;
        saved.Wifi.Options = wifi is null ? StationOptions.Disable : StationOptions.AutoConnect;
        saved.Save(FileIn(storageRoot));
    }

    /// <summary>The firmware told the board to leave its network, or to stop looking for one.</summary>
    internal void StopJoining()
    {
        _wantsToJoin = false;
        Disconnect();
    }

    /// <summary>The firmware told the board to join.</summary>
    internal bool? TellToJoin(string ssid, string password)
    {
        _wantsToJoin = true;
        Joins++;
        return Connect(ssid, password);
    }

    private static string FileIn(string storageRoot) =>
        System.IO.Path.Combine(storageRoot, IO.FlashDrive.HostFolder, "network.json");

    private bool? Connect(string ssid, string password)
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

    internal void Save()
    {
        Busy?.Invoke(IO.FlashDrive.WriteUs);
        Saved.Save(_file);
    }

    /// <summary>The firmware asks for so many parts of the configuration.</summary>
    internal void Ask(int parts)
    {
        Questions++;
        Reads?.Invoke(parts * IO.FlashDrive.ConfigurationReads);
    }

    /// <summary>The address of the first interface that has one, the station's before the hotspot's; any without one.</summary>
    internal IPAddress FirstAddress => IPAddress.Parse(
        NetworkInterface.Addresses(this).FirstOrDefault(address => address != NoAddress, NoAddress));

    /// <summary>
    /// The addresses in force: none for a station without a network. The hotspot's fixed one reads as set whether the hotspot is
    /// on air or not.
    /// </summary>
    internal NetworkSettings.Addresses Live(NetworkInterfaceType type)
    {
        if (type == NetworkInterfaceType.WirelessAP)
        {
            return HotspotLacksAddress ? new() : _booted.HotspotAddresses;
        }

        if (ConnectedSsid is null)
        {
            return new() { Dhcp = Saved.WifiAddresses.Dhcp };
        }

        return Saved.WifiAddresses.Dhcp
            ? new()
            {
                Dhcp = true,
                Address = LeasedAddress,
                Mask = LeaseMask,
                Gateway = LeaseGateway,
                Dns = new[] { LeaseGateway },
            }
            : Saved.WifiAddresses;
    }
}
