namespace NanoFirmware.Rendering.Grids;

/// <summary>What all shows share that play over panels and the gaps between them.</summary>
public abstract class PanelPattern : GridPattern
{
    public override bool IsForPanels => true;

    public override bool Audio => false;
}
