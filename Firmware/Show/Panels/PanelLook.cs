using System;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// What a panel is to show and how; made by whoever sets it, taken as a whole, never changed but for its shades.
/// </summary>
internal sealed class PanelLook
{
    private const int Full = 255;

    // 16 bits of light times a brightness of eight are light of eight.
    private const int WhiteLight = 256 * Full;

    /// <summary>Nothing of its own.</summary>
    public static PanelLook NewEmpty() => new PanelLook { Brightness = Full, TransitionMs = 0 };

    public PanelContent Content;

    /// <summary>
    /// Red, green, blue of each pixel as a screen would show it, row by row; null where nothing or a pattern is shown.
    /// </summary>
    public byte[] Rgb;

    /// <summary>Name of the sprite.</summary>
    public string Sprite;

    /// <summary>Its colour in one number.</summary>
    public int Colour;

    /// <summary>The pattern that runs on it; null for none.</summary>
    public PanelLayer Layer;

    /// <summary>0–255.</summary>
    public int Brightness;

    public PanelEffect Effect;

    /// <summary>How long the effect takes, in ms.</summary>
    public int TransitionMs;

    private int _brightestSum = -1;

    // Of each output; its thread alone changes one that is seen.
    private readonly PanelShade[] _shades = new PanelShade[2];

    /// <summary>The same look, to be changed in a part of it.</summary>
    public PanelLook Copy() => new PanelLook
    {
        Content = Content,
        Rgb = Rgb,
        Sprite = Sprite,
        Colour = Colour,
        Layer = Layer,
        Brightness = Brightness,
        Effect = Effect,
        TransitionMs = TransitionMs,
    };

    /// <summary>The same, with the way to it behind it.</summary>
    public PanelLook Settled()
    {
        PanelLook look = Copy();
        if (look.Effect == PanelEffect.FadeOut)
        {
            look.TransitionMs = 0;
        }
        else if (look.Effect != PanelEffect.Blink)
        {
            look.Effect = PanelEffect.None;
        }

        return look;
    }

    /// <summary>
    /// The light of its brightest pixel added up, at full brightness; known after the first call, by whoever sets it.
    /// </summary>
    public int BrightestSum()
    {
        if (_brightestSum < 0)
        {
            int pattern = Layer == null ? 0 : MarkPainter.WhiteSum;
            _brightestSum = (Rgb == null ? pattern : BrightestOf(Rgb)) * Brightness / Full;
        }

        return _brightestSum;
    }

    /// <summary>The picture as an output shows it; null before it was shaded.</summary>
    public PanelShade ShadeOf(int output) => _shades[output];

    /// <summary>Makes the picture as an output shows it, once more when it is there: 10 µs of reference time.</summary>
    /// <param name="pieces">The output's.</param>
    /// <param name="level">Brightness of the output's picture, 1–255.</param>
    public PanelShade Shade(PanelPieces pieces, int level)
    {
        PanelShade shade = _shades[pieces.Output] ?? new PanelShade(Rgb.Length);
        shade.Level = PanelSheet.Unlevel;
        Shade(shade.Wire, 0, pieces, level);
        shade.AddUp(pieces.Strip.Order);
        shade.Level = level;
        _shades[pieces.Output] = shade;
        return shade;
    }

    /// <summary>The same into somebody's frame, at any brightness, and not added up: 7 µs for 64 pixels.</summary>
    public void Shade(byte[] to, int start, PanelPieces pieces, int level)
    {
        byte[] rgb = Rgb;
        short[] places = pieces.Places;
        ColourOrder order = pieces.Strip.Order;
        ushort[] gamma = Gamma.Linear;
        int green = start + order.Green;
        int red = start + order.Red;
        int blue = start + order.Blue;
        int count = Content == PanelContent.Colour ? 1 : places.Length;
        level = level * Brightness / Full;
        for (int i = 0; i < count; i++)
        {
            int from = places[i] * 3;
            to[red] = (byte)(gamma[rgb[from]] * level / WhiteLight);
            to[green] = (byte)(gamma[rgb[from + 1]] * level / WhiteLight);
            to[blue] = (byte)(gamma[rgb[from + 2]] * level / WhiteLight);
            red += 3;
            green += 3;
            blue += 3;
        }

        // One colour all over is copied by doubling.
        for (int done = count * 3; done < rgb.Length; done += done)
        {
            Array.Copy(to, start, to, start + done, done <= rgb.Length - done ? done : rgb.Length - done);
        }
    }

    private static int BrightestOf(byte[] rgb)
    {
        ushort[] gamma = Gamma.Linear;
        int brightest = 0;
        for (int i = 0; i < rgb.Length; i += 3)
        {
            int sum = gamma[rgb[i]] + gamma[rgb[i + 1]] + gamma[rgb[i + 2]];
            brightest = sum > brightest ? sum : brightest;
        }

        return (brightest >> 8) + 1;
    }
}
