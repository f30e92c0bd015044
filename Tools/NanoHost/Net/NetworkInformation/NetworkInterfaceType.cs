namespace NanoHost.Net.NetworkInformation;

/// <summary>Kinds of interfaces; the desktop's enumeration of this name lacks the hotspot.</summary>
public enum NetworkInterfaceType
{
    Unknown = 1,
    Ethernet = 6,
    Wireless80211 = 71,
    WirelessAP = 72,
}
