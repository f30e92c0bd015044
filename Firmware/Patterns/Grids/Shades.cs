namespace NanoFirmware.Rendering.Grids;

/// <summary>Colours of the palette at levels of a pattern's choice, ready to be stored pixel by pixel.</summary>
internal sealed class Shades
{
    private int _version = -1;
    private int _glow;

    /// <param name="count">How many.</param>
    public Shades(int count) => Grb = new byte[count * 3];

    /// <summary>3 bytes each, green, red, blue.</summary>
    public readonly byte[] Grb;

    /// <summary>True when they have to be set anew: the palette or the glow is another one. Says so once.</summary>
    public bool AreOld(Canvas canvas)
    {
        if (_version == canvas.Palette.Version && _glow == canvas.Glow)
        {
            return false;
        }

        _version = canvas.Palette.Version;
        _glow = canvas.Glow;
        return true;
    }

    /// <summary>Says at the next call that they are old.</summary>
    public void Forget() => _version = -1;

    /// <summary>Sets one.</summary>
    /// <param name="index">Which one.</param>
    /// <param name="canvas">Has the palette.</param>
    /// <param name="colour">As in <see cref="Canvas.Fill"/>.</param>
    /// <param name="level">As in <see cref="Canvas.Fill"/>.</param>
    public void Set(int index, Canvas canvas, int colour, int level)
    {
        byte[] wheel = canvas.Palette.Wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        int scale = Palette.Scale(level < canvas.Glow ? canvas.Glow : level);
        int to = index * 3;
        Grb[to] = (byte)((wheel[ink] * scale) >> 8);
        Grb[to + 1] = (byte)((wheel[ink + 1] * scale) >> 8);
        Grb[to + 2] = (byte)((wheel[ink + 2] * scale) >> 8);
    }
}
