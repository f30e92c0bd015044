namespace NanoFirmware.Documents;

/// <summary>One colour as a text, RRGGBB.</summary>
internal static class HexColour
{
    /// <summary>Reads it into three bytes; false when it is none.</summary>
    public static bool TryRead(string text, byte[] bytes, int at)
    {
        int first = text.Length > 0 && text[0] == '#' ? 1 : 0;
        if (text.Length != first + 6)
        {
            return false;
        }

        for (int part = 0; part < 3; part++)
        {
            int high = Digit(text[first + (part * 2)]);
            int low = Digit(text[first + (part * 2) + 1]);
            if (high < 0 || low < 0)
            {
                return false;
            }

            bytes[at + part] = (byte)((high * 16) + low);
        }

        return true;
    }

    /// <summary>Reads it as one number; −1 when it is none.</summary>
    public static int Read(string text)
    {
        var parts = new byte[3];
        return TryRead(text, parts, 0) ? (parts[0] << 16) | (parts[1] << 8) | parts[2] : -1;
    }

    /// <summary>What a hexadecimal digit stands for; −1 when it is none.</summary>
    public static int Digit(char c)
    {
        if (c >= '0' && c <= '9')
        {
            return c - '0';
        }

        if (c >= 'A' && c <= 'F')
        {
            return c - 'A' + 10;
        }

        return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
    }
}
