namespace NanoFirmware.Documents;

/// <content>Hexadecimal digits in a text of any length, of which no text is made.</content>
internal sealed partial class JsonReader
{
    /// <summary>
    /// Reads the text behind a name, which is of hexadecimal digits alone, however long: what each stands for. How many there
    /// are; −1 when it is no such
    /// text, or a longer one than there is room for.
    /// </summary>
    public int ReadHex(byte[] digits)
    {
        SkipSpace();
        if (!_afterName || _at == _length || _bytes[_at] != '"')
        {
            return -1;
        }

        byte[] bytes = _bytes;
        int count = 0;
        int at = _at + 1;
        for (; at < _length && bytes[at] != '"'; at++)
        {
            int c = bytes[at];
            int digit = c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
            if (digit < 0 || digit > 15 || count == digits.Length || (c > '9' && digit < 10))
            {
                return -1;
            }

            digits[count] = (byte)digit;
            count++;
        }

        if (at == _length)
        {
            return -1;
        }

        _at = at + 1;
        _afterName = false;
        Finish();
        return count;
    }
}
