namespace NanoFirmware.Documents;

/// <content>JSON: fields whose names are texts.</content>
internal partial class JsonWriter
{
    /// <summary>A name in an object, in ASCII; its value follows. Written in one go, since every answer has many.</summary>
    public void Name(string name)
    {
        int length = name.Length;
        byte[] buffer = _buffer;
        int end = _end;
        if (end + length + 4 > buffer.Length)
        {
            Overflow();
        }

        if (_needsComma)
        {
            buffer[end] = (byte)',';
            end++;
        }

        buffer[end] = (byte)'"';
        end += 1 + TextCode.Utf8.GetBytes(name, 0, length, buffer, end + 1);
        buffer[end] = (byte)'"';
        buffer[end + 1] = (byte)':';
        _end = end + 2;
        _needsComma = false;
    }

    public void Field(string name, string value)
    {
        Name(name);
        Value(value);
    }

    public void Field(string name, long value)
    {
        Name(name);
        Number(value);
        _needsComma = true;
    }

    public void Field(string name, bool value)
    {
        Name(name);
        Value(value);
    }

    /// <summary>A number given in tenths, written with one decimal.</summary>
    public void TenthsField(string name, int tenths)
    {
        Name(name);
        Comma();
        Tenths(tenths);
    }
}
