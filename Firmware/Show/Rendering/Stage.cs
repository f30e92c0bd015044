using System;
using NanoFirmware.Control;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>The outputs that are seen together, the channels that draw for them, by the same index, and how these are linked.</summary>
internal sealed class Stage
{
    /// <param name="master">What acts on all of them.</param>
    /// <param name="strips">The strips to drive, at least one.</param>
    /// <exception cref="ArgumentOutOfRangeException">More pixels together than there may be.</exception>
    public Stage(MasterControls master, Strip[] strips)
    {
        Master = master;
        Leds = new int[strips.Length];
        int together = 0;
        for (int i = 0; i < strips.Length; i++)
        {
            Leds[i] = strips[i].Leds;
            together += Leds[i];
        }

        if (together > Board.MostLedsTogether)
        {
            throw new ArgumentOutOfRangeException("leds: all strips together have at most " + Board.MostLedsTogether.ToString());
        }

        LedsTogether = together;
        Limits = new SharedLimits(master, Leds);
        Outputs = new Output[strips.Length];
        for (int i = 0; i < strips.Length; i++)
        {
            Outputs[i] = new Output(i, strips[i], Limits);
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

    /// <summary>Each puts itself here; the first is the one that the others may be linked to.</summary>
    public readonly Channel[] Channels;

    /// <summary>The channel whose controls may matter to another one: the first to the others, the last to the first; itself when alone.</summary>
    public Channel LinkedTo(Channel channel)
    {
        Channel other = channel == Channels[0] ? Channels[Channels.Length - 1] : Channels[0];
        return other ?? channel;
    }

    /// <summary>How the strips are linked now; strips that are not all there are never.</summary>
    public int Link
    {
        get
        {
            for (int i = 0; i < Leds.Length; i++)
            {
                if (Leds[i] == 0 || Channels[i] == null)
                {
                    return MasterControls.Independent;
                }
            }

            return Master.Values[MasterControls.LinkIndex];
        }
    }
}
