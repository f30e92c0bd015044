using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using NanoHost.Net;
using AutoResetEvent = NanoFirmware.DeviceModel.Threading.AutoResetEvent;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>
/// The clients and the socket. Requests arrive as hardware events; whoever waits for a connection sees them when a turn or a tick
/// ends, and starts a thread for each. What the library costs is derived (platform.md), what our code costs is metered.
/// </summary>
internal sealed class WebLoad
{
    // lwIP on this image: 16 sockets in all. What arrives beyond them is refused by the stack.
    private const int Sockets = 16;

    // The library's accept thread gives up after so many failures in a row, closes its socket and says nothing.
    private const int FailedAcceptsToDie = 6;

    private readonly Scheduler _scheduler;
    private readonly Queue<WebRequest> _arrived = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly WebRequest[] _requests;
    private bool _scheduled;
    private HttpListener? _listener;
    private readonly List<HttpListenerContext> _contexts = [];
    private int _open;
    private int _failedAccepts;

    internal WebLoad(Scheduler scheduler, CostConstants costs, IEnumerable<WebRequest> requests)
    {
        _scheduler = scheduler;
        Costs = costs;
        _requests = [.. requests.OrderBy(r => r.AtUs)];
    }

    /// <summary>The load of this run (one per load context).</summary>
    internal static WebLoad Current { get; set; } = null!;

    internal CostConstants Costs { get; }

    internal List<long> LatenciesUs { get; } = [];

    internal SortedDictionary<int, int> Answers { get; } = [];

    /// <summary>
    /// Every answer: when it was there, what it said, how many bytes its body had, whether it told when to come again.
    /// </summary>
    internal List<WebAnswer> Log { get; } = [];

    internal int Arrived { get; private set; }

    /// <summary>Requests that reached the firmware's handler, the device's own not among them.</summary>
    internal int Served { get; private set; }

    /// <summary>Sockets in use.</summary>
    internal int OpenSockets => _open;

    /// <summary>Only counts are kept, no answer and no time.</summary>
    internal bool ForgetsAnswers { get; set; }

    internal int RefusedBySockets { get; private set; }

    /// <summary>Connections that nobody accepted.</summary>
    internal int RefusedByStack { get; private set; }

    /// <summary>Fault to inject: the listener hangs in accept, until it is closed.</summary>
    internal bool Mute { get; set; }

    /// <summary>Fault to inject: so does every other one.</summary>
    internal bool StaysMute { get; set; }

    /// <summary>The radio that clients come over; null when they come over something that is always there.</summary>
    internal NetworkPeripheral? Radio { get; init; }

    /// <summary>The listener listens: from now on requests arrive.</summary>
    internal void Open(HttpListener listener)
    {
        if (_listener != null)
        {
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.AddressAlreadyInUse);
        }

        if (!_scheduled)
        {
            _scheduled = true;
            ScheduleNext(0);
            _scheduler.SystemEvent = () =>
            {
                if (_arrived.Count > 0)
                {
                    _wake.Set();
                }
            };
        }

