namespace NanoFirmware.Web;

/// <summary>
/// The head of a request to a socket of our own: the request line and what a WebSocket's handshake needs of the headers (RFC
/// 6455, 4.2.1), in whatever order, and without looking at anybody's capitals.
/// </summary>
internal sealed partial class HttpHead
{
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
}
