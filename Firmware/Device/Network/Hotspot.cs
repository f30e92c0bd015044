using System;
using System.Net.NetworkInformation;
using NanoFirmware.Drive;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Network;

/// <summary>
/// The device's own Wi-Fi network. The first start configures it and restarts the board, as the platform asks; from then on it is
/// on air when the board is, beside whatever network the board has joined. Whatever fails here is counted and shown, and tried
/// again for ever, less and less often; the strips do not wait for it.
/// </summary>
/// <remarks>What is known is remembered, since each question to the platform reads flash.</remarks>
internal sealed class Hotspot
{
    /// <summary>Password until somebody sets another.</summary>
    public const string DefaultPassword = "nanofirmware";

    private const string NamePrefix = "nanoFirmware-";
    private const string Mask = "255.255.255.0";
    private const string NoRadio = "no radio";
    private const string Configured = "configured";
    private const int MaxClients = 8;

    // A configuration that is not kept is written so often, and no more: flash wears.
    private const int MostConfigurations = 3;
    private const int MacBytes = 6;

    // The radio needs a moment after power-up.
    private const int PatienceMs = 30000;
    private const int FirstRetryMs = 500;
    private const int LongestRetryMs = 60000;

    private readonly DhcpService _dhcp = new DhcpService(Board.HotspotAddress);
    private readonly DnsService _dns = new DnsService(Board.HotspotAddress);
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private string _state = "off";
    private byte[] _mac;
    private WirelessAPConfiguration _saved;
    private long _firstLookMs = -1;
    private int _configurations;
    private int _faults;
    private string _lastFault;

    /// <summary>
    /// "off", "no radio", "restarting", "starting", "failed", "configured": it has its address, which the platform says whether
    /// anybody can hear it or not, or "answering": a phone was answered.
    /// </summary>
    public string State => _state == Configured && _dhcp.Answered + _dns.Answered > 0 ? "answering" : _state;

    /// <summary>It has its address: who is bound to it can be reached.</summary>
    public bool IsConfigured => _state == Configured;

    /// <summary>Name of the network; null until it is known.</summary>
    public string Name;

    /// <summary>The saved password is the one that every new device has, and everybody knows.</summary>
    public bool HasDefaultPassword => _saved != null && _saved.Password == DefaultPassword;

    /// <summary>Something was saved that the next start takes up.</summary>
    public bool NeedsRestart;

    /// <summary>Faults of the hotspot and its two services.</summary>
    public int Faults => _faults + _dhcp.Faults + _dns.Faults;

    public string LastFault => _lastFault ?? _dhcp.LastFault ?? _dns.LastFault;

    /// <summary>Phones with an address.</summary>
    public int Clients => _dhcp.Clients((int)(HighResTimer.GetCurrent() / 1000000));

    /// <summary>False on a board that was found to have none.</summary>
    public bool HasRadio => _state != NoRadio;

    /// <summary>Phones that are connected now.</summary>
    public int Phones => _state == Configured ? Saved().GetConnectedStations().Length : 0;

