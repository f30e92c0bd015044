using NanoFirmware.Audio;
using NanoFirmware.Health;
using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <summary>What there is below /api: a name is a row.</summary>
internal sealed class ApiTable
{
    private const bool ReadOnly = true;

    private readonly Controller[] _rows;
    private readonly Supervisor _supervisor;
    private readonly Device _device;
    private JamDoor _jams;

    public ApiTable(Device device, Supervisor supervisor)
    {
        _supervisor = supervisor;
        _device = device;

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
            Row("network", !ReadOnly, new NetworkController(device.Radio, device.Discovery, device.Budget)),
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

    /// <summary>Where the jam is found, made when somebody first asks.</summary>
    public JamDoor Jams
    {
        get
        {
            lock (_rows)
            {
                _jams = _jams ?? new JamDoor(_device, _supervisor);
                return _jams;
            }
        }
    }

    /// <summary>Has the jam reach other devices, if there is one and it is to.</summary>
    public void LinkJam()
    {
        if (_jams != null || JamKeeper.Made(_device) != null)
        {
            Jams.Link();
        }
    }

    /// <summary>Answers what is asked of a path below /api.</summary>
    public void Handle(Request request, Reply reply)
    {
        if (IsShed(request, reply))
        {
            return;
        }

        Controller row = Find(request);
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

    private Controller Find(Request request)
    {
        string name = request.Segment(1);
        Controller[] rows = _rows;
        for (int i = 0; i < rows.Length; i++)
        {
            if (rows[i].Name == name)
            {
                return rows[i];
            }
        }

        return name == "jam" ? FindJam(request.Segment(2)) : FindMade(name);
    }

    // Not kept: nobody needs them who has no panels.
    private Controller FindMade(string name)
    {
        if (name == "panels")
        {
            return new PanelsController(_device);
        }

        if (LooksController.Is(name))
        {
            return new LooksController(_device, name);
        }

        if (name == "sensor")
        {
            return new SensorController(_device);
        }

        if (name == "mqtt")
        {
            return new MqttController(_device);
        }

        return name == "sprites" ? new SpritesController(_device) : null;
    }

    private Controller FindJam(string part) =>
        part == "recording" ? new JamRecordingController(_device, Jams) : new JamController(Jams);

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

    // "use /api/state, status … metrics, jam, panels, playlist … or sprites"
    private void UnknownPath(Reply reply)
    {
        string sentence = "unknown path: use /api/" + _rows[0].Name;
        for (int i = 1; i < _rows.Length; i++)
        {
            sentence += ", " + _rows[i].Name;
        }

        reply.NotFound(sentence + ", jam, panels, playlist, nightlight, schedule, sensor, mqtt or sprites");
    }
}
