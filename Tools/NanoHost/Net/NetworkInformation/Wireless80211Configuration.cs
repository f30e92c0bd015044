using NanoHost;
using NanoHost.Net;

namespace System.Net.NetworkInformation;

/// <summary>The network that the board is to be a client of, as it is saved.</summary>
public class Wireless80211Configuration
{
    private const int SsidMax = 32;
    private const int PasswordMax = 64;

    public Wireless80211Configuration(uint id) => Id = id;

    /// <summary>When the board connects.</summary>
    [Flags]
    public enum ConfigurationOptions : byte
    {
        None = 0,
        Disable = 1,
        Enable = 2,
        AutoConnect = 4 | Enable,
        SmartConfig = 8 | Enable,
    }

    public uint Id { get; }

    public AuthenticationType Authentication { get; set; }

    public EncryptionType Encryption { get; set; }

    public RadioType Radio { get; set; }

    public string? Ssid { get; set; }

    public string? Password { get; set; }

    public ConfigurationOptions Options { get; set; }

    public static Wireless80211Configuration[] GetAllWireless80211Configurations()
    {
        SimulatedBoard.Current.Network.Ask(1);
        NetworkSettings.Station saved = SimulatedBoard.Current.Network.Saved.Wifi;
        return new[]
        {
            new Wireless80211Configuration(0)
            {
                Ssid = saved.Ssid,
                Password = saved.Password,
                Authentication = saved.Authentication,
                Encryption = saved.Encryption,
                Radio = saved.Radio,
                Options = saved.Options,
            },
        };
    }

    /// <exception cref="ArgumentNullException">There is no name.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The name is longer than 32 characters or the password longer than
    /// 64.</exception>
    /// <exception cref="ArgumentException">The name has more than 31 bytes in UTF-8, or the password more than 63.</exception>
    /// <exception cref="NullReferenceException">There is no password, as on the device.</exception>
    public void SaveConfiguration()
    {
        ArgumentNullException.ThrowIfNull(Ssid);
        if (Password!.Length > PasswordMax || Ssid.Length > SsidMax)
        {
            throw new ArgumentOutOfRangeException(nameof(Ssid), "A name has up to 32 characters, a password up to 64.");
        }

        FixedText.Require(Ssid, SsidMax, nameof(Ssid));
        FixedText.Require(Password, PasswordMax, nameof(Password));
        NetworkPeripheral radio = SimulatedBoard.Current.Network;
        radio.Saved.Wifi = new NetworkSettings.Station
        {
            Ssid = Ssid,
            Password = Password,
            Authentication = Authentication,
            Encryption = Encryption,
            Radio = Radio,
            Options = Options,
        };
        radio.Save();
    }
}
