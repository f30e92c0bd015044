using System;

namespace NanoFirmware.Documents;

/// <content>JSON: fields whose names are kept ready.</content>
internal partial class JsonWriter
{
    /// <summary>A name that was made by <see cref="NameOf"/>.</summary>
    public void Name(int name)
    {
        byte[] buffer = _buffer;
        int end = _end;
        int skipped = _needsComma ? 0 : 1;
        int length = (name & NameLengthMask) - skipped;
        if (end + length > buffer.Length)
        {
            Overflow();
        }

        Array.Copy(_names, (name >> NameLengthBits) + skipped, buffer, end, length);
        _end = end + length;
        _needsComma = false;
    }

    public void Field(int name, int value)
    {
        Name(name);
        Number(value);
        _needsComma = true;
    }

    public void Field(int name, long value)
    {
        Name(name);
        Number(value);
        _needsComma = true;
    }

    public void Field(int name, bool value)
    {
        Name(name);
        Value(value);
    }

    public void Field(int name, string value)
    {
        Name(name);
        Value(value);
    }

    /// <summary>A number given in tenths, written with one decimal.</summary>
    public void TenthsField(int name, int tenths)
    {
        Name(name);
        Comma();
        Tenths(tenths);
    }
}
