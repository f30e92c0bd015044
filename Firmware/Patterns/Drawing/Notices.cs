using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Rendering;

/// <summary>What grids tell: a text, and the time of day once somebody has told it.</summary>
public sealed class Notices
{
    /// <summary>Letters of the longest text.</summary>
    public const int MostLetters = 100;

    private const int Day = 86400;
    private const string FirstText = "Hello";

    private long _bootS;
    private PosixZone _zone;

    public Notices() => SetText(FirstText);

    /// <summary>The text as it was given.</summary>
    public string Text;

    /// <summary>Indices of its letters in the font.</summary>
    public byte[] Letters;

    /// <summary>The zone as it was given; null while nobody knows the time.</summary>
    public string ZoneName;

    /// <summary>Seconds since 1970; 0 while nobody knows.</summary>
    public long UtcS => _zone == null ? 0 : _bootS + (long)(HighResTimer.GetCurrent() / 1000000);

    /// <summary>Seconds since midnight where the device is; −1 while nobody knows.</summary>
    public int SecondOfDay()
    {
        PosixZone zone = _zone;
        long utcS = UtcS;
        return zone == null ? -1 : (int)((utcS + zone.OffsetAt(utcS)) % Day);
    }

    /// <summary>Takes over a text; small letters are shown as large ones, and what the font lacks as a question mark.</summary>
    public void SetText(string text)
    {
        var letters = new byte[text.Length];
        string font = Font.Letters;
        for (int i = 0; i < letters.Length; i++)
        {
            int letter = font.IndexOf(Large(text[i]));
            letters[i] = (byte)(letter >= 0 ? letter : font.IndexOf('?'));
        }

        Text = text;
        Letters = letters;
    }

    /// <summary>Takes over the time.</summary>
    /// <param name="utcS">Seconds since 1970.</param>
    /// <param name="zone">Where the device is.</param>
    /// <param name="zoneName">The same, as it was given.</param>
    internal void SetTime(long utcS, PosixZone zone, string zoneName)
    {
        _bootS = utcS - (long)(HighResTimer.GetCurrent() / 1000000);
        ZoneName = zoneName;
        _zone = zone;
    }

    // a–z, and what Latin-1 has above them: as far below each lies its capital. The sharp s and the division sign have none.
    private static char Large(char letter)
    {
        bool isSmall = (letter >= 'a' && letter <= 'z') || (letter >= '\u00E0' && letter <= '\u00FE' && letter != '\u00F7');
        return isSmall ? (char)(letter - 32) : letter;
    }
}