        _listener = listener;
        _failedAccepts = 0;
    }

    /// <summary>The next connection of a listener, waited for; null once it does not listen any more.</summary>
    internal HttpListenerContext? Next(HttpListener listener)
    {
        while (listener == _listener)
        {
            if (!Mute && _arrived.TryDequeue(out WebRequest? request))
            {
                Hardware.Take((int)(Costs.SocketChipUs * 1000));
                Meter.Charge(CostTable.Picoseconds(Costs.ThreadStartNs));
                var context = new HttpListenerContext(this, listener, request);
                _contexts.Add(context);
                return context;
            }

            _wake.WaitOne();
        }

        return null;
    }

    /// <summary>The listener was stopped, or its accept thread died.</summary>
    internal void Close(HttpListener listener)
    {
        listener.IsListening = false;
        _listener = null;
        Mute = StaysMute;
        _open -= _arrived.Count;
        _arrived.Clear();
        _wake.Set();
    }

    /// <summary>Fault to inject: so many accepts fail now.</summary>
    internal void FailAccepts(int count)
    {
        for (int i = 0; i < count; i++)
        {
            FailAccept();
        }
    }

    /// <summary>
    /// A collection finalises connections that nobody closed, once neither their listener nor a thread refers to them.
    /// </summary>
    internal void Collect() => _open -= _contexts.RemoveAll(c => c.Listener != _listener && !c.IsWaitedFor);

    /// <summary>A connection was closed.</summary>
    internal void Ended(HttpListenerContext context)
    {
        if (!_contexts.Remove(context))
        {
            return;
        }

        _open--;
        if (!context.IsRead || context.Asked.Path == OwnCall.Path)
        {
            return;
        }

        Served++;
        if (!ForgetsAnswers)
        {
            Note(context.Asked, context.Response);
        }
    }

    /// <summary>The chip calls its own server.</summary>
    internal ICall Dial() => _listener is { IsEverywhere: true }
        ? new OwnCall(this)
        : throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.ConnectionRefused);

    private void ScheduleNext(int number)
    {
        if (number < _requests.Length)
        {
            _scheduler.Clock.Schedule(_requests[number].AtUs, () =>
            {
                ScheduleNext(number + 1);
                Arrive(_requests[number]);
            });
        }
    }

    private void Arrive(WebRequest request)
    {
        Arrived++;
        if (_listener == null || IsUnheard)
        {
            RefusedByStack++;
        }
        else if (_open >= Sockets)
        {
            RefusedBySockets++;
            FailAccept();
        }
        else
        {
            _failedAccepts = 0;
            _open++;
            _arrived.Enqueue(request);
        }
    }

    private void FailAccept()
    {
        if (++_failedAccepts >= FailedAcceptsToDie && _listener != null)
        {
            Close(_listener);
        }
    }

    // A radio that looks for a network on other channels hears three of four packets not at all; how many is assumed.
    private bool IsUnheard => Radio is { IsSearching: true } && Arrived % 4 != 0;

    private void Note(WebRequest request, HttpListenerResponse response)
    {
        Answers[response.StatusCode] = Answers.GetValueOrDefault(response.StatusCode) + 1;
        long nowUs = _scheduler.Clock.NowUs;
        LatenciesUs.Add(nowUs - request.AtUs);
        Log.Add(
            new WebAnswer(
                request.AtUs, nowUs, request.Path, response.StatusCode, response.Text, response.Headers["Retry-After"]));
    }

    /// <summary>What the library takes to read so much of a request.</summary>
    internal void Parse(int bytes, int headers)
    {
        for (int i = 0; i < bytes; i++)
        {
            Meter.Charge(CostTable.Picoseconds(Costs.HttpPerByteNs));
        }

        Meter.Charge(CostTable.Picoseconds(Costs.HttpPerHeaderNs * headers));

        // A browser's 600 bytes leave 78 blocks behind, our own part 70: five such requests a second are 45,000 in a minute, as
        // was derived.
        Heap.Litter((int)(bytes * Costs.HttpLitterPerByteBlocks));
    }

    // A request from inside: a connection of two sockets, one line, no header.
    private sealed class OwnCall(WebLoad load) : ICall
    {
        internal const string Path = "/alive";

        public void Send(byte[] bytes)
        {
            Hardware.Take((int)(load.Costs.SocketChipUs * 2000));
            if (load._open < Sockets - 1 && load._listener != null)
            {
                load._open++;
                load._arrived.Enqueue(new WebRequest(load._scheduler.Clock.NowUs, "GET", Path, null, bytes.Length, 1));
            }
        }

        public void Dispose()
        {
        }
    }
}

/// <summary>One answer as the client got it.</summary>
internal sealed record WebAnswer(long AskedUs, long AnsweredUs, string Path, int Status, string Text, string? RetryAfter);
