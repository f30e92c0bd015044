using System.Net.NetworkInformation;

namespace NanoFirmware.Network;

/// <summary>
/// The device's own Wi-Fi network. The first start configures it and restarts the board, as the platform asks; from then on it is
/// on air when the board is, beside whatever network the board has joined. Whatever fails here is counted and shown, and tried
/// again for ever, less and less often; the strips do not wait for it.
/// </summary>
/// <remarks>What is known is remembered, since each question to the platform reads flash.</remarks>
internal sealed partial class Hotspot
{
    /// <summary>Password until somebody sets another.</summary>
    public const string DefaultPassword = "nanofirmware";

    private const string NoRadio = "no radio";
    private const string Configured = "configured";

    private const int FirstRetryMs = 500;
    private const int LongestRetryMs = 60000;

    private readonly DhcpService _dhcp = new DhcpService(Board.HotspotAddress);
    private readonly DnsService _dns = new DnsService(Board.HotspotAddress);
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private string _state = "off";
    private byte[] _mac;
    private WirelessAPConfiguration _saved;
    private long _firstLookMs = -1;
    private int _configurations;
    private int _faults;
    private string _lastFault;

    /// <summary>It has its address: who is bound to it can be reached.</summary>
    public bool IsConfigured => _state == Configured;

    /// <summary>Name of the network; null until it is known.</summary>
    public string Name;

    /// <summary>Something was saved that the next start takes up.</summary>
    public bool NeedsRestart;

    private void Fail(string fault)
    {
        _faults++;
        _lastFault = fault;
        _state = "failed";
    }
}
