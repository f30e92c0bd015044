using NanoFirmware.Audio;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// Paints over what one strip shows, below layers and marks: the way into a frame for what is no layer. Called on the thread that
/// draws for the output, within its frame.
/// </summary>
internal abstract class FramePainter
{
    /// <summary>It paints all of the frame in which it is on: what is below is not seen.</summary>
    public bool CoversAll;

    /// <summary>The bytes of no pixel that it paints add up to more than this, at full brightness.</summary>
    public int BrightestSum;

    /// <summary>What the frame that it painted adds up to; null when it does not know.</summary>
    public FrameSums Known;

    /// <summary>A frame begins; false when nothing is to be painted in it.</summary>
    /// <param name="light">Told when the picture may become brighter or darker.</param>
    public abstract bool Begin(PictureLight light);

    /// <summary>Paints, when it is on.</summary>
    /// <param name="frame">The strip's.</param>
    /// <param name="heard">What its channel hears.</param>
    /// <param name="elapsedMs">Time since its last frame in ms.</param>
    /// <param name="level">Brightness of its picture, 1–255.</param>
    public abstract void Paint(byte[] frame, AudioSnapshot heard, int elapsedMs, int level);
}
