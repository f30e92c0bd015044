using NanoHost;
using NanoHost.Net;
using StationOptions = System.Net.NetworkInformation.Wireless80211Configuration.ConfigurationOptions;

namespace System.Device.Wifi;

public delegate void AvailableNetworksChangedEventHandler(WifiAdapter sender, object e);

/// <summary>The radio as a client of other networks: what is around, connecting, disconnecting.</summary>
public sealed class WifiAdapter : IDisposable
{
    private WifiAdapter()
    {
    }

    /// <summary>A scan has ended; raised on a thread of its own.</summary>
    public event AvailableNetworksChangedEventHandler? AvailableNetworksChanged;

    /// <summary>Index among the board's interfaces.</summary>
    public int NetworkInterface => 0;

    /// <summary>What is around now.</summary>
    public WifiNetworkReport NetworkReport =>
        new(Radio.Surroundings.Select(network => new WifiAvailableNetwork(network)).ToArray());

    private static NetworkPeripheral Radio => SimulatedBoard.Current.Network;

    public static WifiAdapter[] FindAllAdapters()
    {
        // Each interface is looked up twice.
        Radio.Ask(4);
        return new[] { new WifiAdapter() };
    }

    public void ScanAsync() =>
        new Thread(
            () => AvailableNetworksChanged?.Invoke(this, NetworkReport)) { IsBackground = true, Name = "Wi-Fi scan" }.Start();

    public WifiConnectionResult Connect(
        WifiAvailableNetwork availableNetwork, WifiReconnectionKind reconnectionKind, string passwordCredential) =>
        Connect(availableNetwork.Ssid, reconnectionKind, passwordCredential);

    /// <summary>Keeps name and password and tries them at once.</summary>
    public WifiConnectionResult Connect(string ssid, WifiReconnectionKind reconnectionKind, string passwordCredential)
    {
        Radio.Saved.Wifi.Ssid = ssid;
        Radio.Saved.Wifi.Password = passwordCredential;
        Radio.Saved.Wifi.Options = reconnectionKind == WifiReconnectionKind.Automatic
            ? StationOptions.AutoConnect
            : StationOptions.Enable;
        Radio.Save();
        return new WifiConnectionResult(Radio.TellToJoin(ssid, passwordCredential) switch
        {
            true => WifiConnectionStatus.Success,
            false => WifiConnectionStatus.InvalidCredential,
            null => WifiConnectionStatus.NetworkNotAvailable,
        });
    }

    /// <summary>Leaves the network, or stops looking for it.</summary>
    public void Disconnect() => Radio.StopJoining();

    /// <summary>Does nothing: nobody sees the simulated board's name.</summary>
    public void SetDeviceName(string deviceName)
    {
    }

    public void Dispose() => AvailableNetworksChanged = null;
}
