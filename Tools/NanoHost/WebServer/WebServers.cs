using System.Net;
using System.Net.Sockets;
using HttpListener = NanoHost.Net.HttpListener;

namespace NanoHost.Web;

/// <summary>
/// The web servers of one board as the PC sees them: why one did not start, what its handlers threw, what can be broken.
/// </summary>
public sealed class WebServers : IDisposable
{
    private readonly List<HttpListener> _listeners = new();
    private int _calls;
    private long _requests;

    /// <summary>
    /// A server could not listen: the port is taken or forbidden. The firmware only sees that it is not running.
    /// </summary>
    public event Action<Exception>? StartFailed;

    /// <summary>
    /// A handler threw: its client waits for an answer, and its socket is lost to the listener.
    /// </summary>
    public event Action<Exception>? HandlerFailed;

    /// <summary>Why the newest start failed; null after one that succeeded.</summary>
    public Exception? StartFailure { get; private set; }

    /// <summary>Starts that failed.</summary>
    public int StartFailures { get; private set; }

    /// <summary>
    /// The board's address that clients call: one of an interface that no server is bound to finds nobody. Null for whichever it
    /// is bound to.
    /// </summary>
    public IPAddress? Called { get; set; }

    /// <summary>lwIP's: 16 on this image, the listeners' own among them.</summary>
    public int MostSockets { get; set; } = 16;

    /// <summary>Sockets of the board that listeners, connections and calls of its own take.</summary>
    public int OpenSockets
    {
        get
        {
            lock (_listeners)
            {
                return _listeners.Sum(listener => listener.Sockets) + Volatile.Read(ref _calls);
            }
        }
    }

    /// <summary>A server of the board listens.</summary>
    public bool IsListening
    {
        get
        {
            lock (_listeners)
            {
                return _listeners.Exists(listener => listener.IsListening);
            }
        }
    }

    /// <summary>Requests that were read.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>
    /// The listeners stop listening while their servers go on saying that they run, as the board's does after six failed accepts.
    /// A server that is stopped and started again listens again.
    /// </summary>
    public void DieInSilence() => ForEach(listener => listener.Stop());

    /// <summary>
    /// Connections wait for a server thread that no longer comes, until the server is stopped and started again.
    /// </summary>
    public void StopServing() => ForEach(listener => listener.ServesNobody = true);

    /// <summary>
    /// The accept threads hang: no start of theirs helps, and their port is free only once the listener itself is closed.
    /// </summary>
    public void HangInAccept() => ForEach(listener => listener.Hangs = true);

    /// <summary>Closes every listener.</summary>
    public void Dispose() => ForEach(listener => listener.Close());

    internal void Started(HttpListener listener)
    {
        StartFailure = null;
        lock (_listeners)
        {
            _listeners.RemoveAll(other => other == listener || other.Sockets == 0);
            _listeners.Add(listener);
        }
    }

    internal void NotStarted(Exception failure)
    {
        StartFailure = failure;
        StartFailures++;
        StartFailed?.Invoke(failure);
    }

    internal bool HasFreeSocket => OpenSockets < MostSockets;

    /// <summary>The board calls itself, or no longer does.</summary>
    internal void CountCall(int more) => Interlocked.Add(ref _calls, more);

    /// <summary>The firmware asked for a collection.</summary>
    internal void Collect()
    {
        HttpListener[] listeners;
        lock (_listeners)
        {
            listeners = _listeners.ToArray();
        }

        Array.ForEach(listeners, listener => listener.Collect());
    }

    internal void Counted() => Interlocked.Increment(ref _requests);

    internal void Threw(Exception failure) => HandlerFailed?.Invoke(failure);

    /// <exception cref="SocketException">Nobody listens on the board's own loopback.</exception>
    internal void RequireLoopback()
    {
        lock (_listeners)
        {
            if (!_listeners.Exists(listener => listener.IsListening && Reaches(IPAddress.Loopback, listener.BoundTo)))
            {
                throw new SocketException((int)SocketError.ConnectionRefused);
            }
        }
    }

    /// <summary>Whether who calls that address gets to who is bound to this one.</summary>
    internal static bool Reaches(IPAddress? called, IPAddress boundTo) =>
        called is null || boundTo.Equals(IPAddress.Any) || boundTo.Equals(called);

    private void ForEach(Action<HttpListener> action)
    {
        HttpListener[] listeners;
        lock (_listeners)
        {
            listeners = _listeners.ToArray();
        }

        foreach (HttpListener listener in listeners.Where(each => each.IsListening))
        {
            action(listener);
        }
    }
}
