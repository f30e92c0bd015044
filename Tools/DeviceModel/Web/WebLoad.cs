using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using AutoResetEvent = NanoFirmware.DeviceModel.Threading.AutoResetEvent;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>
/// The clients and the socket. Requests arrive as hardware events; the listener sees them when a turn or a tick ends, and starts a
/// thread for each, as the device's server does. What the library costs is derived (platform.md), what our code costs is metered.
/// </summary>
internal sealed class WebLoad
{
    private const int NormalPriority = 2;

    // lwIP on this image: 16 sockets in all. What arrives beyond them is refused by the stack.
    private const int Sockets = 16;

    private readonly Scheduler _scheduler;
    private readonly Queue<WebRequest> _arrived = new();
    private readonly AutoResetEvent _wake = new(false);
    private readonly WebRequest[] _requests;
    private int _open;

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

    internal int Arrived { get; private set; }

    internal int RefusedBySockets { get; private set; }

    /// <summary>The firmware's server listens: from now on requests arrive.</summary>
    internal void Open(WebServer server)
    {
        foreach (WebRequest request in _requests)
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
        _scheduler.Start("web listener", NormalPriority, () => Listen(server));
    }

    private void Arrive(WebRequest request)
    {
        Arrived++;
        if (_open >= Sockets)
        {
            RefusedBySockets++;
            return;
        }

        _open++;
        _arrived.Enqueue(request);
    }

    private void Listen(WebServer server)
    {
        while (true)
        {
            _wake.WaitOne();
            while (_arrived.TryDequeue(out WebRequest? request))
            {
                Hardware.Take((int)(Costs.SocketChipUs * 1000));
                Meter.Charge(CostTable.Picoseconds(Costs.ThreadStartNs));
                _scheduler.Start("web request", NormalPriority, () => Serve(server, request));
            }
        }
    }

    private void Serve(WebServer server, WebRequest request)
    {
        Hardware.Take((int)(Costs.SocketChipUs * 1000));
        for (int i = 0; i < request.HeaderBytes; i++)
        {
            Meter.Charge(CostTable.Picoseconds(Costs.HttpPerByteNs));
        }

        Meter.Charge(CostTable.Picoseconds(Costs.HttpPerHeaderNs * request.Headers));
        var context = new HttpListenerContext(new HttpListenerRequest(request), new HttpListenerResponse(Costs));
        server.Raise(context);
        context.Response.Close();
        _open--;
        Answers[context.Response.StatusCode] = Answers.GetValueOrDefault(context.Response.StatusCode) + 1;
        LatenciesUs.Add(_scheduler.Clock.NowUs - request.AtUs);
    }
}
