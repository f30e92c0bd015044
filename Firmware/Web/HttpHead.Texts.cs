namespace NanoFirmware.Web;

/// <content>Bytes that are looked for and compared.</content>
internal sealed partial class HttpHead
{
    private const char Cr = '\r';
    private const char Lf = '\n';

    // Where the line's CR is; −1 when it has not come.
    private static int EndOfLine(byte[] bytes, int at, int length)
    {
        for (int i = at; i + 1 < length; i++)
        {
            if (bytes[i] == Cr && bytes[i + 1] == Lf)
            {
                return i;
            }
        }

        return -1;
    }

    // Whether the bytes are this word in small letters, whatever their own.
    private static bool Is(byte[] bytes, int at, int end, string word)
    {
        if (end - at != word.Length)
        {
            return false;
        }

        for (int i = 0; i < word.Length; i++)
        {
            int letter = bytes[at + i];
            letter += letter >= 'A' && letter <= 'Z' ? 'a' - 'A' : 0;
            if (letter != word[i])
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsSpace(byte letter) => letter == ' ' || letter == '\t';

    private static int IndexOf(byte[] bytes, char wanted, int at, int end)
    {
        for (int i = at; i < end; i++)
        {
            if (bytes[i] == wanted)
            {
                return i;
            }
        }

        return -1;
    }

    private static string Text(byte[] bytes, int at, int end) => TextCode.Utf8.GetString(bytes, at, end - at);
}
