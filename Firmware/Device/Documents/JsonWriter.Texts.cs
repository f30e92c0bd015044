namespace NanoFirmware.Documents;

/// <content>JSON: texts as values, escaped.</content>
internal partial class JsonWriter
{
    /// <summary>A string or null. Quotes, backslashes and control characters are escaped.</summary>
    public void Value(string text)
    {
        if (text == null)
        {
            Comma();
            Text("null");
            return;
        }

        int length = text.Length;
        ReserveText(text, length, 3);
        Comma();
        byte[] buffer = _buffer;
        int start = _end + 1;
        buffer[_end] = (byte)'"';
        int end = start + TextCode.Utf8.GetBytes(text, 0, length, buffer, start);
        _end = start;
        for (int i = start; i < end; i++)
        {
            byte c = buffer[i];
            if (c < 32 || c == '"' || c == '\\')
            {
                Escape(text);
                end = _end;
                break;
            }
        }

        _end = end;
        Put('"');
    }

    private void Escape(string text)
    {
        byte[] bytes = TextCode.Utf8.GetBytes(text);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte c = bytes[i];
            if (c == '"' || c == '\\')
            {
                Put('\\');
                Put((char)c);
            }
            else if (c < 32)
            {
                Text("\\u00");
                HexByte(c);
            }
            else
            {
                Reserve(1);
                _buffer[_end] = c;
                _end++;
            }
        }
    }
}
