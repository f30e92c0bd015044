using System.Net.NetworkInformation;
using NanoFirmware.Drive;

namespace NanoFirmware.Network;

/// <summary>
/// The device as a client of somebody's Wi-Fi. The platform keeps the name and the password and joins by itself at each start;
/// the hotspot stays on air beside it, so there is always a way back.
/// </summary>
internal static class Station
{
    private const string NoAddress = "0.0.0.0";

    /// <summary>Name of the network that the device is to join; null without a radio, empty for none.</summary>
    public static string Name
    {
        get
        {
            NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211);
            return radio == null ? null : Saved(radio).Ssid;
        }
    }

    /// <summary>The device's address there; null while it has none.</summary>
    public static string Address
    {
        get
        {
            NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211);
            return radio == null || radio.IPv4Address == NoAddress ? null : radio.IPv4Address;
        }
    }

    /// <summary>Saves which network to join from the next start on; false when that is what was saved already.</summary>
    /// <param name="name">Up to 31 bytes; empty joins none.</param>
    /// <param name="password">Up to 63 bytes; null keeps that of the same network, and is none for another.</param>
    public static bool Configure(string name, string password)
    {
        if (Has(name, password))
        {
            return false;
        }

        Wireless80211Configuration saved = Saved(NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211));
        saved.Password = password ?? (name == saved.Ssid ? saved.Password : string.Empty);
        saved.Ssid = name;
        saved.Authentication = AuthenticationType.WPA2;
        saved.Encryption = EncryptionType.WPA2;
        saved.Options = name.Length > 0
            ? Wireless80211Configuration.ConfigurationOptions.AutoConnect
            : Wireless80211Configuration.ConfigurationOptions.Disable;
        WritePause.Await();
        saved.SaveConfiguration();
        FlashWrites.Count++;
        return true;
    }

    /// <summary>Whether a name and a password, as <see cref="Configure"/> takes them, are what is saved.</summary>
    public static bool Has(string name, string password)
    {
        Wireless80211Configuration saved = Saved(NetworkInterfaces.Find(NetworkInterfaceType.Wireless80211));
        bool joins = saved.Options == Wireless80211Configuration.ConfigurationOptions.AutoConnect;
        return name == saved.Ssid && (password ?? saved.Password) == saved.Password && (joins || name.Length == 0);
    }

    private static Wireless80211Configuration Saved(NetworkInterface radio) =>
        Wireless80211Configuration.GetAllWireless80211Configurations()[(int)radio.SpecificConfigId];
}
