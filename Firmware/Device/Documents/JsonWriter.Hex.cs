using System;

namespace NanoFirmware.Documents;

/// <content>Bytes, pixels and colours as hexadecimal digits, bare and as texts of JSON.</content>
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

    private static readonly byte[] HexDigits =
    {
        (byte)'0', (byte)'1', (byte)'2', (byte)'3', (byte)'4', (byte)'5', (byte)'6', (byte)'7',
        (byte)'8', (byte)'9', (byte)'A', (byte)'B', (byte)'C', (byte)'D', (byte)'E', (byte)'F',
    };

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
}
