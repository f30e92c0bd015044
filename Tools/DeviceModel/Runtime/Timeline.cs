using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>Remembers who ran when within a window, for the picture.</summary>
internal sealed class Timeline
{
    private readonly List<TimelineBar> _bars = [];
    private long _turnFromPs;

    /// <summary>What is remembered, ps of device time.</summary>
    internal (long FromPs, long ToPs) Window { get; set; }

    internal IReadOnlyList<TimelineBar> Bars => _bars;

    internal void TurnBegins(GreenThread thread, long nowPs) => _turnFromPs = nowPs;

    internal void TurnEnds(GreenThread thread, long nowPs) => Add(thread.Id + " " + thread.Name, "run", _turnFromPs, nowPs);

    internal void Held(GreenThread thread, long fromPs, long toPs) => Add(thread.Id + " " + thread.Name, "held", fromPs, toPs);

    /// <summary>A bar on a row of its own: a transmission, a request, a write.</summary>
    internal void Add(string row, string kind, long fromPs, long toPs)
    {
        if (toPs > Window.FromPs && fromPs < Window.ToPs)
        {
            _bars.Add(new TimelineBar(row, kind, Math.Max(fromPs, Window.FromPs), Math.Min(toPs, Window.ToPs)));
        }
    }
}

/// <summary>One bar of the picture, ps of device time.</summary>
internal sealed record TimelineBar(string Row, string Kind, long FromPs, long ToPs);
