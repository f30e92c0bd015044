using NanoFirmware.Health;
using NanoFirmware.Storage;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// Finds who answers: the path is split once and its pieces are switched on, which is fifty times cheaper than
/// the server's attribute routes (docs/platform.md).
/// </summary>
internal sealed class Dispatcher
{
    private readonly StatusController _status;
    private readonly ChannelController _channels;
    private readonly GlobalController _global;
    private readonly AudioController _audio;
    private readonly LiveController _live;
    private readonly MetricsController _metrics;
    private readonly LogController _log;
    private readonly Device _device;
    private readonly NetworkController _network;
    private readonly StateController _state;
    private readonly ResetController _reset;
    private readonly PresetsController _presets;
    private readonly ControlsController _controls;
    private readonly SecurityController _security;
    private readonly BackupController _backup;
    private readonly SelfTestController _selfTest;
    private readonly WledController _wled;
    private readonly WledCommandController _wledCommand;
    private readonly KeyLock _lock;
    private readonly CaptivePortal _portal = new CaptivePortal();

    public Dispatcher(Device device)
    {
        _device = device;
        _status = new StatusController(device);
        _log = new LogController(device);
        _channels = new ChannelController(device.ChannelA, device.ChannelB);
        _global = new GlobalController(device.Master);
        _audio = new AudioController(device.Exchange, device.Audio.Controls);
        _live = new LiveController(device.Live);
        _metrics = new MetricsController(device);
        _network = new NetworkController(device.Radio, device.Budget);
        _state = new StateController(device);
        _reset = new ResetController(device);
        _presets = new PresetsController(device.Presets, device.Budget);
        _security = new SecurityController(device.Lock, device.Budget);
        _backup = new BackupController(device);
        _selfTest = new SelfTestController(device);
        _wled = new WledController(device);
        _wledCommand = new WledCommandController(device);
        _lock = device.Lock;
        _controls = new ControlsController(device);
    }

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
        else if (!IsOurs(request.Segment(0)))
        {
            if (!request.IsRead || !_portal.TryHandle(request, reply, NowMs))
            {
                reply.NotFound("unknown path: the page is at /, the API below /api");
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
            HandleApi(request, reply);
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

    // Under another name a page could not change anything, and could be anybody's: it is led to the address. A probe of a client that
    // has seen the page already wants something else.
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

    // Under load, or when the user wants it so, pictures go first and figures for machines after them.
    private bool IsShed(Request request, Reply reply)
    {
        int level = _device.Supervisor.Level;
        bool isShed = (level >= LoadGuard.Previews && request.Segment(3) == "frame")
            || (level >= LoadGuard.Metrics && request.Segment(1) == "metrics");
        if (isShed)
        {
            reply.Error(503, "left out to save time, by the load or by lite: try again later");
        }

        return isShed;
    }

    private void HandleApi(Request request, Reply reply)
    {
        if (IsShed(request, reply))
        {
            return;
        }

        switch (request.Segment(1))
        {
            case "state":
                _state.Handle(request, reply);
                return;
            case "reset":
                _reset.HandleReset(request, reply);
                return;
            case "restart":
                _reset.HandleRestart(request, reply);
                return;
            case "presets":
                _presets.Handle(request, reply);
                return;
            case "controls":
                if (Reads(request, reply))
                {
                    _controls.Handle(reply);
                }

                return;
            case "channel":
                _channels.Handle(request, reply);
                return;
            case "global":
                _global.Handle(request, reply);
                return;
            case "network":
                _network.Handle(request, reply);
                return;
            case "backup":
                _backup.Handle(request, reply);
                return;
            case "selftest":
                _selfTest.Handle(request, reply);
                return;
            case "security":
                _security.Handle(request, reply);
                return;
            case "status":
                if (Reads(request, reply))
                {
                    _status.Handle(reply);
                }

                return;
            case "audio":
                _audio.Handle(request, reply);
                return;
            case "live":
                _live.Handle(request, reply);
                return;
            case "log":
                if (Reads(request, reply))
                {
                    _log.Handle(request, reply);
                }

                return;
            case "metrics":
                if (Reads(request, reply))
                {
                    _metrics.Handle(reply);
                }

                return;
            case "patterns":
                if (Reads(request, reply))
                {
                    SendList(reply, new PatternList());
                }

                return;
            case "palettes":
                if (Reads(request, reply))
                {
                    SendList(reply, new PaletteList());
                }

                return;
            default:
                UnknownPath(reply);
                return;
        }
    }

    private void HandlePage(Request request, Reply reply)
    {
        if (Reads(request, reply, 0))
        {
            _portal.Opened(request.From, NowMs);
            reply.SendLong(new StoredText(Page.Html), "text/html; charset=utf-8", "no-cache");
        }
    }

    // These answer GET alone and have nothing below them.
    private static bool Reads(Request request, Reply reply, int segments = 2)
    {
        if (request.SegmentCount != segments)
        {
            UnknownPath(reply);
            return false;
        }

        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
            return false;
        }

        return true;
    }

    private static void SendList(Reply reply, LongAnswer list) => reply.SendLong(list, "application/json", "no-cache");

    private static void UnknownPath(Reply reply) =>
        reply.NotFound("unknown path: use /api/state, status, channel, global, controls, presets, backup, network, security, "
            + "selftest, reset, restart, patterns, palettes, audio, live, log or metrics");
}
