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

    /// <summary>Looks once.</summary>
    public void Look(long nowMs)
    {
        Hotspot.Look(nowMs);
        if (Hotspot.HasRadio)
        {
            Station.Look(nowMs, Hotspot);
        }
    }

    protected override void Step()
    {
        Look((long)(HighResTimer.GetCurrent() / 1000));
        Thread.Sleep(PeriodMs);
    }
}
