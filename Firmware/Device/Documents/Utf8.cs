namespace NanoFirmware.Documents;

/// <summary>The little of UTF-8 (RFC 3629) that the runtime does not do.</summary>
internal static class Utf8
{
    /// <summary>
    /// Whether the first <paramref name="length"/> bytes are well-formed, without overlong forms or surrogates.
    /// </summary>
    public static bool IsValid(byte[] bytes, int length)
    {
        int at = 0;
        while (at < length)
        {
            int more = Continuations(bytes[at]);
            if (more < 0 || at + more >= length || !ContinuationsAreValid(bytes, at, more))
            {
                return false;
            }

            at += more + 1;
        }

        return true;
    }

    /// <summary>Writes one character; the number of bytes it took, 1–4.</summary>
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
            bytes[at + 1] = Continuation(code);
            return 2;
        }

        if (code < 0x10000)
        {
            bytes[at] = (byte)(0xE0 | (code >> 12));
            bytes[at + 1] = Continuation(code >> 6);
            bytes[at + 2] = Continuation(code);
            return 3;
        }

        bytes[at] = (byte)(0xF0 | (code >> 18));
        bytes[at + 1] = Continuation(code >> 12);
        bytes[at + 2] = Continuation(code >> 6);
        bytes[at + 3] = Continuation(code);
        return 4;
    }

    /// <summary>The first half of a character outside the basic plane, in UTF-16.</summary>
    public static bool IsHighSurrogate(int code) => code >= 0xD800 && code < 0xDC00;

    /// <summary>The second half.</summary>
    public static bool IsLowSurrogate(int code) => code >= 0xDC00 && code < 0xE000;

    /// <summary>The character of two halves.</summary>
    public static int Join(int high, int low) => 0x10000 + ((high - 0xD800) << 10) + (low - 0xDC00);

    /// <summary>Bytes of a text.</summary>
    public static int Count(string text) => TextCode.Utf8.GetBytes(text).Length;

    /// <summary>As many of a text's characters as fit into <paramref name="maxBytes"/>, none of them cut.</summary>
    public static string Clip(string text, int maxBytes)
    {
        byte[] bytes = TextCode.Utf8.GetBytes(text);
        if (bytes.Length <= maxBytes)
        {
            return text;
        }

        int end = maxBytes;
        while ((bytes[end] & 0xC0) == 0x80)
        {
            end--;
        }

        return TextCode.Utf8.GetString(bytes, 0, end);
    }

    private static byte Continuation(int bits) => (byte)(0x80 | (bits & 0x3F));

    // Bytes that follow a first one, or −1 for what no character begins with.
    private static int Continuations(int first)
    {
        if (first < 0x80)
        {
            return 0;
        }

        if (first < 0xC2)
        {
            return -1;
        }

        if (first < 0xE0)
        {
            return 1;
        }

        if (first < 0xF0)
        {
            return 2;
        }

        return first < 0xF5 ? 3 : -1;
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
