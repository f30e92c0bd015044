using System;
using NanoFirmware.Control;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

/// <summary>
/// What the controls ask of a channel, its own and the master's, and where it is linked those of the first; read when one of them
/// changed.
/// </summary>
internal sealed class ChannelWish
{
    private readonly Channel _channel;
    private readonly Stage _stage;
    private Channel _other;
    private int _version = -1;

    public ChannelWish(Channel channel, Stage stage)
    {
        _channel = channel;
        _other = channel;
        _stage = stage;
        Values = new int[channel.Controls.Values.Length];
        Custom = channel.Custom;
    }

    /// <summary>As <see cref="ChannelControls"/> numbers them.</summary>
    public readonly int[] Values;

    /// <summary>How the strips are linked (<see cref="MasterControls"/>).</summary>
    public int Link;

    /// <summary>How its pixels hang; null for a line.</summary>
    public GridPlan Plan;

    /// <summary>The first channel's canvas is one grid over all outputs.</summary>
    public bool Spans;

    /// <summary>One canvas, the first channel's, feeds all outputs.</summary>
    public bool IsShared;

    /// <summary>What the user's own palette is.</summary>
    public CustomPalette Custom;

    /// <summary>The brightness of the channel and the master's together, 0–255.</summary>
    public int Level;

    public bool IsLit;

    /// <summary>
    /// True when something was stored since the last call. Each count only grows, so their sum tells as much as all of them.
    /// </summary>
    public bool HasChanged()
    {
        Channel own = _channel;
        Channel other = _other;
        int version = _stage.Master.Version + own.Controls.Version + own.Custom.Version + other.Controls.Version
            + other.Custom.Version;
        if (version == _version)
        {
            return false;
        }

        _version = version;
        return true;
    }

    /// <summary>Counts as changed, whatever was stored.</summary>
    public void Forget() => _version = -1;

    /// <summary>Reads the controls.</summary>
    public void Read()
    {
        int[] values = Values;
        int[] master = _stage.Master.Values;

        // One native copy: on the board nobody writes meanwhile.
        Array.Copy(_channel.Controls.Values, 0, values, 0, values.Length);
        Plan = _channel.Layout.Plan;
        Spans = _stage.Span != null;
        Link = Spans ? MasterControls.Independent : _stage.Link;
        Channel other = _stage.LinkedTo(_channel);
        if (other != _other)
        {
            // Another one's count is in the sum from now on: what has changed meanwhile might make up for it.
            _other = other;
            Forget();
        }

        IsShared = Spans || Link == MasterControls.SameOnBoth || Link == MasterControls.Continued;
        Channel first = Link >= MasterControls.CounterPhase ? _stage.Channels[0] : _channel;
        Custom = first.Custom;
        if (first != _channel)
        {
            TakeFrom(first.Controls.Values);
        }
        else if (Spans && _channel != _stage.Channels[0])
        {
            TakeLight(_stage.Channels[0].Controls.Values);
        }

        Level = values[ChannelControls.BrightnessIndex] * master[MasterControls.BrightnessIndex] / 255;
        IsLit = Level > 0 && values[ChannelControls.EnabledIndex] != 0 && master[MasterControls.PowerIndex] != 0;
    }

    // Half of a grid is as bright as the other.
    private void TakeLight(int[] first)
    {
        Values[ChannelControls.EnabledIndex] = first[ChannelControls.EnabledIndex];
        Values[ChannelControls.BrightnessIndex] = first[ChannelControls.BrightnessIndex];
        Values[ChannelControls.FadeIndex] = first[ChannelControls.FadeIndex];
    }

    // Speed, pattern, palette and the pattern's parameters; it keeps its own pattern where the first's is
    // none for what it hangs as.
    private void TakeFrom(int[] first)
    {
        int[] values = Values;
        if (first[ChannelControls.PatternIndex] >= ChannelLayout.PatternsOn(Plan))
        {
            return;
        }

        Array.Copy(first, ChannelControls.SpeedIndex, values, ChannelControls.SpeedIndex, 3);
        Array.Copy(first, ChannelControls.ParameterIndex, values, ChannelControls.ParameterIndex, ChannelControls.ParameterCount);
        if (Link == MasterControls.CounterPhase)
        {
            values[ChannelControls.ReverseIndex] ^= 1;
        }
    }
}
