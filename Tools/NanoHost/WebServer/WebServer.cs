using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NanoHost;
using NanoHost.Web;

namespace nanoFramework.WebServer;

/// <summary>The device's web server on a socket of the PC, on loopback, at the port that the board maps the device's to.</summary>
public partial class WebServer : IDisposable
{
    public const char ParamSeparator = '&';
    public const char ParamStart = '?';
    public const char ParamEqual = '=';

    private readonly RouteTable _routes;
    private readonly object _gate = new();
    private HostListener? _listener;

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

    /// <param name="address">Taken and ignored: the PC listens on loopback only.</param>
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
        lock (_gate)
        {
            if (_listener is not null)
            {
                return false;
            }

            IsRunning = true;
        }

        WebServerStatusChanged?.Invoke(this, new WebServerStatusEventArgs(WebServerStatus.Running));
        Listen(SimulatedBoard.Current);
        return true;
    }

    public void Stop()
    {
        lock (_gate)
        {
            IsRunning = false;
            _listener?.Close();
            _listener = null;
        }
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

    private void Listen(SimulatedBoard board)
    {
        try
        {
            HostListener listener = HostListener.Open(board.MapPort(Port), context => Serve(board.Web, context), Ended);
            lock (_gate)
            {
                _listener = listener;
            }

            board.Web.Started(listener);
        }
        catch (Exception failure) when (failure is HttpListenerException or ArgumentException)
        {
            IsRunning = false;
            board.Web.NotStarted(failure);
            WebServerStatusChanged?.Invoke(this, new WebServerStatusEventArgs(WebServerStatus.Stopped));
        }
    }

    private void Ended(HostListener listener)
    {
        bool stoppedByUs;
        lock (_gate)
        {
            stoppedByUs = _listener != listener;
        }

        if (stoppedByUs)
        {
            WebServerStatusChanged?.Invoke(this, new WebServerStatusEventArgs(WebServerStatus.Stopped));
        }
    }
}
