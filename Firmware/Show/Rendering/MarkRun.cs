using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>A mark as it is painted.</summary>
internal sealed class MarkRun
{
    /// <summary>
    /// A light (12 bits) times a scale (up to 256) times a brightness (up to 255) has so many bits more than a byte.
    /// </summary>
    public const int LightBits = 20;

    private const int Full = 255;

    /// <summary>The one that lies over it; null for the last.</summary>
    public MarkRun Next;

    public Blend Blend;

    /// <summary>At first, 0–255.</summary>
    public int Level;

    /// <summary>Time in which it fades, in ms; 0 for one that stays.</summary>
    public int DecayMs;

    /// <summary>When it is gone, in ms of the frames' time.</summary>
    public int EndMs;

    /// <summary>Its first byte in the frame.</summary>
    public int Start;

    /// <summary>How many it has.</summary>
    public int Bytes;

    /// <summary>The lights of its components in the order of the wire, see <see cref="Light"/>.</summary>
    public int First;

    public int Second;

    public int Third;

    /// <summary>Pixels of it that are seen, where <see cref="MarkCover"/> told that.</summary>
    public int Seen;

    /// <summary>The light of a component, 0–4111; what a filter lets through of it, 0–255.</summary>
    /// <param name="value">As a screen would show it, 0–255.</param>
    /// <param name="white">How much of it is used at full.</param>
    /// <param name="isFilter">It filters.</param>
    public static int Light(int value, int white, bool isFilter) =>
        isFilter ? Gamma.Linear[value] >> 8 : (Gamma.Linear[value] * white / Full * 257) >> 12;

    /// <summary>What the bytes of a pixel add up to at most, at full brightness.</summary>
    public int BrightestSum() => 3 + (((First + Second + Third) * Palette.Scale(Level)) >> 12);
}
