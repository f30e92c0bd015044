namespace NanoFirmware.Documents;

/// <content>Names and texts, in UTF-8.</content>
internal sealed partial class JsonReader
{
    /// <summary>Greatest text in bytes of UTF-8.</summary>
    public const int MaxTextBytes = 192;

    // What is not ASCII takes at most so many bytes, a whole character of two escapes included.
    private const int MaxCharacterBytes = 4;

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
}
