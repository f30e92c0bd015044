namespace NanoFirmware.Documents;

/// <content>Colours in long rows: no text is made of each, which on the device costs more than all its digits.</content>
internal sealed partial class JsonReader
{
    private const int ColourDigits = 6;

    // What each byte stands for as a digit, 255 for none; made when somebody first sends colours in such a row.
    private static byte[] _hexDigits;

    /// <summary>
    /// While true a text of six or eight hexadecimal digits is a <see cref="JsonToken.Colour"/>: the first six are
    /// <see cref="Integer"/>.
    /// </summary>
    public bool ReadsColours { get; set; }

    // Six digits, two more for a white that is passed over, and the text's end; else nothing has been read.
    private bool ReadColour()
    {
        int at = _at + 1;
        int end = at + ColourDigits;
        if (end >= _length)
        {
            return false;
        }

        byte[] bytes = _bytes;
        _hexDigits = _hexDigits ?? MakeHexDigits();
        byte[] digits = _hexDigits;
        int colour = 0;
        for (; at < end; at++)
        {
            int digit = digits[bytes[at]];
            if (digit > 15)
            {
                return false;
            }

            colour = (colour << 4) | digit;
        }

        if (bytes[at] != '"')
        {
            at += 2;
            if (at >= _length || bytes[at] != '"' || digits[bytes[at - 1]] > 15 || digits[bytes[at - 2]] > 15)
            {
                return false;
            }
        }

        _at = at + 1;
        Integer = colour;
        return true;
    }

    private static byte[] MakeHexDigits()
    {
        var digits = new byte[256];
        for (int i = 0; i < digits.Length; i++)
        {
            int digit = HexDigit((byte)i);
            digits[i] = (byte)(digit < 0 ? 255 : digit);
        }

        return digits;
    }
}
