namespace NanoFirmware.Rendering.Grids;

/// <summary>What all patterns share that draw rows and columns.</summary>
public abstract class GridPattern : Pattern
{
    public override bool IsForGrids => true;
}
