using System.Text;

namespace NanoFirmware.Web;

/// <content>Names and texts: their escapes and their UTF-8.</content>
internal sealed partial class JsonReader
{
    private const int MaxTextLength = 64;

    private readonly byte[] _text = new byte[MaxTextLength * 3];

    /// <summary>The last name or text.</summary>
    public string Text;

    private bool ReadText()
    {
        int used = 0;
        _at++;
        while (_at < _length && _bytes[_at] != '"')
        {
            byte c = _bytes[_at];
            if (c < 32)
            {
                Bad("no control character in a text");
                return false;
            }

            if (used > _text.Length - 3)
            {
                Bad("a text of at most 64 characters");
                return false;
            }

            _at++;
            if (c != '\\')
            {
                _text[used] = c;
                used++;
                continue;
            }

            int written = Unescape(used);
            if (written < 0)
            {
                Bad("one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u0000");
                return false;
            }

            used += written;
        }

        if (_at >= _length)
        {
            Bad("the end of the text");
            return false;
        }

        _at++;
        if (!Utf8.IsValid(_text, used))
        {
            Bad("a text in UTF-8");
            return false;
        }

        Text = Encoding.UTF8.GetString(_text, 0, used);
        return true;
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

    private int UnescapeUnicode(int used)
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

        // No name or value of ours lies outside the basic plane, so a surrogate can only be a mistake.
        return code >= 0xD800 && code <= 0xDFFF ? -1 : Utf8.Write(_text, used, code);
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
