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
        ReserveText(text, length, 0);
        _end += TextCode.Utf8.GetBytes(text, 0, length, _buffer, _end);
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(byte[] bytes)
    {
        Reserve(bytes.Length);
        Array.Copy(bytes, 0, _buffer, _end, bytes.Length);
        _end += bytes.Length;
    }

    /// <summary>A decimal number: its digits go straight to where they belong, which spares a native copy.</summary>
    public void Number(int number)
    {
        if (number < 0)
        {
            if (number == int.MinValue)
            {
                Number((long)number);
                return;
            }

            Put('-');
            number = -number;
        }

        int end = _end + DigitsOf(number);
        byte[] buffer = _buffer;
        if (end > buffer.Length)
        {
            Overflow();
        }

        _end = end;
        do
        {
            int rest = number / 10;
            end--;
            buffer[end] = (byte)('0' + number - (rest * 10));
            number = rest;
        }
        while (number > 0);
    }

    /// <summary>A decimal number.</summary>
    public void Number(long number)
    {
        if (number <= int.MaxValue && number > int.MinValue)
        {
            Number((int)number);
            return;
        }

        if (number < 0)
        {
            Put('-');
            number = -number;
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
    /// <param name="wire">3 bytes a pixel in wire order; another thread may write them, but not within a native copy.</param>
    /// <param name="order">That order.</param>
    /// <param name="step">Every so many of them.</param>
    public void HexPixels(byte[] wire, ColourOrder order, int step)
    {
        int stride = step * 3;
        int pixels = (wire.Length + stride - 1) / stride;

        // Copied to where digits come last: they never reach a pixel before it is read.
        int at = _end + (pixels * 3);
        Reserve(wire.Length > pixels * 3 ? (pixels * 3) + wire.Length : pixels * 6);
        byte[] buffer = _buffer;
        byte[] digits = HexDigits;
        Array.Copy(wire, 0, buffer, at, wire.Length);
        int greenPlace = order.Green;
        int redPlace = order.Red;
        int bluePlace = order.Blue;
        int to = _end;
        for (int pixel = 0; pixel < pixels; pixel++)
        {
            int green = buffer[at + greenPlace];
            int red = buffer[at + redPlace];
            int blue = buffer[at + bluePlace];
            at += stride;
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

    // Looked at one after the other, since most numbers are short.
    private static int DigitsOf(int number)
    {
        if (number < 10)
        {
            return 1;
        }

        if (number < 100)
        {
            return 2;
        }

        if (number < 1000)
        {
            return 3;
        }

        if (number < 10000)
        {
            return 4;
        }

        if (number < 100000)
        {
            return 5;
        }

        int digits = 6;
        for (int rest = number / 1000000; rest > 0; rest /= 10)
        {
            digits++;
        }

        return digits;
    }

    // A character is at most three bytes; counted one by one only where that would be too much.
    private void ReserveText(string text, int length, int more)
    {
        if (_end + (length * 3) + more > _buffer.Length)
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
