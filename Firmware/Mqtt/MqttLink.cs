using System;
using System.Threading;
using NanoFirmware.Documents;
using NanoFirmware.Health;
using NanoFirmware.Network;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Keeps the device connected to a broker, tells its state and takes commands, on one thread of the lowest priority. The library
/// connects once and no more: whatever ends a connection, here another one is made, after a pause that grows and that no two
/// devices have alike.
/// </summary>
internal sealed class MqttLink : Loop
{
    // A host that is switched off keeps the library waiting for half a minute.
    private const int PatienceMs = 90000;

    private const int OffMs = 500;
    private const int PeriodMs = 100;

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

    /// <summary>One round; how long it may rest after it, in ms, if nothing comes.</summary>
    internal int Serve(long nowMs)
    {
        if (_version != _settings.Version)
        {
            _version = _settings.Version;
            Leave();
            _retry.Succeeded();
            _dueMs = 0;
        }

        if (!_settings.IsOn)
        {
            Leave();
            State = LinkState.Off;
            return OffMs;
        }

        if (_line != null && !_line.IsConnected)
        {
            Fail("the broker is gone", nowMs);
        }

        if (_line == null && nowMs >= _dueMs)
        {
            Connect(nowMs);
        }

        if (_line != null)
        {
            Talk(nowMs);
        }

        return PeriodMs;
    }

    protected override void Step()
    {
        int restMs = Serve((long)(HighResTimer.GetCurrent() / 1000));
        _hasMail.WaitOne(restMs, false);
    }

    protected override void Recover() => Close();

    private void Connect(long nowMs)
    {
        State = LinkState.Connecting;
        try
        {
            string address = _names.Find(_settings.Host);
            if (address == null)
            {
                Fail(_names.Problem, nowMs);
                return;
            }

            _line = new BrokerLine(address, _settings.Port, _inbox);
            int said = _line.Connect(_topics.Id, _settings, _topics.Status, MqttTopics.Offline);
            if (said != 0)
            {
                Fail(Refusal(said), nowMs);
                return;
            }

            Begin();
        }
        catch (Exception fault)
        {
            Fail("nobody answers at the broker's address: " + fault.Message, nowMs);
        }
    }

    private void Begin()
    {
        Connects++;
        _retry.Succeeded();
        State = _settings.HasLogin ? LinkState.Connected : LinkState.RoomsOnly;
        if (!_settings.HasLogin)
        {
            return;
        }

        // First it listens: whoever hears that it is there may tell it something.
        _line.Subscribe(_topics.Prefix + "/+" + MqttTopics.Set);
        _line.Subscribe(_topics.Prefix + "/ha/+" + MqttTopics.Set);
        if (_settings.Group.Length > 0)
        {
            _line.Subscribe(MqttTopics.Fleet(_settings.Group));
        }

        if (_settings.Discovery != BrokerSettings.NoDiscovery)
        {
            _line.Subscribe(MqttTopics.HomeStatus);
        }

        _line.TryPublish(_topics.Status, TextCode.Utf8.GetBytes(MqttTopics.Online), true);
        _state.Forget();
        _home.Forget();
    }

    private void Talk(long nowMs)
    {
        try
        {
            CarryRoom();
            TakeCommands();
            if (_settings.HasLogin)
            {
                _state.Tell(_line, nowMs);
                _home.Tell(_line, _settings.Discovery);
            }
        }
        catch (Exception fault)
        {
            Fail(fault.Message, nowMs);
        }
    }

    private void TakeCommands()
    {
        string fleet = MqttTopics.Fleet(_settings.Group);
        for (byte[] message = _inbox.Take(); message != null; message = _inbox.Take())
        {
            string problem = _commands.Take(_inbox.Topic, message, fleet, _settings.HasLogin);
            if (problem != null)
            {
                Refused++;
                _line.TryPublish(_topics.Error, ErrorOf(problem), false);
            }
        }

        if (_commands.IsHomeNew)
        {
            _commands.IsHomeNew = false;
            _home.Forget();
        }
    }

    private void CarryRoom()
    {
        FarRoom room = _device.FarRoom;
        if (room != _room)
        {
            LeaveRoom();
            _room = room;
            if (room != null)
            {
                _line.Subscribe(MqttTopics.Root + room.Topic);
                room.IsCarried = true;
                room.Joined();
            }
        }

        byte[] message = room == null ? null : room.Next();
        while (message != null && _line.TryPublish(MqttTopics.Root + room.Topic, message, false))
        {
            room.Carried();
            message = room.Next();
        }
    }

    private void LeaveRoom()
    {
        if (_room != null)
        {
            _room.IsCarried = false;
            _line.Unsubscribe(MqttTopics.Root + _room.Topic);
        }
    }

    private static byte[] ErrorOf(string problem)
    {
        var json = new JsonWriter(512);
        json.BeginObject();
        json.Field("error", problem.Length > 300 ? problem.Substring(0, 300) : problem);
        json.EndObject();
        return StateTopics.Cut(json);
    }

    private static string Refusal(int said) =>
        said == 4 || said == 5 ? "the broker refuses this user and password" : "the broker refuses: code " + said.ToString();

    // Half of the pause is the same for all, the other half as chance and the radio's address have it: devices that lost the
    // same broker do not come back to it in one moment.
    private void Fail(string why, long nowMs)
    {
        Faults++;
        LastFault = why;
        Close();
        State = LinkState.Waiting;
        int half = _retry.Failed(nowMs) / 2;
        byte[] mac = _device.Hotspot.Mac;
        int chance = ((int)(HighResTimer.GetCurrent() & 0xFFFF) * 31) + (mac[mac.Length - 1] << 8) + mac[mac.Length - 2];
        _dueMs = nowMs + half + (chance % (half + 1));
    }

    // Its last will is for those that go without a word.
    private void Leave()
    {
        if (_line != null && _line.IsConnected && State == LinkState.Connected)
        {
            _line.TryPublish(_topics.Status, TextCode.Utf8.GetBytes(MqttTopics.Offline), true);
        }

        Close();
    }

    private void Close()
    {
        BrokerLine line = _line;
        _line = null;
        if (_room != null)
        {
            _room.IsCarried = false;
            _room = null;
        }

        if (line != null)
        {
            _publishedBefore += line.Published;
            _receivedBefore += line.Received;
            line.Close();
        }
    }
}
