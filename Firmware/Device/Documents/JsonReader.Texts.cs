namespace NanoFirmware.Documents;

/// <content>Names and texts: their escapes and their UTF-8.</content>
internal sealed partial class JsonReader
{
    /// <summary>Greatest text in bytes of UTF-8.</summary>
    public const int MaxTextBytes = 192;

    // What is not ASCII takes at most so many bytes, a whole character of two escapes included.
    private const int MaxCharacterBytes = 4;

    private const string Escapes =
        "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, surrogates in pairs, and no \\u0000: a text would end there";

    private readonly byte[] _text = new byte[MaxTextBytes + MaxCharacterBytes];

    /// <summary>The last name or text.</summary>
    public string Text;

    /// <summary>Its bytes in UTF-8.</summary>
    public int TextBytes;

    // Of a lenient reader's text that is too long the rest is looked at and forgotten.
    private bool ReadText()
    {
        int used = 0;
        bool isTooLong = false;
        _at++;
        while (_at < _length && _bytes[_at] != '"')
        {
            int written = ReadCharacter(used);
            if (written < 0)
            {
                return false;
            }

            used += written;
            if (used > MaxTextBytes)
            {
                isTooLong = true;
                used = 0;
            }

            if (isTooLong && !IsLenient)
            {
                Bad("a text of at most 192 bytes");
                return false;
            }
        }

        if (_at >= _length)
        {
            Bad("the end of the text");
            return false;
        }

        _at++;
        if (!isTooLong && !Utf8.IsValid(_text, used))
        {
            Bad("a text in UTF-8");
            return false;
        }

        TextBytes = isTooLong ? 0 : used;
        Text = isTooLong ? string.Empty : TextCode.Utf8.GetString(_text, 0, used);
        return true;
    }

    // Takes a byte as it is, or a whole escape: the number of bytes written, or −1.
    private int ReadCharacter(int used)
    {
        byte c = _bytes[_at];
        if (c < 32)
        {
            Bad("no control character in a text");
            return -1;
        }

        _at++;
        if (c != '\\')
        {
            _text[used] = c;
            return 1;
        }

        int written = Unescape(used);
        if (written < 0)
        {
            Bad(Escapes);
        }

        return written;
    }

    // Writes the character behind the backslash; the number of bytes it takes, or −1.
    private int Unescape(int used)
    {
        if (_at == _length)
        {
            return -1;
        }

        byte c = _bytes[_at];
        _at++;
        int plain = "\"\\/bfnrt".IndexOf((char)c);
        if (plain >= 0)
        {
            _text[used] = (byte)"\"\\/\b\f\n\r\t"[plain];
            return 1;
        }

        return c == 'u' ? UnescapeUnicode(used) : -1;
    }

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
