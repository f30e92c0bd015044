namespace System.Net.NetworkInformation;

/// <summary>A client of the hotspot.</summary>
public class WirelessAPStation
{
    internal WirelessAPStation(byte[] macAddress, sbyte rssi)
    {
        MacAddress = macAddress;
        Rssi = rssi;
    }

    /// <summary>Six bytes.</summary>
    public byte[] MacAddress { get; }

    /// <summary>Signal strength in dBm.</summary>
    public sbyte Rssi { get; }

    public PhyProtocols PhyModes => PhyProtocols.PHY802_11b | PhyProtocols.PHY802_11g | PhyProtocols.PHY802_11n;
}
