using System;

namespace NanoFirmware.Documents;

/// <content>JSON: names that answers keep ready to be copied, and fields with them.</content>
internal partial class JsonWriter
{
    // Room for most names; a few more of them make it larger, once, when the device starts.
    private const int NamesBytes = 640;
    private const int MoreNamesBytes = 64;

    // A name is where it begins among them and how long it is.
    private const int NameLengthBits = 6;
    private const int NameLengthMask = (1 << NameLengthBits) - 1;

    // No initial value: the names of other classes may be made before this class is.
    private static byte[] _names;
    private static int _namesEnd;

    /// <summary>
    /// A name as it stands in a document, with a comma before and a colon behind. An answer that is asked for often keeps its
    /// names so, once and for all: a text makes an object each time, and to put it into the buffer takes 250 ns of reference time
    /// more. All lie in one array: an array each would be three times as large.
    /// </summary>
    /// <param name="name">In ASCII, without quotes and backslashes.</param>
    public static int NameOf(string name)
    {
        int start = _namesEnd;
        int length = name.Length;
        byte[] bytes = NamesFor(start + length + 4);
        bytes[start] = (byte)',';
        bytes[start + 1] = (byte)'"';
        for (int i = 0; i < length; i++)
        {
            bytes[start + i + 2] = (byte)name[i];
        }

        bytes[start + length + 2] = (byte)'"';
        bytes[start + length + 3] = (byte)':';
        _namesEnd = start + length + 4;
        return (start << NameLengthBits) | (length + 4);
    }

    private static byte[] NamesFor(int count)
    {
        byte[] names = _names ?? new byte[NamesBytes];
        if (count > names.Length)
        {
            var more = new byte[count + MoreNamesBytes];
            Array.Copy(names, more, names.Length);
            names = more;
        }

        _names = names;
        return names;
    }

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
