namespace NanoFirmware;

/// <summary>
/// The pins of an ESP32-S3 module, and what those that nothing may be soldered to are for (ESP32-S3 series datasheet, pin
/// overview).
/// </summary>
internal static class Pins
{
    /// <summary>The highest GPIO.</summary>
    public const int Highest = 48;

    /// <summary>
    /// Why nothing may be soldered to a pin, as the end of a sentence that starts with its number; null when it is free.
    /// </summary>
    /// <param name="pin">0 to <see cref="Highest"/>.</param>
    /// <param name="hasOctalMemory">The module's PSRAM is octal and takes five pins more.</param>
    public static string Problem(int pin, bool hasOctalMemory)
    {
        if (pin < 0 || pin > Highest || (pin > 21 && pin < 26))
        {
            return "does not exist";
        }

        if (pin >= 26 && pin <= 32)
        {
            return "belongs to the flash";
        }

        if (pin >= 33 && pin <= 37 && hasOctalMemory)
        {
            return "belongs to this module's octal PSRAM";
        }

        switch (pin)
        {
            case Board.BootButtonPin:
                return "is the BOOT button and is read at reset";
            case 3:
            case 45:
            case 46:
                return "is read at reset and chooses how the chip starts";
            case 19:
            case 20:
                return "is the USB socket";
            case 43:
            case 44:
                return "is the serial console";
            default:
                return null;
        }
    }
}
