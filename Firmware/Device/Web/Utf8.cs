namespace NanoFirmware.Web;

/// <summary>The little of UTF-8 (RFC 3629) that the runtime does not check.</summary>
internal static class Utf8
{
    /// <summary>Whether the first <paramref name="length"/> bytes are well-formed, without overlong forms or surrogates.</summary>
    public static bool IsValid(byte[] bytes, int length)
    {
        int at = 0;
        while (at < length)
        {
            int first = bytes[at];
            int more = first < 0x80 ? 0 : first >= 0xC2 && first < 0xE0 ? 1 : first >= 0xE0 && first < 0xF0 ? 2 : first >= 0xF0 && first < 0xF5 ? 3 : -1;
            if (more < 0 || at + more >= length || !ContinuationsAreValid(bytes, at, more))
            {
                return false;
            }

            at += more + 1;
        }

        return true;
    }

    /// <summary>Writes one character of the basic plane; the number of bytes it took, 1–3.</summary>
    public static int Write(byte[] bytes, int at, int code)
    {
        if (code < 0x80)
        {
            bytes[at] = (byte)code;
            return 1;
        }

        if (code < 0x800)
        {
            bytes[at] = (byte)(0xC0 | (code >> 6));
            bytes[at + 1] = (byte)(0x80 | (code & 0x3F));
            return 2;
        }

        bytes[at] = (byte)(0xE0 | (code >> 12));
        bytes[at + 1] = (byte)(0x80 | ((code >> 6) & 0x3F));
        bytes[at + 2] = (byte)(0x80 | (code & 0x3F));
        return 3;
    }

    private static bool ContinuationsAreValid(byte[] bytes, int at, int more)
    {
        for (int i = 1; i <= more; i++)
        {
            if ((bytes[at + i] & 0xC0) != 0x80)
            {
                return false;
            }
        }

        int first = bytes[at];
        int second = more > 0 ? bytes[at + 1] : 0;
        bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
        bool outside = (first == 0xED && second > 0x9F) || (first == 0xF4 && second > 0x8F);
        return !overlong && !outside;
    }
}
