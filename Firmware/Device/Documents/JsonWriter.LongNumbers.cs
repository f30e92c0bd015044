using System;

namespace NanoFirmware.Documents;

/// <content>Numbers that may be larger.</content>
internal partial class JsonWriter
{
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
}
