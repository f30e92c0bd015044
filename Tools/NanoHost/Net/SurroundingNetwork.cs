namespace NanoHost.Net;

/// <summary>A Wi-Fi network that the simulated board can hear.</summary>
public sealed class SurroundingNetwork
{
    public SurroundingNetwork(string ssid, string password, int rssiDbm = -60)
    {
        Ssid = ssid;
        Password = password;
        RssiDbm = rssiDbm;
    }

    public string Ssid { get; }

    public string Password { get; }

    public int RssiDbm { get; }
}
