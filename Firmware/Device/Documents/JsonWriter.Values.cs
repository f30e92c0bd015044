using System;

namespace NanoFirmware.Documents;

/// <content>JSON: brackets, values, and the commas between them.</content>
internal partial class JsonWriter
{
    private bool _needsComma;

    public void BeginObject() => Open('{');

    public void EndObject() => Close('}');

    public void BeginArray() => Open('[');

    public void EndArray() => Close(']');

    /// <summary>Ends a document that is a line of several.</summary>
    public void NewLine()
    {
        Put('\n');
        _needsComma = false;
    }

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

    /// <summary>A value: numbers from 0 to 15 as one text of hexadecimal digits.</summary>
    public void HexDigitsOf(byte[] digits)
    {
        Comma();
        Put('"');
        Reserve(digits.Length);
        for (int i = 0; i < digits.Length; i++)
        {
            _buffer[_end + i] = HexDigits[digits[i]];
        }

        _end += digits.Length;
        Put('"');
    }

    /// <summary>
    /// A value as it was written elsewhere, or the next piece of one; as many of its bytes as there is room for.
    /// </summary>
    /// <param name="part">The value.</param>
    /// <param name="from">How many of its bytes were written before.</param>
    public int Part(JsonPart part, int from)
    {
        if (from == 0)
        {
            Comma();
        }

        int count = part.Length - from < Room ? part.Length - from : Room;
        Array.Copy(part.Bytes, part.Start + from, _buffer, _end, count);
        _end += count;
        return count;
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

    /// <summary>A value: red, green, blue in one number as "RRGGBB".</summary>
    public void HexColour(int rgb)
    {
        Comma();
        Put('"');
        HexByte((byte)(rgb >> 16));
        HexByte((byte)(rgb >> 8));
        HexByte((byte)rgb);
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
