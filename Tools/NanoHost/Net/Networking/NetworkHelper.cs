namespace nanoFramework.Networking;

/// <summary>The helper for a board with a network cable, which this one has not: every call finds no interface.</summary>
public static class NetworkHelper
{
    public static NetworkHelperStatus Status { get; private set; }

    public static Exception? HelperException { get; private set; }

    /// <summary>Never set.</summary>
    public static ManualResetEvent NetworkReady { get; } = new(false);

    /// <exception cref="NotSupportedException">Always: there is no Ethernet.</exception>
    public static void SetupNetworkHelper(bool requiresDateTime = false) => throw NoInterface();

    /// <exception cref="NotSupportedException">Always: there is no Ethernet.</exception>
    public static void SetupNetworkHelper(IPConfiguration ipConfiguration, bool requiresDateTime = false) => throw NoInterface();

    public static bool SetupAndConnectNetwork(CancellationToken token = default, bool requiresDateTime = false)
    {
        HelperException = NoInterface();
        return false;
    }

    public static bool SetupAndConnectNetwork(
        IPConfiguration ipConfiguration, CancellationToken token = default, bool requiresDateTime = false) =>
        SetupAndConnectNetwork(token, requiresDateTime);

    public static void Reset()
    {
        Status = NetworkHelperStatus.None;
        HelperException = null;
    }

    private static NotSupportedException NoInterface()
    {
        Status = NetworkHelperStatus.FailedNoNetworkInterface;
        return new NotSupportedException("The board has no Ethernet: use WifiNetworkHelper.");
    }
}
