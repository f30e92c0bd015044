using NanoFirmware.Audio;
using NanoFirmware.Health;

namespace NanoFirmware.Web;

/// <summary>What there is below /api: a name is a row.</summary>
internal sealed class ApiTable
{
    private const bool ReadOnly = true;

    private readonly Controller[] _rows;
    private readonly Supervisor _supervisor;

    public ApiTable(Device device, Supervisor supervisor)
    {
        _supervisor = supervisor;

        // One reader serves all requests, one at a time.
        var ears = new SnapshotReader(device.Exchange);
        _rows = new Controller[]
        {
            Row("state", !ReadOnly, new StateController(device, ears)),
            Row("status", ReadOnly, new StatusController(device, supervisor)),
            Row("channel", !ReadOnly, new ChannelController(device)),
            Row("global", !ReadOnly, new GlobalController(device.Master)),
            Row("controls", ReadOnly, new ControlsController(device)),
            Row("presets", !ReadOnly, new PresetsController(device.Presets, device.Budget)),
            Row("backup", !ReadOnly, new BackupController(device)),
            Row("network", !ReadOnly, new NetworkController(device.Radio, device.Budget)),
            Row("wiring", !ReadOnly, new WiringController(device, supervisor)),
            Row("security", !ReadOnly, new SecurityController(device.Lock, device.Budget)),
            Row("selftest", !ReadOnly, new SelfTestController(device, supervisor, ears)),
            Row("reset", !ReadOnly, new ResetController(device, onlyRestarts: false)),
            Row("restart", !ReadOnly, new ResetController(device, onlyRestarts: true)),
            Row("patterns", ReadOnly, new CatalogueController(device, isOfPatterns: true)),
            Row("palettes", ReadOnly, new CatalogueController(device, isOfPatterns: false)),
            Row("text", !ReadOnly, new NoticesController(device, isOfTime: false)),
            Row("time", !ReadOnly, new NoticesController(device, isOfTime: true)),
            Row("audio", !ReadOnly, new AudioController(ears, device.Audio)),
            Row("live", !ReadOnly, new LiveController(device.Live, supervisor.Requests)),
            Row("log", ReadOnly, new LogController(device, supervisor)),
            Row("metrics", ReadOnly, new MetricsController(device, supervisor)),
        };
    }

    /// <summary>Answers what is asked of a path below /api.</summary>
    public void Handle(Request request, Reply reply)
    {
        if (IsShed(request, reply))
        {
            return;
        }

        Controller row = Find(request.Segment(1));
        if (row == null)
        {
            UnknownPath(reply);
        }
        else if (!row.IsReadOnly)
        {
            row.Handle(request, reply);
        }
        else if (request.SegmentCount != 2)
        {
            UnknownPath(reply);
        }
        else if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
        }
        else
        {
            row.Handle(request, reply);
        }
    }

    private static Controller Row(string name, bool isReadOnly, Controller controller)
    {
        controller.Name = name;
        controller.IsReadOnly = isReadOnly;
        return controller;
    }

    private Controller Find(string name)
    {
        Controller[] rows = _rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Name == name)
            {
                return rows[i];
            }
        }

        return null;
    }

    // Under load, or when the user wants it so, pictures go first and figures for machines after them.
    private bool IsShed(Request request, Reply reply)
    {
        int level = _supervisor.Level;
        bool isShed = (level >= LoadGuard.Previews && request.Segment(3) == "frame")
            || (level >= LoadGuard.Metrics && request.Segment(1) == "metrics");
        if (isShed)
        {
            reply.Error(503, "left out to save time, by the load or by lite: try again later");
        }

        return isShed;
    }

    // "use /api/state, status … log or metrics"
    private void UnknownPath(Reply reply)
    {
        string sentence = "unknown path: use /api/" + _rows[0].Name;
        for (int i = 1; i < _rows.Length; i++)
        {
            sentence += (i == _rows.Length - 1 ? " or " : ", ") + _rows[i].Name;
        }

        reply.NotFound(sentence);
    }
}
