using System;
using System.IO;
using System.Net;
using System.Threading;
using nanoFramework.WebServer;

namespace NanoFirmware.Web;

/// <summary>
/// The web server's one handler. The server starts a thread for each request; a fixed number of desks serves them, so
/// that memory and load stay bounded however many clients there are.
/// </summary>
internal sealed class WebFront
{
    // One interpreter serves one request at a time: the second desk is for the moment when the first waits for its client.
    private const int Desks = 2;

    // How long a request may wait for a desk before it is sent away, in the 10 ms steps of the tick.
    private const int WaitMs = 1000;

    private const int ShortAnswer = 128;

    private readonly Dispatcher _dispatcher;
    private readonly Desk[] _desks = new Desk[Desks];
    private readonly AutoResetEvent _freed = new AutoResetEvent(false);
    private readonly WebServer _server = new WebServer(Board.HttpPort, HttpProtocol.Http);

    public WebFront(Device device)
    {
        _dispatcher = new Dispatcher(device);
        for (int i = 0; i < Desks; i++)
        {
            _desks[i] = new Desk();
        }
    }

    /// <summary>Starts to listen; false when the port is not to be had.</summary>
    public bool Start()
    {
        _server.CommandReceived += OnRequest;
        return _server.Start();
    }

    private void OnRequest(object sender, WebServerEventArgs e)
    {
        Desk desk = TakeDesk();
        if (desk == null)
        {
            SendAway(e.Context.Response);
            return;
        }

        try
        {
            desk.Serve(_dispatcher, e.Context);
        }
        finally
        {
            desk.Leave();
            _freed.Set();
        }
    }

    private Desk TakeDesk()
    {
        do
        {
            for (int i = 0; i < Desks; i++)
            {
                if (_desks[i].TryTake())
                {
                    return _desks[i];
                }
            }
        }
        while (_freed.WaitOne(WaitMs, false));

        return null;
    }

    private static void SendAway(HttpListenerResponse response)
    {
        var reply = new Reply(ShortAnswer);
        reply.Error(503, "too busy: try again in a second");
        Desk.Send(reply, response);
    }
}
