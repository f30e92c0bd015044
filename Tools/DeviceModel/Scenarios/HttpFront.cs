using System.Text;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.Web;
using AutoResetEvent = NanoFirmware.DeviceModel.Threading.AutoResetEvent;
using Monitor = NanoFirmware.DeviceModel.Threading.Monitor;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>
/// Brings requests to the firmware's own dispatcher as the device's web server does: a listener that wakes when a turn or a
/// tick ends, a new thread per request, the reading of the request at the library's price. What the library costs is derived
/// (platform.md), what our code costs is metered.
/// </summary>
internal sealed class HttpFront
{
    private readonly Scheduler _scheduler;
    private readonly CostConstants _costs;
    private readonly Queue<WebRequest> _arrived = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly object _gate = new();
    private readonly Request _request = new();
    private readonly Reply _reply = new();
    private Dispatcher? _dispatcher;

    internal HttpFront(Scheduler scheduler, CostConstants costs)
    {
        _scheduler = scheduler;
        _costs = costs;
    }

    internal List<long> LatenciesUs { get; } = [];

    internal SortedDictionary<int, int> Answers { get; } = [];

    internal int Arrived { get; private set; }

    /// <summary>Schedules the arrivals and puts the listener in line.</summary>
    internal void Open(IEnumerable<WebRequest> requests)
    {
        WebRequest[] all = [.. requests.OrderBy(r => r.AtUs)];
        if (all.Length == 0)
        {
            return;
        }

        foreach (WebRequest request in all)
        {
            _scheduler.Clock.Schedule(request.AtUs, () => Arrive(request));
        }

        _scheduler.SystemEvent = () =>
        {
            if (_arrived.Count > 0)
            {
                _wake.Set();
            }
        };
        _scheduler.Start("web listener", 2, Listen);
    }

    private void Arrive(WebRequest request)
    {
        Arrived++;
        _arrived.Enqueue(request);
    }

    private void Listen()
    {
        while (true)
        {
            _wake.WaitOne();
            while (_arrived.TryDequeue(out WebRequest? request))
            {
                Hardware.Take((int)(_costs.SocketChipUs * 1000));
                Meter.Charge(CostTable.Picoseconds(_costs.ThreadStartNs));
                _scheduler.Start("web request", 2, () => Serve(request));
            }
        }
    }

    private void Serve(WebRequest request)
    {
        Read(request);
        Monitor.Enter(_gate);
        try
        {
            Dispatch(request);
        }
        finally
        {
            Monitor.Exit(_gate);
        }
    }

    private void Read(WebRequest request)
    {
        Hardware.Take((int)(_costs.SocketChipUs * 1000));
        for (int i = 0; i < request.HeaderBytes; i++)
        {
            Meter.Charge(CostTable.Picoseconds(_costs.HttpPerByteNs));
        }

        Meter.Charge(CostTable.Picoseconds(_costs.HttpPerHeaderNs * request.Headers));
    }

    private void Dispatch(WebRequest request)
    {
        _dispatcher ??= new Dispatcher(Program.Device);
        _request.Begin(request.Method, request.Path);
        if (request.Body != null)
        {
            _request.BodyLength = Encoding.UTF8.GetBytes(request.Body, _request.Body);
        }

        _dispatcher.Handle(_request, _reply);
        Meter.Charge(CostTable.Picoseconds(_costs.HttpAnswerNs));
        Hardware.Take((int)(_costs.SocketChipUs * 1000));
        Answers[_reply.Status] = Answers.GetValueOrDefault(_reply.Status) + 1;
        LatenciesUs.Add(_scheduler.Clock.NowUs - request.AtUs);
    }
}
