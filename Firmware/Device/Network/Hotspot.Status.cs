using System.Net.NetworkInformation;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Network;

/// <content>What there is to tell of it.</content>
internal sealed partial class Hotspot
{
    private const int MacBytes = 6;

    /// <summary>
    /// "off", "no radio", "restarting", "starting", "failed", "configured": it has its address, which the platform says whether
    /// anybody can hear it or not, or "answering": a phone was answered.
    /// </summary>
    public string State => _state == Configured && _dhcp.Answered + _dns.Answered > 0 ? "answering" : _state;

    /// <summary>The saved password is the one that every new device has, and everybody knows.</summary>
    public bool HasDefaultPassword => _saved != null && _saved.Password == DefaultPassword;

    /// <summary>Faults of the hotspot and its two services.</summary>
    public int Faults => _faults + _dhcp.Faults + _dns.Faults;

    public string LastFault => _lastFault ?? _dhcp.LastFault ?? _dns.LastFault;

    /// <summary>Phones with an address.</summary>
    public int Clients => _dhcp.Clients((int)(HighResTimer.GetCurrent() / 1000000));

    /// <summary>False on a board that was found to have none.</summary>
    public bool HasRadio => _state != NoRadio;

    /// <summary>Phones that are connected now.</summary>
    public int Phones => _state == Configured ? Saved().GetConnectedStations().Length : 0;

    /// <summary>The radio's own address, six bytes; a cable's socket's without a radio, and all zero without both.</summary>
    public byte[] Mac
    {
        get
        {
            if (_mac == null)
            {
                NetworkInterface own = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP)
                    ?? NetworkInterfaces.Find(NetworkInterfaceType.Ethernet);
                _mac = own == null ? new byte[MacBytes] : own.PhysicalAddress;
            }

            return _mac;
        }
    }
}
