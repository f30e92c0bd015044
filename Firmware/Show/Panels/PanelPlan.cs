using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>What all panels are to show from some frame on: made by whoever sets it, taken as a whole, never changed.</summary>
internal sealed class PanelPlan
{
    /// <param name="geometry">Where they hang.</param>
    /// <param name="kind">What they are to whoever draws for them.</param>
    /// <param name="looks">One a panel, from the left.</param>
    public PanelPlan(PanelGeometry geometry, PanelInterface kind, PanelLook[] looks)
    {
        Geometry = geometry;
        Grid = geometry.Plan;
        Layout = geometry.Channel.Layout;
        Kind = kind;
        Looks = looks;
        for (int i = 0; i < looks.Length; i++)
        {
            int sum = looks[i].BrightestSum();
            BrightestSum = sum > BrightestSum ? sum : BrightestSum;
            Runs = Runs || looks[i].Layer != null;
        }

        Sheets = new PanelSheet[geometry.Pieces.Length];
        bool showsLooks = kind == PanelInterface.PerPanel || kind == PanelInterface.Mixed;
        for (int i = 0; i < Sheets.Length; i++)
        {
            Sheets[i] = showsLooks && geometry.Pieces[i] != null
                ? new PanelSheet(geometry.Pieces[i], looks, kind == PanelInterface.PerPanel)
                : null;
        }
    }

    /// <summary>A pattern runs on some panel.</summary>
    public readonly bool Runs;

    /// <summary>The light of the brightest pixel added up, at full brightness.</summary>
    public readonly int BrightestSum;

    public readonly PanelGeometry Geometry;

    /// <summary>The geometry's grid, and whose it has to be for panels to hang where they did.</summary>
    public readonly GridPlan Grid;

    public readonly ChannelLayout Layout;

    public readonly PanelInterface Kind;

    public readonly PanelLook[] Looks;

    /// <summary>What each output shows of them; null where what is set of single panels is not to be seen.</summary>
    public readonly PanelSheet[] Sheets;
}
