namespace NanoFirmware.Documents;

/// <content>Characters by their number, surrogates in pairs.</content>
internal sealed partial class JsonReader
{
    // The device ends a text at U+0000, so what comes behind one would be lost.
    private int UnescapeUnicode(int used)
    {
        int code = HexCode();
        if (Utf8.IsHighSurrogate(code))
        {
            return UnescapePair(used, code);
        }

        return code <= 0 || Utf8.IsLowSurrogate(code) ? -1 : Utf8.Write(_text, used, code);
    }

    // RFC 8259, section 7: what lies outside the basic plane is written as two escapes.
    private int UnescapePair(int used, int high)
    {
        if (_at + 2 > _length || _bytes[_at] != '\\' || _bytes[_at + 1] != 'u')
        {
            return -1;
        }

        _at += 2;
        int low = HexCode();
        return Utf8.IsLowSurrogate(low) ? Utf8.Write(_text, used, Utf8.Join(high, low)) : -1;
    }

    // Four hexadecimal digits, or −1.
    private int HexCode()
    {
        if (_at + 4 > _length)
        {
            return -1;
        }

        int code = 0;
        for (int i = 0; i < 4; i++)
        {
            int digit = HexDigit(_bytes[_at + i]);
            if (digit < 0)
            {
                return -1;
            }

            code = (code << 4) | digit;
        }

        _at += 4;
        return code;
    }

    private static int HexDigit(byte c)
    {
        if (IsDigit(c))
        {
            return c - '0';
        }

        int letter = c | 0x20;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
