using System;
using System.Net.NetworkInformation;
using System.Threading;
using NanoFirmware.Drive;
using nanoFramework.Hardware.Esp32;
using nanoFramework.Runtime.Native;

namespace NanoFirmware.Network;

/// <summary>
/// The device's own Wi-Fi network. The first start configures it and restarts the board, as the platform asks; from then on it
/// is on air when the board is, beside whatever network the board has joined. Whatever fails here is counted and shown; the
/// strips do not wait for it.
/// </summary>
internal sealed class Hotspot
{
    /// <summary>Password until somebody sets another.</summary>
    public const string DefaultPassword = "nanofirmware";

    private const string NamePrefix = "nanoFirmware-";
    private const string Mask = "255.255.255.0";
    private const int MaxClients = 8;

    // The radio needs a moment after power-up.
    private const int WaitMs = 500;
    private const int Waits = 60;

    private readonly DhcpService _dhcp = new DhcpService(Board.HotspotAddress);
    private readonly DnsService _dns = new DnsService(Board.HotspotAddress);

    /// <summary>"off", "no radio", "restarting", "on" or "failed".</summary>
    public string State = "off";

    /// <summary>Name of the network; null until it is known.</summary>
    public string Name;

    /// <summary>The saved password is the one that every new device has, and everybody knows.</summary>
    public bool HasDefaultPassword;

    /// <summary>Something was saved that the next start takes up.</summary>
    public bool NeedsRestart;

    /// <summary>Faults of the hotspot and its two services.</summary>
    public int Faults => _faults + _dhcp.Faults + _dns.Faults;

    public string LastFault => _lastFault ?? _dhcp.LastFault ?? _dns.LastFault;

    /// <summary>Phones with an address.</summary>
    public int Clients => _dhcp.Clients((int)(HighResTimer.GetCurrent() / 1000000));

    private int _faults;
    private string _lastFault;

    /// <summary>Brings the network up on a thread of the lowest priority.</summary>
    public void Start()
    {
        var thread = new Thread(Run) { Priority = ThreadPriority.Lowest };
        thread.Start();
    }

    /// <summary>Configures what is not configured yet, restarting the board if need be; true when phones can be served.</summary>
    public bool Prepare()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
        if (radio == null)
        {
            State = "no radio";
            return false;
        }

        WirelessAPConfiguration saved = Saved(radio);
        if ((saved.Options & WirelessAPConfiguration.ConfigurationOptions.Enable) == 0)
        {
            ConfigureFirst(radio, saved);
            return false;
        }

        Name = saved.Ssid;
        HasDefaultPassword = saved.Password == DefaultPassword;
        return WaitForAddress();
    }

    /// <summary>The name from the next start on; null without a radio.</summary>
    public string SavedName
    {
        get
        {
            NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
            return radio == null ? null : Saved(radio).Ssid;
        }
    }

    /// <summary>Saves another name or password for the next start; what is saved already is not written again.</summary>
    /// <param name="name">1 to 31 bytes; null leaves it.</param>
    /// <param name="password">8 to 63 bytes; null leaves it.</param>
    public void Configure(string name, string password)
    {
        if (Has(name, password))
        {
            return;
        }

        WirelessAPConfiguration saved = Saved(NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP));
        saved.Ssid = name ?? saved.Ssid;
        saved.Password = password ?? saved.Password;
        WritePause.Await();
        saved.SaveConfiguration();
        FlashWrites.Count++;
        HasDefaultPassword = saved.Password == DefaultPassword;
        NeedsRestart = true;
    }

    /// <summary>Whether a name and a password, as <see cref="Configure"/> takes them, are what is saved.</summary>
    public bool Has(string name, string password)
    {
        WirelessAPConfiguration saved = Saved(NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP));
        return (name ?? saved.Ssid) == saved.Ssid && (password ?? saved.Password) == saved.Password;
    }

    /// <summary>Back to the name and the password of the first start, from the next one on.</summary>
    public void Reset()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
        if (radio != null)
        {
            Configure(FirstName(radio), DefaultPassword);
        }
    }

    private static WirelessAPConfiguration Saved(NetworkInterface radio) =>
        WirelessAPConfiguration.GetAllWirelessAPConfigurations()[(int)radio.SpecificConfigId];

    // Two bytes of the radio's own address tell two devices at one party apart.
    private static string FirstName(NetworkInterface radio)
    {
        byte[] mac = radio.PhysicalAddress;
        return NamePrefix + mac[4].ToString("X2") + mac[5].ToString("X2");
    }

    private void Run()
    {
        try
        {
            if (Prepare())
            {
                _dhcp.Start();
                _dns.Start();
            }
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
        }
    }

    private void ConfigureFirst(NetworkInterface radio, WirelessAPConfiguration configuration)
    {
        radio.EnableStaticIPv4(Board.HotspotAddress, Mask, Board.HotspotAddress);
        configuration.Ssid = FirstName(radio);
        configuration.Password = DefaultPassword;
        configuration.Authentication = AuthenticationType.WPA2;
        configuration.Encryption = EncryptionType.WPA2;
        configuration.Radio = RadioType._802_11n;
        configuration.MaxConnections = MaxClients;
        configuration.Options = WirelessAPConfiguration.ConfigurationOptions.AutoStart;
        WritePause.Await();
        configuration.SaveConfiguration();
        FlashWrites.Count++;

        // Only what can be read back is worth a restart: else the board would restart for ever.
        if ((Saved(radio).Options & WirelessAPConfiguration.ConfigurationOptions.Enable) == 0)
        {
            Fail("the hotspot's configuration was not kept");
            return;
        }

        State = "restarting";
        Power.RebootDevice();
    }

    private bool WaitForAddress()
    {
        for (int wait = 0; wait < Waits; wait++)
        {
            if (NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP).IPv4Address == Board.HotspotAddress)
            {
                State = "on";
                return true;
            }

            Thread.Sleep(WaitMs);
        }

        Fail("the hotspot has no address");
        return false;
    }

    private void Fail(string fault)
    {
        _faults++;
        _lastFault = fault;
        State = "failed";
    }
}
