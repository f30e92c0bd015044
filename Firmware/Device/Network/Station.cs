using System.Device.Wifi;
using System.Net.NetworkInformation;
using NanoFirmware.Drive;

namespace NanoFirmware.Network;

/// <summary>
/// The device as a client of somebody's Wi-Fi. The platform keeps the name and the password and joins by itself at each start;
/// the hotspot stays on air beside it, so there is always a way back. A network that cannot be joined is left alone after a
/// while: the platform would look for it on all channels for ever, and the hotspot would miss what phones send meanwhile.
/// </summary>
/// <remarks>What is known is remembered, since each question to the platform reads flash.</remarks>
internal sealed class Station
{
    /// <summary>A network is looked for so long before it is left alone.</summary>
    public const int JoinMs = 30000;

    /// <summary>After so long it is tried again, unless a phone is on the hotspot.</summary>
    public const int AgainMs = 300000;

    private const int JoiningLookMs = 2000;
    private const int JoinedLookMs = 10000;

    private const string NoAddress = "0.0.0.0";

    private bool _isKnown;
    private string _name;
    private string _address;
    private bool _isLeftAlone;
    private long _sinceMs;
    private long _nextLookMs;

    /// <summary>Name of the network that the device is to join; null without a radio, empty for none.</summary>
    public string Name
    {
        get
        {
            Know();
            return _name;
        }
    }

    /// <summary>The device's address there; null while it has none.</summary>
    public string Address
    {
        get
        {
            Know();
            return _address;
        }
    }

    /// <summary>"no radio", "off", "joining", "joined" or "left alone".</summary>
    public string State
    {
        get
        {
            if (string.IsNullOrEmpty(Name))
            {
                return Name == null ? "no radio" : "off";
            }

            if (Address != null)
            {
                return "joined";
            }

            return _isLeftAlone ? "left alone" : "joining";
        }
    }

    /// <summary>Looks whether the network was joined, leaves it alone or tries it again when it is time.</summary>
    /// <param name="nowMs">Time since start.</param>
    /// <param name="hotspot">Knows whether phones are there.</param>
    public void Look(long nowMs, Hotspot hotspot)
    {
        if (nowMs < _nextLookMs)
        {
            return;
        }

        bool wasJoined = _address != null;
        Refresh();
        _nextLookMs = nowMs + (_address == null ? JoiningLookMs : JoinedLookMs);
        if (string.IsNullOrEmpty(_name))
        {
            return;
        }

        if (_address != null || wasJoined)
        {
            // When it goes the platform looks for it from then on.
            _isLeftAlone = false;
            _sinceMs = nowMs;
        }
        else if (!_isLeftAlone && nowMs - _sinceMs >= JoinMs)
        {
            LeaveAlone(nowMs);
        }
        else if (_isLeftAlone && nowMs - _sinceMs >= AgainMs && hotspot.Phones == 0)
        {
            TryAgain(nowMs);
        }
    }

    /// <summary>Saves which network to join from the next start on; false when that is what was saved already.</summary>
    /// <param name="name">Up to 31 bytes; empty joins none.</param>
    /// <param name="password">Up to 63 bytes; null keeps that of the same network, and is none for another.</param>
    public bool Configure(string name, string password)
    {
        if (Has(name, password))
        {
            return false;
        }

        Wireless80211Configuration saved = Saved();
        saved.Password = password ?? (name == saved.Ssid ? saved.Password : string.Empty);
        saved.Ssid = name;
        saved.Authentication = AuthenticationType.WPA2;
        saved.Encryption = EncryptionType.WPA2;
        saved.Options = name.Length > 0
            ? Wireless80211Configuration.ConfigurationOptions.AutoConnect
            : Wireless80211Configuration.ConfigurationOptions.Disable;
        using (StripRest.Begin())
        {
            saved.SaveConfiguration();
        }

        FlashWrites.Count++;
        _name = name;
        return true;
    }

    /// <summary>Whether a name and a password, as <see cref="Configure"/> takes them, are what is saved.</summary>
    public static bool Has(string name, string password)
    {
        Wireless80211Configuration saved = Saved();
        bool joins = saved.Options == Wireless80211Configuration.ConfigurationOptions.AutoConnect;
        return name == saved.Ssid && (password ?? saved.Password) == saved.Password && (joins || name.Length == 0);
    }

    private void LeaveAlone(long nowMs)
    {
        using (StripRest.Begin())
        {
            WifiAdapter.FindAllAdapters()[0].Disconnect();
        }

        _isLeftAlone = true;
        _sinceMs = nowMs;
    }

    // The call itself waits for up to 20 s, and others run meanwhile. It saves what it is given, which is what is saved.
    private void TryAgain(long nowMs)
    {
        _isLeftAlone = false;
        _sinceMs = nowMs;
        Wireless80211Configuration saved = Saved();
        using (StripRest.BeginBrief())
        {
            WifiAdapter.FindAllAdapters()[0].Connect(saved.Ssid, WifiReconnectionKind.Automatic, saved.Password);
        }

        FlashWrites.Count++;
    }

    // Whoever asks before the first look has it looked up.
    private void Know()
    {
        if (!_isKnown)
        {
            Refresh();
        }
    }

    private void Refresh()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211);
        _address = radio == null || radio.IPv4Address == NoAddress ? null : radio.IPv4Address;
        if (!_isKnown)
        {
            _name = radio == null ? null : Saved().Ssid;
            _isKnown = true;
        }
    }

    private static Wireless80211Configuration Saved()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211);
        using (StripRest.Begin())
        {
            return Wireless80211Configuration.GetAllWireless80211Configurations()[(int)radio.SpecificConfigId];
        }
    }
}
