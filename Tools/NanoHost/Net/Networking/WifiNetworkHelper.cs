using System.Device.Wifi;
using System.Diagnostics.CodeAnalysis;
using NanoHost;
using NanoHost.Net;
using NanoHost.Net.NetworkInformation;

namespace nanoFramework.Networking;

/// <summary>
/// Connects the board to a Wi-Fi network and waits for its address. Without a token that ends, it waits for ever.
/// </summary>
public static class WifiNetworkHelper
{
    // The device looks for its address this often.
    private const int PollMs = 200;

    public static WifiAdapter? WifiAdapter { get; private set; }

    public static NetworkHelperStatus Status { get; private set; }

    /// <summary>Why the newest call failed; null when nothing was thrown.</summary>
    public static Exception? HelperException { get; private set; }

    /// <summary>Set once the board has an address, after <see cref="SetupNetworkHelper(bool)"/>.</summary>
    public static ManualResetEvent NetworkReady { get; private set; } = new(false);

    private static NetworkPeripheral Radio => SimulatedBoard.Current.Network;

    public static bool ConnectDhcp(
        string ssid,
        string password,
        WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
        bool requiresDateTime = false,
        int wifiAdapterId = 0,
        CancellationToken token = default) => Connect(ssid, password, null, reconnectionKind, token);

    public static bool ConnectFixAddress(
        string ssid,
        string password,
        IPConfiguration ipConfiguration,
        WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
        bool requiresDateTime = false,
        int wifiAdapter = 0,
        CancellationToken token = default) => Connect(ssid, password, ipConfiguration, reconnectionKind, token);

    public static bool ScanAndConnectDhcp(
        string ssid,
        string password,
        WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
        bool requiresDateTime = false,
        int wifiAdapter = 0,
        CancellationToken token = default) => Connect(ssid, password, null, reconnectionKind, token);

    /// <summary>Waits for the network that is configured.</summary>
    public static bool Reconnect(bool requiresDateTime = false, int wifiAdapterId = 0, CancellationToken token = default)
    {
        WifiAdapter = WifiAdapter.FindAllAdapters()[0];
        return WaitForAddress(token);
    }

    public static void Disconnect()
    {
        WifiAdapter?.Disconnect();
        WifiAdapter = null;
    }

    /// <summary>Forgets everything but the saved network.</summary>
    public static void Reset()
    {
        Status = NetworkHelperStatus.None;
        HelperException = null;
        NetworkReady = new ManualResetEvent(false);
    }

    /// <summary>Waits in the background for the network that is configured.</summary>
    /// <exception cref="InvalidOperationException">It was called before and not reset.</exception>
    public static void SetupNetworkHelper(bool requiresDateTime = false) => WaitInBackground();

    public static void SetupNetworkHelper(IPConfiguration ipConfiguration, bool requiresDateTime = false)
    {
        Fix(ipConfiguration);
        WaitInBackground();
    }

    public static void SetupNetworkHelper(
        string ssid,
        string password,
        WifiReconnectionKind reconnectionKind = WifiReconnectionKind.Automatic,
        bool requiresDateTime = false)
    {
        WifiAdapter = WifiAdapter.FindAllAdapters()[0];
        WifiAdapter.Connect(ssid, reconnectionKind, password);
        WaitInBackground();
    }

    [SuppressMessage("Design", "CA1031", Justification = "The device's helper keeps whatever was thrown and answers false.")]
    private static bool Connect(
        string ssid, string password, IPConfiguration? addresses, WifiReconnectionKind kind, CancellationToken token)
    {
        try
        {
            WifiAdapter = WifiAdapter.FindAllAdapters()[0];
            Status = NetworkHelperStatus.Started;
            Fix(addresses);
            if (Radio.ConnectedSsid != ssid)
            {
                WifiAdapter.Connect(ssid, kind, password);
            }

            return WaitForAddress(token);
        }
        catch (Exception failure)
        {
            Status = NetworkHelperStatus.ExceptionOccurred;
            HelperException = failure;
            return false;
        }
    }

    private static void Fix(IPConfiguration? addresses)
    {
        NetworkInterface wifi = NetworkInterface.GetAllNetworkInterfaces()[0];
        if (addresses is null)
        {
            wifi.EnableDhcp();
            return;
        }

        wifi.EnableStaticIPv4(addresses.IPAddress, addresses.IPSubnetMask, addresses.IPGatewayAddress);
        if (addresses.IPDns is { Length: > 0 })
        {
            wifi.EnableStaticIPv4Dns(addresses.IPDns);
        }
    }

    private static bool WaitForAddress(CancellationToken token)
    {
        while (Radio.ConnectedSsid is null)
        {
            if (token.WaitHandle.WaitOne(PollMs))
            {
                Status = NetworkHelperStatus.TokenExpiredWaitingIPAddress;
                return false;
            }
        }

        Status = NetworkHelperStatus.NetworkIsReady;
        return true;
    }

    private static void WaitInBackground()
    {
        if (Status != NetworkHelperStatus.None)
        {
            throw new InvalidOperationException("The helper is at work already: reset it first.");
        }

        Status = NetworkHelperStatus.Started;
        ManualResetEvent ready = NetworkReady;
        new Thread(() =>
        {
            WaitForAddress(CancellationToken.None);
            ready.Set();
        })
        { IsBackground = true, Name = "network helper" }.Start();
    }
}
