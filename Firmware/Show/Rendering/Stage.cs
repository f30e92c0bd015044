using System;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// The outputs that are seen together, the channels that draw for them, by the same index, and how these are linked.
/// </summary>
internal sealed class Stage
{
    private readonly bool _isWhole;

    /// <param name="master">What acts on all of them.</param>
    /// <param name="strips">The strips to drive, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">More pixels together than there may be.</exception>
    public Stage(MasterControls master, Strip[] strips)
    {
        Master = master;
        Leds = new int[strips.Length];
        int together = 0;
        _isWhole = true;
        for (int i = 0; i < strips.Length; i++)
        {
            Leds[i] = strips[i].Leds;
            together += Leds[i];
            _isWhole = _isWhole && strips[i].IsWired;
        }

        if (together > Board.MostLedsTogether)
        {
            throw new ArgumentOutOfRangeException("leds: all strips together have at most " + Board.MostLedsTogether.ToString());
        }

        LedsTogether = together;
        Limits = new SharedLimits(master, Leds);
        Outputs = new Output[strips.Length];
        Sums = new FrameSums[strips.Length];
        for (int i = 0; i < strips.Length; i++)
        {
            Outputs[i] = new Output(i, strips[i], Limits);
            Sums[i] = new FrameSums();
        }

        Channels = new Channel[strips.Length];
    }

    public readonly MasterControls Master;

    public readonly SharedLimits Limits;

    /// <summary>Pixels of each output; 0 where there is no strip.</summary>
    public readonly int[] Leds;

    /// <summary>Of all outputs together.</summary>
    public readonly int LedsTogether;

    public readonly Output[] Outputs;

    /// <summary>What a sender in the network has for all of them; null until somebody may send.</summary>
    public SentFrame Sent;

    /// <summary>What grids tell; null until there is one, or something to tell.</summary>
    public Notices Notices;

    /// <summary>What each output's picture adds up to, where the first channel draws it for others too.</summary>
    public readonly FrameSums[] Sums;

    /// <summary>Each puts itself here; the first is the one that the others may be linked to.</summary>
    public readonly Channel[] Channels;

    /// <summary>The first channel's grid, where it goes on over the other outputs; else null.</summary>
    public GridPlan Span
    {
        get
        {
            GridPlan plan = Channels[0].Layout.Plan;
            return plan != null && plan.Spans ? plan : null;
        }
    }

    /// <summary>
    /// The channel whose controls may matter to another one: the first to the others, the last to the first; itself when alone.
    /// </summary>
    public Channel LinkedTo(Channel channel)
    {
        Channel other = channel == Channels[0] ? Channels[Channels.Length - 1] : Channels[0];
        return other ?? channel;
    }

    /// <summary>How the strips are linked now; strips that are not all there are never.</summary>
    public int Link => _isWhole ? Master.Values[MasterControls.LinkIndex] : MasterControls.Independent;
}
