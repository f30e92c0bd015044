namespace NanoFirmware.Documents;

/// <content>A character of a text, as it is or escaped.</content>
internal sealed partial class JsonReader
{
    private const string Escapes =
        "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\uXXXX, surrogates in pairs, and no \\u0000: a text would end there";

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
}
