using NanoHost;
using NanoHost.Net;

namespace System.Net.NetworkInformation;

/// <summary>The hotspot's configuration as it is saved; the board takes it up when it starts.</summary>
public class WirelessAPConfiguration
{
    private const int SsidLimit = 32;
    private const int PasswordMin = 8;
    private const int PasswordLimit = 64;

    public WirelessAPConfiguration(uint id)
    {
        Id = id;
        Authentication = AuthenticationType.Open;
        Options = ConfigurationOptions.AutoStart;
        Channel = 8;
        MaxConnections = 1;
    }

    /// <summary>When the hotspot is on air.</summary>
    [Flags]
    public enum ConfigurationOptions : byte
    {
        None = 0,
        Disable = 1,
        Enable = 2,
        AutoStart = 4 | Enable,
        HiddenSSID = 8,
    }

    public uint Id { get; }

    public AuthenticationType Authentication { get; set; }

    public EncryptionType Encryption { get; set; }

    public RadioType Radio { get; set; }

    /// <summary>Fewer than 32 characters.</summary>
    public string? Ssid { get; set; }

    /// <summary>8 to 63 characters; never null, not even for an open network.</summary>
    public string? Password { get; set; }

    public ConfigurationOptions Options { get; set; }

    public byte Channel { get; set; }

    /// <summary>Clients at once, at least 1.</summary>
    public byte MaxConnections { get; set; }

    public static WirelessAPConfiguration[] GetAllWirelessAPConfigurations()
    {
        SimulatedBoard.Current.Network.Ask(1);
        NetworkSettings.AccessPoint saved = SimulatedBoard.Current.Network.Saved.Hotspot;
        return new[]
        {
            new WirelessAPConfiguration(0)
            {
                Ssid = saved.Ssid,
                Password = saved.Password,
                Authentication = saved.Authentication,
                Encryption = saved.Encryption,
                Radio = saved.Radio,
                Options = saved.Options,
                Channel = saved.Channel,
                MaxConnections = saved.MaxConnections,
            },
        };
    }

    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The name or the password has a length that is not allowed, or nobody may
    /// connect.</exception>
    /// <exception cref="ArgumentException">The name has more than 31 bytes in UTF-8, or the password more than 63.</exception>
    /// <exception cref="NullReferenceException">There is no password, as on the device.</exception>
    public void SaveConfiguration()
    {
        ArgumentNullException.ThrowIfNull(Ssid);
        bool secured = Authentication is not (AuthenticationType.Open or AuthenticationType.None);
        if (Ssid.Length >= SsidLimit || MaxConnections < 1 || (secured && Password!.Length is < PasswordMin or >= PasswordLimit))
        {
            throw new ArgumentOutOfRangeException(
                nameof(Ssid), "A name has under 32 characters, a password 8 to 63, and someone may connect.");
        }

        FixedText.Require(Ssid, SsidLimit, nameof(Ssid));
        FixedText.Require(Password ?? string.Empty, PasswordLimit, nameof(Password));
        NetworkPeripheral radio = SimulatedBoard.Current.Network;
        radio.Saved.Hotspot = new NetworkSettings.AccessPoint
        {
            Ssid = Ssid,
            Password = Password!.ToString(),
            Authentication = Authentication,
            Encryption = Encryption,
            Radio = Radio,
            Options = Options,
            Channel = Channel,
            MaxConnections = MaxConnections,
        };
        radio.Save();
    }

    public WirelessAPStation[] GetConnectedStations() => SimulatedBoard.Current.Network.Phones;

    public WirelessAPStation GetConnectedStations(int stationIndex) => GetConnectedStations()[stationIndex];

    /// <summary>Sends a client away.</summary>
    public void DeAuthStation(int stationIndex) => SimulatedBoard.Current.Network.Leave(stationIndex);
}
