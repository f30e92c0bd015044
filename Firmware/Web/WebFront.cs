using System;
using System.Net;
using System.Threading;
using NanoFirmware.Audio;
using NanoFirmware.Health;
using NanoFirmware.Mqtt;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// The web server and its one handler, and the loop that asks it now and then whether it still answers: its listener dies
/// or hangs without a word, and is replaced then. The WebSocket's server is made when somebody first switches it on.
/// </summary>
internal sealed class WebFront : Loop
{
    /// <summary>Asked from inside the device alone.</summary>
    public const string ProbePath = "/alive";

    // Half a second without a request, and the server is asked.
    private const int PeriodMs = 500;
    private const int PatienceMs = 5000;

    // A client that was refused gets so long to finish what it says, so that it hears why.
    private const int DrainMs = 2000;

    // A server that does not come back is tried again after a second, and then less and less often.
    private const int FirstRetryMs = 1000;
    private const int LongestRetryMs = 60000;

    /// <summary>Lets requests in.</summary>
    public readonly Admission Admission;

    private readonly Device _device;
    private readonly Dispatcher _dispatcher;
    private readonly BusyAnswer _busy = new BusyAnswer();
    private readonly WebPatience _patience = new WebPatience();
    private readonly WebProbe _probe = new WebProbe();
    private readonly UnreadConnections _unread;
    private readonly Supervisor _supervisor;
    private readonly RequestCounts _counts;
    private readonly Backoff _retry = new Backoff(FirstRetryMs, LongestRetryMs);
    private WebListener _listener;
    private SocketServer _sockets;
    private bool _isOut;
    private int _seenArrived;

    public WebFront(Device device, Supervisor supervisor)
        : base("web", ThreadPriority.AboveNormal, PatienceMs)
    {
        _device = device;
        _supervisor = supervisor;
        _counts = supervisor.Requests;
        Admission = new Admission(supervisor);
        _unread = new UnreadConnections(_counts);
        _dispatcher = new Dispatcher(device, supervisor);
    }

    public override bool IsEssential => true;

    /// <summary>Starts the server when there is none, and asks it when nobody else does.</summary>
    protected override void Step()
    {
        if (_listener == null)
        {
            Open();
        }

        if (_sockets == null && _device.Live.Controls.IsSocketOn)
        {
            _sockets = new SocketServer(_device, _counts, _dispatcher.Jams);
            _supervisor.LookAfter(_sockets);
        }

        _dispatcher.LinkJam();
        MqttOption.Look(_device, _supervisor);
        Thread.Sleep(PeriodMs);
        int turnedAway = _counts.TurnedAway;
        bool isCrowded = _unread.IsCrowded;
        _unread.TurnAwayLate(NowMs);
        int arrived = _counts.Arrived;
        bool hasServed = arrived != _seenArrived;
        _seenArrived = arrived;
        bool isListening = _listener.IsListening;
        if (hasServed || (isListening && _probe.IsAnswered()))
        {
            _patience.Answered();
            _retry.Succeeded();
            _isOut = false;
            return;
        }

        // Clients that say nothing may have all sockets: with them gone it is asked again before anything is concluded.
        // Where the chip cannot call itself a silent probe says nothing; a listener that stopped does.
        bool hasMadeRoom = _counts.TurnedAway != turnedAway;
        if (!isListening || (_probe.EverAnswered && !hasMadeRoom && !isCrowded))
        {
            Reopen();
        }
    }

    private static long NowMs => (long)(HighResTimer.GetCurrent() / 1000);

    // Nothing to see, so nobody would miss it.
    private bool IsDark()
    {
        var heard = new AudioSnapshot();
        return !_device.Master.Power || (_device.Exchange.TryRead(heard) && heard.Level == 0);
    }

    private void Open()
    {
        _listener = new WebListener(_unread, _device.Audio, OnRequest);
        _listener.Open();
    }

    // A new listener, since the old one's start may do nothing. Collecting closes the sockets that the old ones lost track of.
    private void Reopen()
    {
        _counts.Outages += _isOut ? 0 : 1;
        _isOut = true;
        long nowMs = NowMs;
        if (_patience.IsOver(IsDark(), nowMs))
        {
            _patience.Answered();
            _supervisor.RestartDevice(RestartNote.Web);
        }

        if (_retry.IsDue(nowMs))
        {
            _retry.Failed(nowMs);
            _counts.ServerRestarts++;
            _listener.Close();
            _supervisor.Heap.Collect();
            Open();
        }
    }

    private void OnRequest(HttpListenerContext context, long sinceMs)
    {
        if (_probe.IsAsking && context.Request.RawUrl == ProbePath)
        {
            _probe.Answer(context.Response);
            return;
        }

        try
        {
            long unread = Admit(context, sinceMs);
            if (unread != 0)
            {
                var deadline = new Deadline();
                deadline.Begin(DrainMs);
                BodyReader.Drain(context.Request.InputStream, unread, deadline);
            }
        }
        catch (Exception)
        {
            // A client that left or takes nothing.
        }
    }

    // Bytes of the body that are unread; −1 when nobody knows how many. They are read when nobody waits for the place any more.
    private long Admit(HttpListenerContext context, long sinceMs)
    {
        if (!Admission.TryEnter(_supervisor.Level, _device.Audio.IsFarBehind, NowMs))
        {
            return _busy.Send(context);
        }

        try
        {
            return Serve(context, sinceMs);
        }
        finally
        {
            Admission.Leave();
        }
    }

    private long Serve(HttpListenerContext context, long sinceMs)
    {
        RequestSlot slot = Admission.TakeSlot();
        if (slot == null)
        {
            Interlocked.Increment(ref _counts.Refused);
            return _busy.Send(context);
        }

        try
        {
            return slot.Serve(_dispatcher, context, sinceMs);
        }
        finally
        {
            Admission.GiveBack(slot);
        }
    }
}
