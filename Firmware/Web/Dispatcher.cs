using NanoFirmware.Health;
using NanoFirmware.Storage;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// The way in: who may ask, by which name, with which key, and which of the three languages it is: the page, the API, WLED's. The
/// path was split once, and its pieces are compared; attribute routes cost fifty times as much (docs/platform.md).
/// </summary>
internal sealed class Dispatcher
{
    private readonly ApiTable _api;
    private readonly WledController _wled;
    private readonly WledCommandController _wledCommand;
    private readonly KeyLock _lock;
    private readonly CaptivePortal _portal = new CaptivePortal();

    public Dispatcher(Device device, Supervisor supervisor)
    {
        _api = new ApiTable(device, supervisor);
        _wled = new WledController(device, supervisor);
        _wledCommand = new WledCommandController(device);
        _lock = device.Lock;
    }

    /// <summary>Where the jam is found.</summary>
    public JamDoor Jams => _api.Jams;

    /// <summary>Has the jam reach other devices, if there is one and it is to.</summary>
    public void LinkJam() => _api.LinkJam();

    /// <summary>Answers <paramref name="request"/> into <paramref name="reply"/>; whatever it says, it is an answer.</summary>
    public void Handle(Request request, Reply reply)
    {
        reply.Begin();
        if (request.Method == "OPTIONS")
        {
            reply.Status = 204;
            reply.Allow = "GET, HEAD, POST, PUT, DELETE, OPTIONS";
        }
        else if (request.IsForeign && request.IsRead)
        {
            HandleForeign(request, reply);
        }
        else if (request.SegmentCount == 0)
        {
            HandlePage(request, reply);
        }
        else if (request.SegmentCount == 1 && PageAnswer.Is(request.Segment(0)))
        {
            HandlePage(request, reply);
        }
        else if (!IsOurs(request.Segment(0)))
        {
            if (!request.IsRead || !_portal.TryHandle(request, reply, NowMs))
            {
                reply.NotFound("unknown path: the page is at /, the jam at /jam, the API below /api");
            }
        }
        else if (request.IsChange && !OriginGuard.Allows(request))
        {
            reply.Error(403, "changes come from the device's own page or from a program: open the page by the device's address");
        }
        else if (request.IsChange && !IsUnlocked(request, reply))
        {
            // The reply says why.
        }
        else if (request.BodyTooLong)
        {
            reply.Error(413, "body too long: at most " + request.Limit.ToString() + " bytes");
        }
        else
        {
            HandleOurs(request, reply);

            reply.ForAnyOrigin = request.IsRead && IsPublic(request);
        }
    }

    private void HandleOurs(Request request, Reply reply)
    {
        if (request.Segment(0) == "api")
        {
            _api.Handle(request, reply);
        }
        else if (WledCommandController.Is(request.Segment(0)))
        {
            _wledCommand.Handle(request, reply);
        }
        else
        {
            _wled.Handle(request, reply);
        }
    }

    private static long NowMs => (long)(HighResTimer.GetCurrent() / 1000);

    // Under another name a page could not change anything, and could be anybody's: it is led to the address. A probe of a client
    // that has seen the page already wants something else.
    private void HandleForeign(Request request, Reply reply)
    {
        if (!_portal.TryHandle(request, reply, NowMs) || reply.Status == 302)
        {
            reply.Redirect("http://" + (request.CalledAt ?? Board.HotspotAddress) + "/");
        }
    }

    // What is nobody's secret, and never network, log or backup.
    private static bool IsPublic(Request request)
    {
        switch (request.Segment(0) == "json" ? "json" : request.Segment(1))
        {
            case "json":
            case "status":
            case "patterns":
            case "palettes":
            case "audio":
                return true;
            default:
                return request.Segment(1) == "channel" && request.Segment(3) == "frame";
        }
    }

    // The API, and what WLED's clients ask for.
    private static bool IsOurs(string first) =>
        first == "api" || first == "json" || first == "presets.json" || WledCommandController.Is(first);

    private bool IsUnlocked(Request request, Reply reply)
    {
        string refusal = _lock.Refuses(request.Key, NowMs, request.From);
        if (refusal != null)
        {
            reply.Error(refusal == KeyLock.TooMany ? 429 : 401, refusal);
            reply.RetryAfterS = refusal == KeyLock.TooMany ? _lock.WaitS(NowMs) : 0;
        }

        return refusal == null;
    }

    private void HandlePage(Request request, Reply reply)
    {
        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
            return;
        }

        var page = new PageAnswer(request.SegmentCount > 0 ? request.Segment(0) : null);
        _portal.Opened(request.From, NowMs);
        reply.Tag = page.Tag;
        if (request.KnownTag == reply.Tag)
        {
            reply.Status = 304;
            return;
        }

        reply.SendLong(page, page.Type, "no-cache");
        reply.ContentEncoding = "gzip";
    }
}
