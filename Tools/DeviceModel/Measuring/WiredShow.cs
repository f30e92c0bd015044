using NanoFirmware.Control;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>Both channels on one stage, wired as Program wires them; whoever draws the frames brings what is heard.</summary>
internal sealed class WiredShow
{
    // More than any strip can draw.
    private const int ChannelMa = 20000;
    private const int BoardMa = 40000;

    /// <param name="strips">The strips, opened; both of a new device by default.</param>
    internal WiredShow(Strip[]? strips = null)
    {
        Master = new MasterControls();
        Stage = new Stage(Master, strips ?? Strips.Pair());
        A = new Channel(0, Stage);
        B = new Channel(1, Stage);
    }

    internal MasterControls Master { get; }

    internal Stage Stage { get; }

    internal Channel A { get; }

    internal Channel B { get; }

    /// <summary>From now on the supply has no limit.</summary>
    internal WiredShow WithoutLimit()
    {
        Master.Set(MasterControls.ChannelBudgetIndex, ChannelMa);
        Master.Set(MasterControls.BoardBudgetIndex, BoardMa);
        return this;
    }

    /// <summary>From now on frames show what was drawn: the supply has no limit, and flashes are let through.</summary>
    internal WiredShow AsDrawn()
    {
        WithoutLimit();
        Master.Set("flash-guard", 0);
        return this;
    }
}
