using System;

namespace NanoFirmware.Rendering;

/// <summary>The eye's curve: how much light a colour value of a screen stands for.</summary>
internal static class Gamma
{
    private const int One = 65535;
    private const double Exponent = 2.2;

    /// <summary>256 values, 0–65535: (value / 255) ^ 2.2. 16 bits, so that low brightness keeps its steps.</summary>
    public static readonly ushort[] Linear = MakeLinear();

    private static ushort[] MakeLinear()
    {
        var linear = new ushort[256];
        for (int i = 0; i < linear.Length; i++)
        {
            linear[i] = (ushort)((Math.Pow(i / 255.0, Exponent) * One) + 0.5);
        }

        return linear;
    }
}
