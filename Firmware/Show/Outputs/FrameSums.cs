namespace NanoFirmware.Outputs;

/// <summary>What the colours of a picture add up to, so that whoever shows it as it is need not add it up again.</summary>
internal sealed class FrameSums
{
    public int Green;

    public int Red;

    public int Blue;

    /// <summary>Every byte was added up; else red and blue are estimated.</summary>
    public bool IsExact;

    /// <summary>False while the picture is being drawn anew.</summary>
    public bool IsKnown;

    /// <summary>Takes over what was added up last.</summary>
    public void Take(FrameBlocks blocks, bool isExact)
    {
        Green = blocks.Green;
        Red = blocks.Red;
        Blue = blocks.Blue;
        IsExact = isExact;
        IsKnown = true;
    }
}
