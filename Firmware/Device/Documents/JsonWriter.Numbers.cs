using System;

namespace NanoFirmware.Documents;

/// <content>Decimal numbers: those that fit an int, tenths, larger ones, and how many digits they have.</content>
internal partial class JsonWriter
{
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
}
