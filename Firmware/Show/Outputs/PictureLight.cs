namespace NanoFirmware.Outputs;

/// <summary>How bright a picture was asked to be, is, and can be at most: what the limits know of it beside its bytes.</summary>
internal sealed class PictureLight
{
    // The longest cross-fade and half a second more.
    public const int Restless = 330;

    /// <summary>
    /// Frames since the picture may have been brighter; up to <see cref="Restless"/> it is to be <see cref="Bound"/>.
    /// </summary>
    public int CalmFrames;

    /// <summary>False when the output is to be dark.</summary>
    public bool IsLit;

    /// <summary>The brightness that is asked for in what is drawn, 1–255.</summary>
    public int Level = 1;

    /// <summary>The palette's brightness, 1–255: <see cref="Level"/>, or less where the supply has no more.</summary>
    public int ShownLevel = 1;

    /// <summary>True while the palette is being worked on.</summary>
    public bool IsWorking;

    /// <summary>True in a frame that does some of that work.</summary>
    public bool HasWorked;

    /// <summary>True while some of the picture may be as bright as the palette was before.</summary>
    public bool IsMixed;

    /// <summary>The picture was drawn for another output, whose palette it has.</summary>
    public bool IsReceived;

    /// <summary>No pixel's bytes add up to more than this, in the picture and in what it is faded from.</summary>
    public int BrightestSum;

    /// <summary>Another picture begins.</summary>
    public void Unsettle() => CalmFrames = 0;

    /// <summary>
    /// Takes note of the picture's own bound, once a frame: what was brighter before may still be on the canvas or in a
    /// cross-fade.
    /// </summary>
    public void Bound(int sum)
    {
        if (CalmFrames > Restless && !IsWorking && !IsReceived)
        {
            return;
        }

        CalmFrames = IsWorking ? 0 : CalmFrames + 1;
        if (sum > BrightestSum)
        {
            BrightestSum = sum;
            CalmFrames = 0;
        }
        else if (CalmFrames >= Restless)
        {
            BrightestSum = sum;
        }
    }
}
