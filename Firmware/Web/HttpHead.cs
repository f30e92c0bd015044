namespace NanoFirmware.Web;

/// <summary>
/// The head of a request to a socket of our own: the request line and what a WebSocket's handshake needs of the headers (RFC
/// 6455, 4.2.1), in whatever order, and without looking at anybody's capitals.
/// </summary>
internal sealed class HttpHead
{
    private const char Cr = '\r';
    private const char Lf = '\n';
    private const string Newest = "13";

    /// <summary>The method, GET for one.</summary>
    public string Method;

    /// <summary>The path as sent.</summary>
    public string Path;

    /// <summary>The Host header; null when there is none.</summary>
    public string Host;

    /// <summary>The Origin header; null when there is none.</summary>
    public string Origin;

    /// <summary>The key of the handshake; null when there is none. It is to be 24 characters, and curl sends 20.</summary>
    public string Key;

    /// <summary>How many headers there are.</summary>
    public int Headers;

    /// <summary>Bytes of the whole head, its empty line included.</summary>
    public int Bytes;

    private bool _upgradesConnection;
    private bool _upgradesToWebSocket;
    private bool _isNewest;

    /// <summary>Whether it asks for a WebSocket of the version that all speak.</summary>
    public bool IsHandshake =>
        Method == "GET" && _upgradesConnection && _upgradesToWebSocket && _isNewest && !string.IsNullOrEmpty(Key);

    /// <summary>Reads the head at the beginning of <paramref name="bytes"/>.</summary>
    /// <param name="bytes">What has come so far.</param>
    /// <param name="length">How many bytes that are.</param>
    public HeadState Read(byte[] bytes, int length)
    {
        Forget();
        int end = EndOfLine(bytes, 0, length);
        if (end < 0)
        {
            return HeadState.Incomplete;
        }

        if (!ReadRequestLine(bytes, end))
        {
            return HeadState.Bad;
        }

        int at = end + 2;
        while ((end = EndOfLine(bytes, at, length)) > at)
        {
            if (!ReadHeader(bytes, at, end))
            {
                return HeadState.Bad;
            }

            Headers++;
            at = end + 2;
        }

        Bytes = at + 2;
        return end < 0 ? HeadState.Incomplete : HeadState.Complete;
    }

    private void Forget()
    {
        Method = null;
        Path = null;
        Host = null;
        Origin = null;
        Key = null;
        Headers = 0;
        _upgradesConnection = false;
        _upgradesToWebSocket = false;
        _isNewest = false;
    }

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

    // Method, path and version, one space between them.
    private bool ReadRequestLine(byte[] bytes, int end)
    {
        int path = IndexOf(bytes, ' ', 0, end) + 1;
        int version = path == 0 ? 0 : IndexOf(bytes, ' ', path, end) + 1;
        if (path < 2 || version < path + 2 || !Is(bytes, version, end, "http/1.1"))
        {
            return false;
        }

        Method = Text(bytes, 0, path - 1);
        Path = Text(bytes, path, version - 1);
        return true;
    }

    private bool ReadHeader(byte[] bytes, int at, int end)
    {
        int colon = IndexOf(bytes, ':', at, end);
        if (colon <= at)
        {
            return false;
        }

        int value = colon + 1;
        while (value < end && IsSpace(bytes[value]))
        {
            value++;
        }

        while (end > value && IsSpace(bytes[end - 1]))
        {
            end--;
        }

        Take(bytes, at, colon, value, end);
        return true;
    }

    private void Take(byte[] bytes, int at, int colon, int value, int end)
    {
        if (Is(bytes, at, colon, "host"))
        {
            Host = Text(bytes, value, end);
        }
        else if (Is(bytes, at, colon, "origin"))
        {
            Origin = Text(bytes, value, end);
        }
        else if (Is(bytes, at, colon, "sec-websocket-key"))
        {
            Key = Text(bytes, value, end);
        }
        else if (Is(bytes, at, colon, "sec-websocket-version"))
        {
            _isNewest = Is(bytes, value, end, Newest);
        }
        else if (Is(bytes, at, colon, "connection"))
        {
            _upgradesConnection = _upgradesConnection || Names(bytes, value, end, "upgrade");
        }
        else if (Is(bytes, at, colon, "upgrade"))
        {
            _upgradesToWebSocket = _upgradesToWebSocket || Names(bytes, value, end, "websocket");
        }
    }

    // Whether a list with commas names it: "keep-alive, Upgrade".
    private static bool Names(byte[] bytes, int at, int end, string token)
    {
        while (at < end)
        {
            int comma = IndexOf(bytes, ',', at, end);
            int last = comma < 0 ? end : comma;
            int from = at;
            int to = last;
            while (from < to && IsSpace(bytes[from]))
            {
                from++;
            }

            while (to > from && IsSpace(bytes[to - 1]))
            {
                to--;
            }

            if (Is(bytes, from, to, token))
            {
                return true;
            }

            at = last + 1;
        }

        return false;
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
