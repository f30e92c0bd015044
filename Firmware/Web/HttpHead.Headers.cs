namespace NanoFirmware.Web;

/// <content>What the handshake needs of a header.</content>
internal sealed partial class HttpHead
{
    private const string Newest = "13";

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
}
