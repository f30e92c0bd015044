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
        Kind = kind;
        Looks = looks;
        for (int i = 0; i < looks.Length; i++)
        {
            int sum = looks[i].BrightestSum();
            BrightestSum = sum > BrightestSum ? sum : BrightestSum;
            Runs = Runs || looks[i].Layer != null;
        }
    }

    /// <summary>A pattern runs on some panel.</summary>
    public readonly bool Runs;

    /// <summary>The light of the brightest pixel added up, at full brightness.</summary>
    public readonly int BrightestSum;

    public readonly PanelGeometry Geometry;

    public readonly PanelInterface Kind;

    public readonly PanelLook[] Looks;

    /// <summary>What is set of single panels is to be seen.</summary>
    public bool ShowsLooks => Kind == PanelInterface.PerPanel || Kind == PanelInterface.Mixed;
}
