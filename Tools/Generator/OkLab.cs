namespace NanoFirmware.Generator;

/// <summary>
/// A colour in OKLab, in which equal steps look equal (Björn Ottosson, "A perceptual color space for image processing", 2020).
/// </summary>
/// <param name="L">Lightness, 0 to 1.</param>
/// <param name="A">Green to red.</param>
/// <param name="B">Blue to yellow.</param>
public readonly record struct OkLab(double L, double A, double B)
{
    /// <param name="hex">RRGGBB.</param>
    public static OkLab FromHex(string hex)
    {
        int rgb = Convert.ToInt32(hex, 16);
        double r = ToLinear(rgb >> 16);
        double g = ToLinear((rgb >> 8) & 255);
        double b = ToLinear(rgb & 255);
        double l = Math.Cbrt((0.4122214708 * r) + (0.5363325363 * g) + (0.0514459929 * b));
        double m = Math.Cbrt((0.2119034982 * r) + (0.6806995451 * g) + (0.1073969566 * b));
        double s = Math.Cbrt((0.0883024619 * r) + (0.2817188376 * g) + (0.6299787005 * b));
        return new OkLab(
            (0.2104542553 * l) + (0.7936177850 * m) - (0.0040720468 * s),
            (1.9779984951 * l) - (2.4285922050 * m) + (0.4505937099 * s),
            (0.0259040371 * l) + (0.7827717662 * m) - (0.8086757660 * s));
    }

    public static OkLab Mix(OkLab from, OkLab to, double share) => new(
        from.L + ((to.L - from.L) * share), from.A + ((to.A - from.A) * share), from.B + ((to.B - from.B) * share));

    /// <summary>Red, green, blue; what no screen can show is cut off part by part.</summary>
    public byte[] ToRgb()
    {
        double l = Math.Pow(L + (0.3963377774 * A) + (0.2158037573 * B), 3);
        double m = Math.Pow(L - (0.1055613458 * A) - (0.0638541728 * B), 3);
        double s = Math.Pow(L - (0.0894841775 * A) - (1.2914855480 * B), 3);
        return
        [
            FromLinear((4.0767416621 * l) - (3.3077115913 * m) + (0.2309699292 * s)),
            FromLinear((-1.2684380046 * l) + (2.6097574011 * m) - (0.3413193965 * s)),
            FromLinear((-0.0041960863 * l) - (0.7034186147 * m) + (1.7076147010 * s)),
        ];
    }

    // The sRGB curve (IEC 61966-2-1).
    private static double ToLinear(int part)
    {
        double value = part / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    private static byte FromLinear(double light)
    {
        double value = light <= 0.0031308 ? light * 12.92 : (1.055 * Math.Pow(light, 1 / 2.4)) - 0.055;
        return (byte)Math.Clamp(Math.Round(value * 255), 0, 255);
    }
}
