using System.IO;
using System.Net;
using System.Text;
using System.Threading;
using NanoFirmware.Health;
using nanoFramework.Hardware.Esp32;
using nanoFramework.WebServer;

namespace NanoFirmware.Web;

/// <summary>
/// The web server and its one handler, and the loop that asks it now and then whether it still answers: its listener dies
/// without a word.
/// </summary>
internal sealed class WebFront : Loop
{
    /// <summary>Asked from inside the device alone.</summary>
    public const string ProbePath = "/alive";

    // Half a second without a request, and the server is asked.
    private const int PeriodMs = 500;
    private const int PatienceMs = 5000;

    // A probe fails for good after so many restarts of the server without an answer in between.
    private const int RestartsToGiveUp = 5;

    private const string Busy = "{\"error\":\"too busy: try again in a second\"}";

    private readonly Device _device;
    private readonly Dispatcher _dispatcher;
    private readonly Reception _reception;
    private readonly byte[] _busy = Encoding.UTF8.GetBytes(Busy);
    private readonly WebProbe _probe = new WebProbe();
    private WebServer _server;
    private int _seenArrived;
    private int _unanswered;

    public WebFront(Device device)
        : base("web", ThreadPriority.AboveNormal, PatienceMs)
    {
        _device = device;
        _reception = device.Reception;
        _dispatcher = new Dispatcher(device);
    }

    /// <summary>Starts the server when there is none, and asks it when nobody else does.</summary>
    protected override void Step()
    {
        if (_server == null)
        {
            Open();
        }

        Thread.Sleep(PeriodMs);
        int arrived = _reception.Arrived;
        if (arrived != _seenArrived)
        {
            _seenArrived = arrived;
            return;
        }

        if (_server.IsRunning && _probe.IsAnswered())
        {
            _unanswered = 0;
            return;
        }

        // Where the chip cannot call itself a silent probe says nothing; a server that says it stopped does.
        if (!_server.IsRunning || _probe.EverAnswered)
        {
            Reopen();
        }
    }

    private void Open()
    {
        _server = new WebServer(Board.HttpPort, HttpProtocol.Http);
        _server.CommandReceived += OnRequest;
        _server.Start();
    }

    // Collecting closes the sockets that clients left open, which may be why nobody could get in.
    private void Reopen()
    {
        _reception.ServerRestarts++;
        _unanswered++;
        if (_unanswered > RestartsToGiveUp)
        {
            _unanswered = 0;
            _device.Supervisor.RestartDevice(RestartNote.Web);
        }

        _device.Supervisor.Heap.Collect();
        _server.Stop();
        _server.Start();
    }

    private void OnRequest(object sender, WebServerEventArgs e)
    {
        if (_probe.IsAsking && e.Context.Request.RawUrl == ProbePath)
        {
            _probe.Answer(e.Context.Response);
            return;
        }

        if (!_reception.TryEnter(_device.Supervisor.Level, _device.Audio.IsFarBehind, (long)(HighResTimer.GetCurrent() / 1000)))
        {
            SendAway(e.Context.Response);
            return;
        }

        try
        {
            Serve(e.Context);
        }
        finally
        {
            _reception.Leave();
        }
    }

    private void Serve(HttpListenerContext context)
    {
        Desk desk = _reception.TakeDesk();
        if (desk == null)
        {
            Interlocked.Increment(ref _reception.Refused);
            SendAway(context.Response);
            return;
        }

        try
        {
            desk.Serve(_dispatcher, context);
        }
        finally
        {
            _reception.GiveBack(desk);
        }
    }

    private void SendAway(HttpListenerResponse response)
    {
        response.StatusCode = 503;
        response.ContentType = "application/json";
        response.KeepAlive = false;
        response.Headers.Add("Retry-After", "1");
        response.ContentLength64 = _busy.Length;
        Stream body = response.OutputStream;
        body.Write(_busy, 0, _busy.Length);
    }
}
