using System;

namespace NanoFirmware.Web;

/// <summary>The %XX in which clients send what a URL has no room for (RFC 3986, 2.1): bytes of UTF-8.</summary>
internal static class PercentCode
{
    /// <summary>The text that is meant; what is no such code, and what is no text then, stays as it is.</summary>
    public static string Decode(string text)
    {
        if (text.IndexOf('%') < 0)
        {
            return text;
        }

        byte[] bytes = TextCode.Utf8.GetBytes(text);
        int length = 0;
        int at = 0;
        while (at < bytes.Length)
        {
            // Zero is left out: the device ends a text there.
            int value = bytes[at] == '%' && at + 2 < bytes.Length ? ByteAt(bytes, at + 1) : 0;
            bytes[length] = value > 0 ? (byte)value : bytes[at];
            length++;
            at += value > 0 ? 3 : 1;
        }

        try
        {
            return TextCode.Utf8.GetString(bytes, 0, length);
        }
        catch (Exception)
        {
            return text;
        }
    }

    // −1 and less for no digits.
    private static int ByteAt(byte[] text, int at)
    {
        int high = Digit(text[at]);
        int low = Digit(text[at + 1]);
        return high < 0 || low < 0 ? -1 : (high << 4) | low;
    }

    private static int Digit(byte character)
    {
        if (character >= '0' && character <= '9')
        {
            return character - '0';
        }

        int letter = character | 32;
        return letter >= 'a' && letter <= 'f' ? letter - 'a' + 10 : -1;
    }
}
