using System.Net;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using NanoHost.Web;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>
/// The device's listener. Without an address it binds to the board's first interface that has one, and is reached over no other,
/// the board's own loopback included. Once started it holds its port until it is stopped itself, whatever becomes of the server
/// around it. It keeps each connection until somebody closes it: a collection frees those alone whose listener is closed.
/// </summary>
public class HttpListener
{
    private const int HeaderKb = 4;

    // The library's accept thread gives up after so many failures in a row, closes its socket and says nothing.
    private const int FailedAcceptsToDie = 6;

    private readonly object _gate = new();
    private readonly Queue<HttpListenerContext> _arrived = new();
    private readonly HashSet<HttpListenerContext> _open = new();
    private readonly int _port;
    private readonly IPAddress? _address;
    private readonly SimulatedBoard _board = SimulatedBoard.Current;
    private HostListener? _socket;
    private bool _isClosed;
    private int _failedAccepts;

    public HttpListener(string prefix)
        : this(prefix, -1, null)
    {
    }

    public HttpListener(string prefix, int port, IPAddress? address)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        _port = port == -1 ? 80 : port;
        _address = address;
    }

    public bool IsListening
    {
        get
        {
            lock (_gate)
            {
                return _socket is not null;
            }
        }
    }

    public int MaximumResponseHeadersLength { get; set; } = HeaderKb;

    public X509Certificate? HttpsCert { get; set; }

    public SslProtocols SslProtocols { get; set; }

    internal WebServers Host => _board.Web;

    /// <summary>The board's sockets that it takes: its own, and one for each connection that was not closed.</summary>
    internal int Sockets
    {
        get
        {
            lock (_gate)
            {
                return _open.Count + (_socket is null ? 0 : 1);
            }
        }
    }

    /// <summary>The interface that it is reached over; <see cref="IPAddress.Any"/> for all.</summary>
    internal IPAddress BoundTo { get; private set; } = IPAddress.Any;

    /// <summary>The accept thread waits for ever: connections are made by the stack and get no further.</summary>
    internal bool Hangs { get; set; }

    /// <summary>Whoever waits for connections gets none.</summary>
    internal bool ServesNobody { get; set; }

    /// <summary>Without any effect when it listens already.</summary>
    /// <exception cref="HttpListenerException">The port is held by another, or forbidden.</exception>
    public void Start()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            if (_socket is not null)
            {
                return;
            }

            BoundTo = _address ?? _board.Network.FirstAddress;
            try
            {
                _socket = HostListener.Open(_board.MapPort(_port), Arrive);
            }
            catch (Exception failure) when (failure is HttpListenerException or ArgumentException)
            {
                _board.Web.NotStarted(failure);
                throw;
            }

            _failedAccepts = 0;
        }

        _board.Web.Started(this);
    }

    public void Stop()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            CloseSocket();
        }
    }

    public void Close()
    {
        lock (_gate)
        {
            CloseSocket();
            _isClosed = true;
        }
    }

    public void Abort() => Close();

    /// <summary>Waits for a connection; null once the listener was stopped.</summary>
    /// <exception cref="InvalidOperationException">It does not listen.</exception>
    public HttpListenerContext? GetContext()
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_isClosed, this);
            return _socket is not null ? Next(() => false) : throw new InvalidOperationException();
        }
    }

    /// <summary>The same, for a thread that may be aborted meanwhile: then null.</summary>
    internal HttpListenerContext? Next(Func<bool> isAborted)
    {
        lock (_gate)
        {
            while (_socket is not null && !isAborted())
            {
                if (!ServesNobody && _arrived.TryDequeue(out HttpListenerContext? context))
                {
                    return context;
                }

                Monitor.Wait(_gate);
            }

            return null;
        }
    }

    /// <summary>Lets threads in <see cref="Next"/> look whether they were aborted.</summary>
    internal void Wake()
    {
        lock (_gate)
        {
            Monitor.PulseAll(_gate);
        }
    }

    /// <summary>A connection was closed.</summary>
    internal void Forget(HttpListenerContext context)
    {
        lock (_gate)
        {
            _open.Remove(context);
        }
    }

    /// <summary>
    /// What a collection does for connections that nobody closed, once neither their listener nor a thread lives on.
    /// </summary>
    internal void Collect()
    {
        HttpListenerContext[] lost;
        lock (_gate)
        {
            lost = _isClosed ? _open.Where(context => !context.IsInUse).ToArray() : Array.Empty<HttpListenerContext>();
        }

        Array.ForEach(lost, context => context.Close());
    }

    private void CloseSocket()
    {
        _socket?.Close();
        _socket = null;
        Monitor.PulseAll(_gate);
    }

    private void Arrive(PcSocket socket)
    {
        if (!WebServers.Reaches(_board.Web.Called, BoundTo))
        {
            socket.Close(0);
            return;
        }

        if (!_board.Web.HasFreeSocket)
        {
            // As the board's stack: no socket for it, and the library's accept fails.
            socket.Close(0);
            FailAccept();
            return;
        }

        lock (_gate)
        {
            _failedAccepts = 0;
            if (!Hangs)
            {
                var context = new HttpListenerContext(socket, this);
                _open.Add(context);
                _arrived.Enqueue(context);
                Monitor.PulseAll(_gate);
            }
        }
    }

    private void FailAccept()
    {
        lock (_gate)
        {
            if (++_failedAccepts >= FailedAcceptsToDie)
            {
                CloseSocket();
            }
        }
    }
}
