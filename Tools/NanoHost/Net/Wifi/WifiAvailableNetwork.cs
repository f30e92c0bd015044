using NanoHost.Net;

namespace System.Device.Wifi;

/// <summary>A network in range.</summary>
public class WifiAvailableNetwork
{
    public WifiAvailableNetwork()
    {
    }

    internal WifiAvailableNetwork(SurroundingNetwork network)
    {
        Ssid = network.Ssid;
        NetworkRssiInDecibelMilliwatts = network.RssiDbm;
    }

    public string Ssid { get; } = string.Empty;

    /// <summary>The access point's address, made up.</summary>
    public string Bsid { get; } = "02:4E:46:00:01:00";

    public double NetworkRssiInDecibelMilliwatts { get; }

    public WifiNetworkKind NetworkKind => WifiNetworkKind.Infrastructure;

    /// <summary>0 to 4, one for every 10 dB above −90 dBm.</summary>
    public byte SignalBars => (byte)Math.Clamp((NetworkRssiInDecibelMilliwatts + 90) / 10, 0, 4);
}

/// <summary>The networks in range.</summary>
public class WifiNetworkReport
{
    internal WifiNetworkReport(WifiAvailableNetwork[] networks) => AvailableNetworks = networks;

    public WifiAvailableNetwork[] AvailableNetworks { get; }
}

/// <summary>How an attempt to connect ended.</summary>
public class WifiConnectionResult
{
    internal WifiConnectionResult(WifiConnectionStatus status) => ConnectionStatus = status;

    public WifiConnectionStatus ConnectionStatus { get; }
}
