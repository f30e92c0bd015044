using System.Net;
using System.Net.Sockets;
using nanoFramework.WebServer;

namespace NanoFirmware.DeviceModel.Web;

/// <summary>Stand-in for nanoFramework.WebServer.WebServer: the requests come from the scenario.</summary>
public sealed class WebServer : IDisposable
{
    // Of this name on the device too.
    private readonly HttpListener _listener;

    /// <summary>A server on a port that nobody opens, bound to the first interface.</summary>
    public WebServer(int port, HttpProtocol protocol)
        : this(port, protocol, null)
    {
    }

    /// <summary>A server on a port that nobody opens.</summary>
    public WebServer(int port, HttpProtocol protocol, IPAddress? address)
    {
        Port = port;
        Protocol = protocol;
        _listener = new HttpListener("http", port, address);
    }

    /// <inheritdoc cref="CommandReceived"/>
    public delegate void GetRequestHandler(object obj, WebServerEventArgs e);

    /// <summary>Raised for every request, on a thread of its own.</summary>
    public event GetRequestHandler? CommandReceived;

    /// <summary>The device's port.</summary>
    public int Port { get; }

    /// <summary>HTTP or HTTPS.</summary>
    public HttpProtocol Protocol { get; }

    /// <summary>True between start and stop.</summary>
    public bool IsRunning { get; private set; }

    /// <summary>Begins to listen; false as long as it was not stopped, whether its listener lives or not.</summary>
    public bool Start()
    {
        if (IsRunning)
        {
            return false;
        }

        try
        {
            _listener.Start();
            IsRunning = true;
            WebLoad.Current.ServeBy(this);
        }
        catch (SocketException)
        {
            // Its thread ends and says nothing: the server is not running.
        }

        return true;
    }

    /// <summary>Ends serving, after the tenth of a second that the library takes for it. The listener goes on.</summary>
    public void Stop()
    {
        Threading.Thread.Sleep(100);
        WebLoad.Current.ServeBy(null);
        IsRunning = false;
    }

    /// <inheritdoc/>
    public void Dispose() => Stop();

    internal void Raise(HttpListenerContext context)
    {
        if (IsRunning)
        {
            CommandReceived?.Invoke(this, new WebServerEventArgs(context));
        }
    }
}

/// <summary>Stand-in for nanoFramework.WebServer.WebServerEventArgs.</summary>
public sealed class WebServerEventArgs
{
    /// <summary>The event of one request.</summary>
    public WebServerEventArgs(HttpListenerContext context) => Context = context;

    /// <summary>Request and response.</summary>
    public HttpListenerContext Context { get; }
}
