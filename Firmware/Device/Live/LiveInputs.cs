using System;
using System.Net;
using NanoFirmware.Audio;
using NanoFirmware.Network;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using NanoFirmware.Sensors;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Live;

/// <summary>
/// Light from elsewhere: at the start of each frame it takes what waits at the open ports and lets the input draw that comes
/// first, by priority and then by who began last. What other ears hear it gives to the conductor. While everything is switched
/// off it has no port and takes no part in a frame.
/// </summary>
internal sealed partial class LiveInputs : FrameTask
{
    // As many as one port's mailbox holds, for all ports together: nobody who floods them may hold the lights up.
    private const int MostPackets = 6;

    private readonly AudioThread _conductor;
    private readonly Stage _stage;
    private readonly Radio _radio;
    private readonly LivePort[] _open = new LivePort[LiveControls.MostOpen];
    private int _openCount;
    private LiveCanvas _canvas;
    private byte[] _packet;
    private LiveInput _first;
    private int _firstPriority;
    private ArtNetInput _artNet;
    private ArtNetReply _reply;
    private ToldSound _told;
    private SoundSyncSender _sender;
    private SensorSender _sensorSender;
    private int _lastNumber;
    private int _arrived;
    private int _version;

    /// <param name="conductor">Runs it in each frame while something is switched on.</param>
    /// <param name="stage">What the strips have in common.</param>
    /// <param name="radio">The networks that senders are in.</param>
    public LiveInputs(AudioThread conductor, Stage stage, Radio radio)
    {
        _conductor = conductor;
        _stage = stage;
        _radio = radio;
        Controls.WhenChanged = Begin;
    }

    public readonly LiveControls Controls = new LiveControls();

    /// <summary>Frames in which it failed itself.</summary>
    public int Faults;

    /// <summary>What it said the last time; null if never.</summary>
    public string LastFault;

    /// <summary>The input whose frames are shown; null while patterns are.</summary>
    public LiveInput First => _first;

    /// <summary>Protocols that are switched on.</summary>
    public int OpenCount => _openCount;

    /// <summary>Who tells others what is heard here; null for nobody.</summary>
    public SoundSyncSender Sender => _sender;

    /// <summary>Who tells others of the sensors here; null for nobody.</summary>
    public SensorSender SensorSender => _sensorSender;

    /// <summary>The sensors that others are told of, and that others tell of.</summary>
    public SensorSet Sensors;

    /// <summary>The port of the protocol with that number, from 0 to <see cref="OpenCount"/> − 1.</summary>
    public LivePort PortAt(int index) => _open[index];

    /// <inheritdoc/>
    public override void Run()
    {
        try
        {
            Serve((int)(HighResTimer.GetCurrent() / 1000));
        }
        catch (Exception fault)
        {
            Faults++;
            LastFault = fault.Message;
        }
    }

    private void Serve(int nowMs)
    {
        if (_version != Controls.Version)
        {
            _version = Controls.Version;
            TakeControls();
        }

        int left = MostPackets;
        for (int i = 0; i < _openCount; i++)
        {
            LivePort port = _open[i];
            port.Open(nowMs);
            left = Listen(port, left, nowMs);
            port.Input.EndFrame();
            port.Input.Watch(nowMs);
            port.Input.Measure(nowMs);
        }

        LookAtHanded(_pictureInput, nowMs);
        LookAtHanded(_pixelsInput, nowMs);
        if (IsAlive(_pixelsInput))
        {
            _pixels.FrameBegan.Set();
        }

        Choose();
        _sensorSender?.Run();
        if (_openCount == 0 && _sensorSender == null && !IsAlive(_pictureInput) && !IsAlive(_pixelsInput))
        {
            Rest();
        }
    }

    private int Listen(LivePort port, int left, int nowMs)
    {
        LiveInput input = port.Input;
        while (left > 0)
        {
            int length = port.Receive(_packet, nowMs);
            if (length == 0)
            {
                return left;
            }

            left--;
            if (!TakeIn(input, _packet, length, nowMs) && input == _artNet && _artNet.IsAsked)
            {
                _artNet.IsAsked = false;
                Introduce(port);
            }
        }

        return left;
    }

    private bool TakeIn(LiveInput input, byte[] packet, int length, int nowMs)
    {
        bool wasAlive = input.IsAlive;
        bool isHeard = input.Hear(packet, length, nowMs);
        if (isHeard)
        {
            input.Arrival = wasAlive ? input.Arrival : ++_arrived;
            DrawIfFirst(input);
        }

        return isHeard;
    }

    private void DrawIfFirst(LiveInput input)
    {
        // Whoever is shown and comes as it came before stays it: a frame may be of five datagrams.
        if (input != _first || input.Priority != _firstPriority)
        {
            Choose();
        }

        if (input == _first || !input.IsPicture)
        {
            input.Draw(_packet);
        }
        else
        {
            input.Outranked++;
        }
    }

    // One answer for each universe, to whoever was looked at last: a controller asks every few seconds, which is seldom enough to
    // be looked at.
    private void Introduce(LivePort port)
    {
        var asker = port.Input.Sender as IPEndPoint;
        if (asker == null)
        {
            return;
        }

        _reply = _reply ?? new ArtNetReply(_radio.Hotspot.Mac);
        byte[] address = _radio.OwnAddress(asker.Address.GetAddressBytes());
        int universe = Controls.Values[LiveControls.ArtNetUniverseIndex];
        for (int i = 0; i < _artNet.UniversesNeeded; i++)
        {
            port.Answer(_reply.For(address, universe + i, i + 1, _artNet.IsAlive), ArtNetReply.Bytes);
        }
    }

    private void Choose()
    {
        LiveInput first = null;
        for (int i = 0; i < _openCount; i++)
        {
            first = Before(_open[i].Input, first);
        }

        first = Before(_pictureInput, first);
        first = Before(_pixelsInput, first);
        bool isOther = first != _first;
        if (first != null && isOther)
        {
            _first?.Drop();
            _canvas.Clear();
        }

        _first = first;
        _firstPriority = first == null ? 0 : first.Priority;
        if (_stage.Sent == null)
        {
            return;
        }

        if (first != null && isOther)
        {
            TellOrder();
            first.Resume();
        }

        SwitchSent(first);
    }

    // From a sender's first whole frame on: the newest one before that is of somebody who is gone.
    private void SwitchSent(LiveInput first)
    {
        SentFrame sent = _stage.Sent;
        if (first == null)
        {
            _lastNumber = sent.Number;
        }
        else
        {
            sent.Outputs = OutputsOf(first);
        }

        sent.IsOn = first != null && (sent.IsOn || sent.Number != _lastNumber);
        int all = (1 << _stage.Leds.Length) - 1;
        _conductor.IsAsleep = sent.IsOn && (sent.Outputs & all) == all;
    }

    private static LiveInput Before(LiveInput input, LiveInput first) =>
        input != null && input.IsPicture && input.IsAlive && (first == null || IsBefore(input, first)) ? input : first;

    private static bool IsBefore(LiveInput one, LiveInput other) =>
        one.Priority > other.Priority || (one.Priority == other.Priority && one.Arrival - other.Arrival > 0);

    // Called by whoever changed a control; the ports are the conductor's.
    private void Begin() => _conductor.Task = this;

    // A change that comes right now is not to be missed.
    private void Rest()
    {
        _conductor.Task = null;
        if (_version != Controls.Version)
        {
            _conductor.Task = this;
        }
    }
}
