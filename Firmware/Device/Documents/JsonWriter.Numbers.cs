namespace NanoFirmware.Documents;

/// <content>Numbers that fit an int, and tenths.</content>
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
}
