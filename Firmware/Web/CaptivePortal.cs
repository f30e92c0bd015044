namespace NanoFirmware.Web;

/// <summary>
/// The pages that phones and computers ask for when they have joined a network, to see whether it leads to the internet.
/// They expect a certain answer; another one, a redirect, makes them open the page they are led to. Once a client has seen the
/// page it gets what it expects, so that it ends its sign-in window and stays in the network.
/// </summary>
internal sealed class CaptivePortal
{
    // As many as the hotspot has places, for as long as an address is theirs.
    private const int Clients = 8;
    private const int RememberMs = 900000;

    private const string Page = "http://" + Board.HotspotAddress + "/";

    private readonly int[] _clients = new int[Clients];
    private readonly long[] _seenMs = new long[Clients];

    /// <summary>Whether the client's address matters: it opens the page, or looks for the internet.</summary>
    public static bool MustKnow(Request request) => request.SegmentCount == 0 || request.IsForeign || ProbeOf(request) != null;

    /// <summary>A client has opened the page.</summary>
    public void Opened(int client, long nowMs)
    {
        int at = IndexOf(client, nowMs);
        for (int i = 0; at < 0 && i < Clients; i++)
        {
            at = _clients[i] == 0 ? i : at;
        }

        at = at < 0 ? Oldest() : at;
        _clients[at] = client;
        _seenMs[at] = nowMs;
    }

    /// <summary>Answers a probe; false when the request is none.</summary>
    public bool TryHandle(Request request, Reply reply, long nowMs)
    {
        string expected = ProbeOf(request);
        if (expected == null)
        {
            return false;
        }

        int known = request.From == 0 ? -1 : IndexOf(request.From, nowMs);
        if (known < 0)
        {
            reply.Redirect(Page);
            return true;
        }

        _seenMs[known] = nowMs;
        reply.Status = expected.Length == 0 ? 204 : 200;
        reply.ContentType = expected.Length > 0 && expected[0] == '<' ? "text/html" : "text/plain";
        reply.Text(expected);
        return true;
    }

    // What the client's system takes for the internet; null for what is no probe.
    private static string ProbeOf(Request request)
    {
        string name = request.Segment(request.SegmentCount - 1);
        switch (name)
        {
            // Android and ChromeOS
            case "generate_204":
            case "gen_204":
                return string.Empty;

            // iOS and macOS
            case "hotspot-detect.html":
            case "success.html":
                return "<HTML><HEAD><TITLE>Success</TITLE></HEAD><BODY>Success</BODY></HTML>";

            // Windows
            case "connecttest.txt":
                return "Microsoft Connect Test";
            case "ncsi.txt":
                return "Microsoft NCSI";

            // Firefox
            case "canonical.html":
                return "<meta http-equiv=\"refresh\" content=\"0;url=https://support.mozilla.org/kb/captive-portal\"/>";
            case "success.txt":
                return "success\n";
            default:
                return null;
        }
    }

    private int IndexOf(int client, long nowMs)
    {
        for (int i = 0; i < Clients; i++)
        {
            if (_clients[i] == client && nowMs - _seenMs[i] < RememberMs)
            {
                return i;
            }
        }

        return -1;
    }

    private int Oldest()
    {
        int oldest = 0;
        for (int i = 1; i < Clients; i++)
        {
            oldest = _seenMs[i] < _seenMs[oldest] ? i : oldest;
        }

        return oldest;
    }
}
