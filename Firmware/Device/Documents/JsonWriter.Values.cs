namespace NanoFirmware.Documents;

/// <content>JSON: brackets, values, and the commas between them.</content>
internal partial class JsonWriter
{
    private bool _needsComma;

    public void BeginObject() => Open('{');

    public void EndObject() => Close('}');

    public void BeginArray() => Open('[');

    public void EndArray() => Close(']');

    public void Value(long number)
    {
        Comma();
        Number(number);
    }

    public void Value(bool value)
    {
        Comma();
        Text(value ? "true" : "false");
    }

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

    /// <summary>A value: bytes as one text of hexadecimal digits.</summary>
    public void HexBytes(byte[] bytes)
    {
        Comma();
        Put('"');
        for (int i = 0; i < bytes.Length; i++)
        {
            HexByte(bytes[i]);
        }

        Put('"');
    }

    /// <summary>An element: a part of an ASCII text that needs no escapes.</summary>
    public void Part(string text, int at, int count)
    {
        Comma();
        Put('"');
        Reserve(count);
        _end += TextCode.Utf8.GetBytes(text, at, count, _buffer, _end);
        Put('"');
    }

    /// <summary>An element: red, green, blue at <paramref name="at"/> as "RRGGBB".</summary>
    public void HexColour(byte[] rgb, int at)
    {
        Comma();
        Put('"');
        HexByte(rgb[at]);
        HexByte(rgb[at + 1]);
        HexByte(rgb[at + 2]);
        Put('"');
    }

    /// <summary>Writes the comma that the next value needs, and notes that the one after will need one.</summary>
    public void Comma()
    {
        if (_needsComma)
        {
            Put(',');
        }

        _needsComma = true;
    }

    private void Open(char bracket)
    {
        Comma();
        Put(bracket);
        _needsComma = false;
    }

    private void Close(char bracket)
    {
        Put(bracket);
        _needsComma = true;
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
