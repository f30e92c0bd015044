using NanoFirmware.Audio;

namespace NanoFirmware.Rendering;

/// <summary>
/// A way to draw. One instance per channel, made at start-up; it keeps its own state and knows no clock but
/// the time it is given.
/// </summary>
public abstract class Pattern
{
    /// <summary>Name in the REST API, lower case.</summary>
    public abstract string Name { get; }

    /// <summary>One line for the person who chooses.</summary>
    public abstract string Description { get; }

    /// <summary>Forgets what was drawn: called when the pattern is chosen, and when the canvas changes its size.</summary>
    public virtual void Reset()
    {
    }

    /// <summary>Draws one frame.</summary>
    /// <param name="audio">What was heard; valid during the call.</param>
    /// <param name="elapsedMs">Time since the last frame at the chosen speed, in ms.</param>
    /// <param name="palette">Colours with brightness and gamma already in them.</param>
    /// <param name="grb">The canvas, 3 bytes a pixel in wire order; holds what this pattern drew last.</param>
    public abstract void Render(AudioSnapshot audio, int elapsedMs, Palette palette, byte[] grb);
}
