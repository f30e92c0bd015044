namespace NanoFirmware.Web;

/// <summary>
/// The pages that phones and computers ask for when they have joined a network, to see whether it leads to the internet.
/// They expect a certain answer; another one, a redirect, makes them open the page they are led to.
/// </summary>
internal static class CaptivePortal
{
    private const string Page = "http://" + Board.HotspotAddress + "/";

    /// <summary>Answers a probe; false when the request is none.</summary>
    public static bool TryHandle(Request request, Reply reply)
    {
        if (!IsProbe(request))
        {
            return false;
        }

        reply.Redirect(Page);
        return true;
    }

    private static bool IsProbe(Request request)
    {
        switch (request.SegmentCount == 1 ? request.Segment(0) : null)
        {
            // Android and ChromeOS
            case "generate_204":
            case "gen_204":

            // iOS and macOS
            case "hotspot-detect.html":

            // Windows
            case "connecttest.txt":
            case "ncsi.txt":

            // Firefox
            case "canonical.html":
            case "success.txt":
                return true;
            default:
                return false;
        }
    }
}
