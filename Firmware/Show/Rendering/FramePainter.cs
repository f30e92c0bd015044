using NanoFirmware.Audio;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// Paints over what strips show, below layers and marks: the way into a frame for what nobody in the show knows. Called on the
/// thread that draws for
/// the output, within its frame.
/// </summary>
internal abstract class FramePainter
{
    /// <summary>A frame begins; false when nothing is to be painted in it.</summary>
    /// <param name="output">Which output, by index.</param>
    /// <param name="light">Told when the picture may become brighter or darker.</param>
    public abstract bool IsOn(int output, PictureLight light);

    /// <summary>
    /// No pixel's bytes add up to more than this, when they do to no more than <paramref name="sum"/> below it.
    /// </summary>
    /// <param name="output">Which output, by index.</param>
    /// <param name="sum">Of the picture below.</param>
    /// <param name="light">How bright it is asked for and is.</param>
    public abstract int Bound(int output, int sum, PictureLight light);

    /// <summary>Paints, if it is on.</summary>
    /// <param name="output">Which output, by index.</param>
    /// <param name="frame">Its frame.</param>
    /// <param name="heard">What its channel hears.</param>
    /// <param name="elapsedMs">Time since its last frame in ms.</param>
    /// <param name="shownLevel">Brightness of its picture, 1–255.</param>
    public abstract void Paint(int output, byte[] frame, AudioSnapshot heard, int elapsedMs, int shownLevel);
}
