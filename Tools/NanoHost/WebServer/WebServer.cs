using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NanoHost;
using NanoHost.Web;
using HttpListenerContext = NanoHost.Net.HttpListenerContext;

namespace nanoFramework.WebServer;

/// <summary>
/// The device's web server on a socket of the PC, on loopback, at the port that the board maps the device's to. As on the device
/// it has one listener for life, which Stop does not close: what hangs there hangs after the next Start too, and keeps the port.
/// </summary>
public partial class WebServer : IDisposable
{
    public const char ParamSeparator = '&';
    public const char ParamStart = '?';
    public const char ParamEqual = '=';

    private readonly RouteTable _routes;
    private readonly object _gate = new();

    // Of this name and type on the device too, where it is as hidden as here.
    private readonly NanoHost.Net.HttpListener _listener;
    private ServingTurn? _turn;

    public WebServer(int port, HttpProtocol protocol)
        : this(port, protocol, null, null)
    {
    }

    public WebServer(int port, HttpProtocol protocol, IPAddress? address)
        : this(port, protocol, address, null)
    {
    }

    public WebServer(int port, HttpProtocol protocol, Type[]? controllers)
        : this(port, protocol, null, controllers)
    {
    }

    /// <param name="address">The interface; null for the first that has an address. See <see
    /// cref="NanoHost.Net.HttpListener"/>.</param>
    /// <exception cref="NotSupportedException">HTTPS is asked for, which the simulated board does not offer.</exception>
    public WebServer(int port, HttpProtocol protocol, IPAddress? address, Type[]? controllers)
    {
        if (protocol != HttpProtocol.Http)
        {
            throw new NotSupportedException("The simulated board serves plain HTTP only.");
        }

        Port = port;
        Protocol = protocol;
        _routes = new RouteTable(controllers ?? Type.EmptyTypes);
        _listener = new NanoHost.Net.HttpListener("http", port, address);
    }

    public delegate void GetRequestHandler(object obj, WebServerEventArgs e);

    public delegate void WebServerStatusHandler(object obj, WebServerStatusEventArgs e);

    /// <summary>A request that no route matches; raised on the request's own thread.</summary>
    public event GetRequestHandler? CommandReceived;

    public event WebServerStatusHandler? WebServerStatusChanged;

    /// <summary>The device's port. The PC's is <see cref="SimulatedBoard.MapPort"/> of it.</summary>
    public int Port { get; protected set; }

    public HttpProtocol Protocol { get; protected set; }

    public X509Certificate? HttpsCert { get; set; }

    public SslProtocols SslProtocols { get; set; }

    public NetworkCredential? Credential { get; set; }

    public string? ApiKey { get; set; }

    /// <summary>What was last asked for, not what is: it stays true when the listener dies in silence.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>
    /// True once the server's thread could be started, which says nothing about the port: as on the device a server whose port is
    /// taken answers true and is not running, and raises <see cref="WebServerStatus.Stopped"/>. False when it runs already.
    /// </summary>
    public bool Start()
    {
        ServingTurn turn;
        lock (_gate)
        {
            if (_turn is not null)
            {
                return false;
            }

            IsRunning = true;
            turn = _turn = new ServingTurn(this, SimulatedBoard.Current);
        }

        WebServerStatusChanged?.Invoke(this, new WebServerStatusEventArgs(WebServerStatus.Running));
        if (turn.TryListen())
        {
            new Thread(turn.Serve) { IsBackground = true, Name = "web server" }.Start();
        }

        return true;
    }

    public void Stop()
    {
        lock (_gate)
        {
            IsRunning = false;
            _turn = null;
        }

        _listener.Wake();
    }

    public void Dispose()
    {
        Dispose(true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            Stop();
        }
    }

    // A server's thread, from its start to its abort.
    private sealed class ServingTurn
    {
        private readonly WebServer _server;
        private readonly SimulatedBoard _board;

        internal ServingTurn(WebServer server, SimulatedBoard board)
        {
            _server = server;
            _board = board;
        }

        internal bool TryListen()
        {
            try
            {
                _server._listener.Start();
                _server._listener.ServesNobody = false;
                return true;
            }
            catch (Exception failure) when (failure is HttpListenerException or ArgumentException)
            {
                lock (_server._gate)
                {
                    _server.IsRunning = false;
                    _server._turn = null;
                }

                _server.WebServerStatusChanged?.Invoke(_server, new WebServerStatusEventArgs(WebServerStatus.Stopped));
                return false;
            }
        }

        internal void Serve()
        {
            HttpListenerContext? context = Next();
            while (context is not null)
            {
                HttpListenerContext accepted = context;
                new Thread(() => _server.Serve(_board.Web, accepted)) { IsBackground = true, Name = "web request" }.Start();
                context = Next();
            }

            if (_server._turn != this)
            {
                _server.WebServerStatusChanged?.Invoke(_server, new WebServerStatusEventArgs(WebServerStatus.Stopped));
            }
        }

        private HttpListenerContext? Next() => _server._listener.Next(() => _server._turn != this);
    }
}
