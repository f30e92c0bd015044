namespace NanoFirmware.Control;

/// <summary>
/// What a channel shows when it is new. The two differ, so that two strips are seen to be two: bars of a warm evening beside
/// wings of green and blue, both drawn from the sound. Neither palette comes near white: nothing needs to be limited, nor added
/// up for it.
/// </summary>
public sealed class FirstLook
{
    public FirstLook(string pattern, string palette)
    {
        Pattern = pattern;
        Palette = palette;
    }

    /// <summary>Name of the pattern.</summary>
    public readonly string Pattern;

    /// <summary>Name of the palette.</summary>
    public readonly string Palette;

    /// <summary>The look of channel A (0) or B (1).</summary>
    public static FirstLook Of(int channel) =>
        channel == 0 ? new FirstLook("spectrum", "sunset") : new FirstLook("wings", "peacock");
}
