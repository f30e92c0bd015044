namespace NanoFirmware.Shows;

/// <summary>A show on panels: told how often each was pressed, it says what they show next.</summary>
/// <param name="pictures">What they show.</param>
/// <param name="framesPerSecond">How often it is asked.</param>
public abstract class PanelGame(PanelPictures pictures, int framesPerSecond)
{
    /// <summary>What the panels show.</summary>
    public PanelPictures Pictures { get; } = pictures;

    /// <summary>How often it is asked.</summary>
    public int FramesPerSecond { get; } = framesPerSecond;

    /// <summary>It wants to know of presses.</summary>
    public virtual bool IsPlayed => true;

    /// <summary>What is to be said about it; null for nothing.</summary>
    public virtual string? News => null;

    /// <summary>Draws the next frame.</summary>
    /// <param name="presses">Of each panel how often it was pressed since the last one.</param>
    public abstract void Advance(int[] presses);
}
