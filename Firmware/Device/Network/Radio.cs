using System.Net;
using System.Threading;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Network;

/// <summary>Looks after the hotspot and the station, on a thread of the lowest priority.</summary>
internal sealed class Radio : Loop
{
    private const int PeriodMs = 1000;

    // Joining a network takes its call up to 20 s.
    private const int PatienceMs = 60000;

    public Radio()
        : base("radio", ThreadPriority.Lowest, PatienceMs)
    {
    }

    /// <summary>The device's own network; off until it is looked after.</summary>
    public readonly Hotspot Hotspot = new Hotspot();

    /// <summary>The device in somebody else's network.</summary>
    public readonly Station Station = new Station();

    /// <summary>What else is looked at; null for nothing.</summary>
    public RadioTask Task;

    /// <summary>The hotspot's own address, four bytes.</summary>
    public static readonly byte[] HotspotAddress = IPAddress.Parse(Board.HotspotAddress).GetAddressBytes();

    /// <summary>Looks once.</summary>
    public void Look(long nowMs)
    {
        Hotspot.Look(nowMs);
        if (!Hotspot.HasRadio)
        {
            return;
        }

        Station.Look(nowMs, Hotspot);
        if (Task != null)
        {
            Task.Look(nowMs);
        }
    }

    /// <summary>
    /// By which of the device's addresses another one reaches it: the hotspot's network is the first three numbers of the
    /// hotspot's own. The other address itself where the device is in no network that it could be of.
    /// </summary>
    /// <param name="other">Four bytes.</param>
    public byte[] OwnAddress(byte[] other)
    {
        byte[] hotspot = HotspotAddress;
        if (other[0] == hotspot[0] && other[1] == hotspot[1] && other[2] == hotspot[2])
        {
            return hotspot;
        }

        string station = Station.Address;
        return string.IsNullOrEmpty(station) ? other : IPAddress.Parse(station).GetAddressBytes();
    }

    protected override void Step()
    {
        Look((long)(HighResTimer.GetCurrent() / 1000));
        Thread.Sleep(PeriodMs);
    }
}
