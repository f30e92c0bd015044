namespace NanoFirmware.Simulator;

/// <summary>
/// How bright an LED's value looks on a screen. An LED's light is proportional to its value, a screen's goes with about
/// the power of 2.2: shown as they are, the values would look far too dark.
/// </summary>
public static class ScreenLight
{
    private const double ScreenGamma = 2.2;

    private static readonly byte[] Table = BuildTable();

    /// <summary>The screen's value, 0–255, for an LED's value, 0–255.</summary>
    public static byte Of(int ledValue) => Table[ledValue];

    private static byte[] BuildTable()
    {
        byte[] table = new byte[256];
        for (int i = 0; i < table.Length; i++)
        {
            table[i] = (byte)Math.Round(255 * Math.Pow(i / 255.0, 1 / ScreenGamma));
        }

        return table;
    }
}
