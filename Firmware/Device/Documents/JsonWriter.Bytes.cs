using System;

namespace NanoFirmware.Documents;

/// <content>What goes into the buffer: characters, texts, digits.</content>
internal partial class JsonWriter
{
    private static readonly byte[] HexDigits =
    {
        (byte)'0', (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7',
        (byte)'8', (byte)'9', (byte)'A', (byte)'B', (byte)'C', (byte)'D', (byte)'E', (byte)'F',
    };

    private readonly byte[] _digits = new byte[20];
    private int _end;

    /// <summary>Plain text as it is.</summary>
    public void Text(string text)
    {
        int length = text.Length;
        ReserveText(text, 0);
        _end += TextCode.Utf8.GetBytes(text, 0, length, _buffer, _end);
    }

    /// <summary>As much of an ASCII text as fits, from <paramref name="at"/> on; how many characters that are.</summary>
    public int TextFrom(string text, int at)
    {
        int count = text.Length - at;
        count = count < Room ? count : Room;
        _end += TextCode.Utf8.GetBytes(text, at, count, _buffer, _end);
        return count;
    }

    /// <summary>A decimal number.</summary>
    public void Number(long number)
    {
        if (number >= 0 && number < 10)
        {
            Put((char)('0' + number));
            return;
        }

        if (number < 0)
        {
            Put('-');
            number = -number;
        }

        if (number < 10)
        {
            Put((char)('0' + number));
            return;
        }

        byte[] digits = _digits;
        int at = digits.Length;
        do
        {
            long rest = number / 10;
            at--;
            digits[at] = (byte)('0' + (number - (rest * 10)));
            number = rest;
        }
        while (number > 0);

        int count = digits.Length - at;
        if (_end + count > _buffer.Length)
        {
            Overflow();
        }

        Array.Copy(digits, at, _buffer, _end, count);
        _end += count;
    }

    /// <summary>A number given in tenths: 599 becomes 59.9.</summary>
    public void Tenths(int tenths)
    {
        if (tenths < 0)
        {
            Put('-');
            tenths = -tenths;
        }

        Number(tenths / 10);
        Put('.');
        Put((char)('0' + (tenths % 10)));
    }

    /// <summary>A byte as two upper-case hexadecimal digits.</summary>
    public void HexByte(byte value)
    {
        Reserve(2);
        _buffer[_end] = HexDigits[value >> 4];
        _buffer[_end + 1] = HexDigits[value & 15];
        _end += 2;
    }

    /// <summary>Pixels as RRGGBB each; one loop on locals, since a call a byte would cost more than the digits.</summary>
    /// <param name="grb">3 bytes a pixel in wire order.</param>
    /// <param name="pixels">How many of them.</param>
    public void HexPixels(byte[] grb, int pixels)
    {
        int length = pixels * 3;
        Reserve(length * 2);
        byte[] buffer = _buffer;
        byte[] digits = HexDigits;
        int to = _end;
        for (int at = 0; at < length; at += 3)
        {
            int green = grb[at];
            int red = grb[at + 1];
            int blue = grb[at + 2];
            buffer[to] = digits[red >> 4];
            buffer[to + 1] = digits[red & 15];
            buffer[to + 2] = digits[green >> 4];
            buffer[to + 3] = digits[green & 15];
            buffer[to + 4] = digits[blue >> 4];
            buffer[to + 5] = digits[blue & 15];
            to += 6;
        }

        _end = to;
    }

    /// <summary>One ASCII character as it is.</summary>
    public void Put(char character)
    {
        // Looked at here and not by Reserve: a call costs more than all of this.
        if (_end == _buffer.Length)
        {
            Overflow();
        }

        _buffer[_end] = (byte)character;
        _end++;
    }

    // A character is at most three bytes; counted one by one only where that would be too much.
    private void ReserveText(string text, int more)
    {
        if (_end + (text.Length * 3) + more > _buffer.Length)
        {
            Reserve(TextCode.Utf8.GetBytes(text).Length + more);
        }
    }

    private void Reserve(int count)
    {
        if (_end + count > _buffer.Length)
        {
            Overflow();
        }
    }

    private static void Overflow() => throw new InvalidOperationException("document longer than its buffer");
}
