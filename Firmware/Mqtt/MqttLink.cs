using System.Threading;
using NanoFirmware.Health;
using NanoFirmware.Network;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Keeps the device connected to a broker, tells its state and takes commands, on one thread of the lowest priority. The library
/// connects once and no more: whatever ends a connection, here another one is made, after a pause that grows and that no two
/// devices have alike.
/// </summary>
internal sealed partial class MqttLink : Loop
{
    // A host that is switched off keeps the library waiting for half a minute.
    private const int PatienceMs = 90000;

    // However long a broker was away, a device is back within ten seconds of its return.
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 8000;

    private readonly Device _device;
    private readonly BrokerSettings _settings;
    private readonly AutoResetEvent _hasMail = new AutoResetEvent(false);
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private readonly NameLookup _names;
    private readonly Inbox _inbox;
    private readonly MqttTopics _topics;
    private readonly CommandTopics _commands;
    private readonly StateTopics _state;
    private readonly HomeTeller _home;
    private BrokerLine _line;
    private FarRoom _room;
    private int _version;

    // Of connections that are over.
    private int _publishedBefore;
    private int _receivedBefore;
    private long _dueMs;

    public MqttLink(Device device, Supervisor supervisor, BrokerSettings settings)
        : base("mqtt", ThreadPriority.Lowest, PatienceMs)
    {
        _device = device;
        _settings = settings;
        _version = settings.Version;
        _inbox = new Inbox(_hasMail);
        _names = new NameLookup(device.Radio);
        _topics = new MqttTopics(device.Hotspot.Mac);
        _commands = new CommandTopics(device, _topics);
        _state = new StateTopics(device, _topics.Prefix);
        _home = new HomeTeller(new HomeDiscovery(device, _topics), supervisor);
    }

    public LinkState State;

    /// <summary>Connections that came about.</summary>
    public int Connects;

    /// <summary>Connections that did not, or ended.</summary>
    public int Faults;

    /// <summary>What the last of them said; null if there was none.</summary>
    public string LastFault;

    /// <summary>Commands that were refused.</summary>
    public int Refused;

    /// <summary>Where it is found at the broker.</summary>
    public MqttTopics Topics => _topics;

    public int Published => _publishedBefore + (_line == null ? 0 : _line.Published);

    public int Received => _receivedBefore + (_line == null ? 0 : _line.Received);

    public int Dropped => _inbox.Dropped;
}
