namespace NanoFirmware.Web;

/// <content>A new head, then line after line.</content>
internal sealed partial class HttpHead
{
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
}
