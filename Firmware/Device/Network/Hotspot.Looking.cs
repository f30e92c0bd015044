using System;
using System.Net.NetworkInformation;

namespace NanoFirmware.Network;

/// <content>Brings the network up.</content>
internal sealed partial class Hotspot
{
    // The radio needs a moment after power-up.
    private const int PatienceMs = 30000;

    /// <summary>Brings the network up, if it is not and if it is time to try.</summary>
    public void Look(long nowMs)
    {
        if (_state == Configured || !_retry.IsDue(nowMs))
        {
            return;
        }

        _firstLookMs = _firstLookMs < 0 ? nowMs : _firstLookMs;
        try
        {
            if (Prepare())
            {
                _dhcp.Start();
                _dns.Start();
            }
            else if (_state == "starting" && nowMs - _firstLookMs >= PatienceMs)
            {
                Fail("the hotspot has no address");
            }
        }
        catch (Exception fault)
        {
            Fail(fault.Message);
        }

        _retry.Failed(nowMs);
    }

    /// <summary>Configures what is not configured yet, restarting the board if need be; true when phones can be served.</summary>
    public bool Prepare()
    {
        NetworkInterface radio = NetworkInterfaces.Find(NetworkInterfaceType.WirelessAP);
        if (radio == null)
        {
            _state = NoRadio;
            return false;
        }

        _mac = radio.PhysicalAddress;
        if ((Saved().Options & WirelessAPConfiguration.ConfigurationOptions.Enable) == 0)
        {
            ConfigureFirst(radio, Ask());
            return false;
        }

        Name = Name ?? Saved().Ssid;
        bool hasAddress = radio.IPv4Address == Board.HotspotAddress;
        if (hasAddress)
        {
            _state = Configured;
        }
        else if (_state != "failed")
        {
            _state = "starting";
        }

        return hasAddress;
    }
}