    /// <summary>The radio's own address, six bytes; a cable's socket's without a radio, and all zero without both.</summary>
    public byte[] Mac
    {
        get
        {
            if (_mac == null)
            {
                NetworkInterface own = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP)
                    ?? NetworkInterfaces.Find(NetworkInterfaceType.Ethernet);
                _mac = own == null ? new byte[MacBytes] : own.PhysicalAddress;
            }

            return _mac;
        }
    }

    /// <summary>Brings the network up, if it is not and if it is time to try.</summary>
    public void Look(long nowMs)
    {
        if (_state == Configured || !_retry.IsDue(nowMs))
        {
            return;
        }

        _firstLookMs = _firstLookMs < 0 ? nowMs : _firstLookMs;
        try
        {
            if (Prepare())
            {
                _dhcp.Start();
                _dns.Start();
            }
            else if (_state == "starting" && nowMs - _firstLookMs >= PatienceMs)
            {
                Fail("the hotspot has no address");
            }
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
        }

        _retry.Failed(nowMs);
    }

    /// <summary>Configures what is not configured yet, restarting the board if need be; true when phones can be served.</summary>
    public bool Prepare()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
        if (radio == null)
        {
            _state = NoRadio;
            return false;
        }

        _mac = radio.PhysicalAddress;
        if ((Saved().Options & WirelessAPConfiguration.ConfigurationOptions.Enable) == 0)
        {
            ConfigureFirst(radio, Ask());
            return false;
        }

        Name = Name ?? Saved().Ssid;
        bool hasAddress = radio.IPv4Address == Board.HotspotAddress;
        if (hasAddress)
        {
            _state = Configured;
        }
        else if (_state != "failed")
        {
            _state = "starting";
        }

        return hasAddress;
    }

    /// <summary>The name from the next start on; null without a radio.</summary>
    public string SavedName => Saved() == null ? null : Saved().Ssid;

    /// <summary>Saves another name or password for the next start; what is saved already is not written again.</summary>
    /// <param name="name">1 to 31 bytes; null leaves it.</param>
    /// <param name="password">8 to 63 bytes; null leaves it.</param>
    public void Configure(string name, string password)
    {
        if (Has(name, password))
        {
            return;
        }

        // Changed in a copy of its own: what is remembered is what is saved, also when this save fails.
        WirelessAPConfiguration changed = Ask();
        changed.Ssid = name ?? changed.Ssid;
        changed.Password = password ?? changed.Password;
        Save(changed);
        NeedsRestart = true;
    }

    /// <summary>Whether a name and a password, as <see cref="Configure"/> takes them, are what is saved.</summary>
    public bool Has(string name, string password) =>
        (name ?? Saved().Ssid) == Saved().Ssid && (password ?? Saved().Password) == Saved().Password;

    /// <summary>Back to the name and the password of the first start, from the next one on.</summary>
    public void Reset()
    {
        if (Saved() != null)
        {
            Configure(FirstName(Mac), DefaultPassword);
        }
    }

    private WirelessAPConfiguration Saved()
    {
        _saved = _saved ?? Ask();
        return _saved;
    }

    private static WirelessAPConfiguration Ask()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
        if (radio == null)
        {
            return null;
        }

        using (StripRest.Begin())
        {
            return WirelessAPConfiguration.GetAllWirelessAPConfigurations()[(int)radio.SpecificConfigId];
        }
    }

    private void Save(WirelessAPConfiguration changed)
    {
        using (StripRest.Begin())
        {
            changed.SaveConfiguration();
        }

        FlashWrites.Count++;
        _saved = changed;
    }

    // Two bytes of the radio's own address tell two devices at one party apart.
    private static string FirstName(byte[] mac) => NamePrefix + mac[4].ToString("X2") + mac[5].ToString("X2");

    private void ConfigureFirst(NetworkInterface radio, WirelessAPConfiguration configuration)
    {
        if (_configurations == MostConfigurations)
        {
            return;
        }

        _configurations++;
        using (StripRest.Begin())
        {
            radio.EnableStaticIPv4(Board.HotspotAddress, Mask, Board.HotspotAddress);
        }

        configuration.Ssid = FirstName(_mac);
        configuration.Password = DefaultPassword;
        configuration.Authentication = AuthenticationType.WPA2;
        configuration.Encryption = EncryptionType.WPA2;
        configuration.Radio = RadioType._802_11n;
        configuration.MaxConnections = MaxClients;
        configuration.Options = WirelessAPConfiguration.ConfigurationOptions.AutoStart;
        Save(configuration);

        // Only what can be read back is worth a restart: else the board would restart for ever.
        if ((Ask().Options & WirelessAPConfiguration.ConfigurationOptions.Enable) == 0)
        {
            _saved = null;
            Fail("the hotspot's configuration was not kept");
            return;
        }

        _state = "restarting";
        Power.RebootDevice();
    }

    private void Fail(string fault)
    {
        _faults++;
        _lastFault = fault;
        _state = "failed";
    }
}
