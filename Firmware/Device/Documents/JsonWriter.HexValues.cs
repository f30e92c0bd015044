namespace NanoFirmware.Documents;

/// <content>JSON: bytes and colours as texts of hexadecimal digits.</content>
internal partial class JsonWriter
{
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
}
