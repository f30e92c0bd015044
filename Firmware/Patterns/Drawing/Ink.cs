namespace NanoFirmware.Rendering;

/// <summary>
/// A colour as one number: its three bytes 21 bits apart, so that one multiplication darkens all of them, and those of 768 pixels
/// can be added up.
/// </summary>
internal static class Ink
{
    /// <summary>From the third byte to the second; to the first it is twice as much.</summary>
    public const int Second = 21;
    public const int First = Second * 2;

    /// <summary>The bytes alone, without what a multiplication left below them.</summary>
    public const long Bytes = (255L << First) | (255L << Second) | 255L;

    /// <summary>One of the three sums.</summary>
    public const int Lane = (1 << Second) - 1;

    /// <summary>The colour that stands somewhere in a wheel.</summary>
    /// <param name="wheel">As <see cref="Palette.Wheel"/>.</param>
    /// <param name="colour">As in <see cref="Canvas.Fill"/>.</param>
    public static long Of(byte[] wheel, int colour)
    {
        int at = (colour & (Palette.Turn - 1)) * 3;
        return ((long)wheel[at] << First) | ((long)wheel[at + 1] << Second) | wheel[at + 2];
    }
}
