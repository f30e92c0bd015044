using System.Net.NetworkInformation;
using System.Text.Json;
using ApOptions = System.Net.NetworkInformation.WirelessAPConfiguration.ConfigurationOptions;
using StationOptions = System.Net.NetworkInformation.Wireless80211Configuration.ConfigurationOptions;

namespace NanoHost.Net;

/// <summary>The configuration blocks of the board's network, with what a fresh ESP32 image holds in them.</summary>
internal sealed class NetworkSettings
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>What no other board's address ends in, as hexadecimal; empty until it is asked for.</summary>
    public string OwnAddress { get; set; } = string.Empty;

    public Station Wifi { get; set; } = new();

    public AccessPoint Hotspot { get; set; } = new();

    public Addresses WifiAddresses { get; set; } = new() { Dhcp = true };

    public Addresses HotspotAddresses { get; set; } = new()
    {
        Address = "192.168.4.1",
        Mask = "255.255.255.0",
        Gateway = "192.168.4.1",
    };

    /// <summary>What was saved; a fresh board's when nothing was, or nothing readable.</summary>
    internal static NetworkSettings Load(string file)
    {
        try
        {
            return System.IO.File.Exists(file)
                ? JsonSerializer.Deserialize<NetworkSettings>(System.IO.File.ReadAllText(file)) ?? new()
                : new();
        }
        catch (JsonException)
        {
            return new();
        }
    }

    internal void Save(string file)
    {
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(file)!);
        System.IO.File.WriteAllText(file, JsonSerializer.Serialize(this, Readable));
    }

    /// <summary>The board as a client of somebody's network.</summary>
    internal sealed class Station
    {
        public string Ssid { get; set; } = string.Empty;

        public string Password { get; set; } = string.Empty;

        public AuthenticationType Authentication { get; set; }

        public EncryptionType Encryption { get; set; }

        public RadioType Radio { get; set; }

        public StationOptions Options { get; set; } = StationOptions.AutoConnect | StationOptions.SmartConfig;
    }

    /// <summary>The board's own network, off until it is configured.</summary>
    internal sealed class AccessPoint
    {
        public string Ssid { get; set; } = "nano_000000";

        public string Password { get; set; } = "nanoframework";

        public AuthenticationType Authentication { get; set; } = AuthenticationType.WPA2;

        public EncryptionType Encryption { get; set; } = EncryptionType.WPA2;

        public RadioType Radio { get; set; } = RadioType._802_11n;

        public ApOptions Options { get; set; } = ApOptions.Disable;

        public byte Channel { get; set; } = 11;

        public byte MaxConnections { get; set; } = 4;
    }

    /// <summary>Dotted addresses of one interface.</summary>
    internal sealed class Addresses
    {
        public bool Dhcp { get; set; }

        public string Address { get; set; } = NetworkPeripheral.NoAddress;

        public string Mask { get; set; } = NetworkPeripheral.NoAddress;

        public string Gateway { get; set; } = NetworkPeripheral.NoAddress;

        public string[] Dns { get; set; } = Array.Empty<string>();
    }
}
