namespace NanoHost.Web;

/// <summary>The web servers of one board as the PC sees them: why one did not start, what its handlers threw, what can be broken.</summary>
public sealed class WebServers : IDisposable
{
    private readonly List<HostListener> _listeners = new();
    private long _requests;

    /// <summary>A server could not listen: the port is taken or forbidden. The firmware only sees that it is not running.</summary>
    public event Action<Exception>? StartFailed;

    /// <summary>A handler threw. The client gets an empty 500 here; on the board it waits until the collector closes its socket.</summary>
    public event Action<Exception>? HandlerFailed;

    /// <summary>Why the newest start failed; null after one that succeeded.</summary>
    public Exception? StartFailure { get; private set; }

    /// <summary>A server of the board listens.</summary>
    public bool IsListening
    {
        get
        {
            lock (_listeners)
            {
                return _listeners.Exists(listener => !listener.IsClosed);
            }
        }
    }

    /// <summary>Requests that have reached a handler thread.</summary>
    public long Requests => Interlocked.Read(ref _requests);

    /// <summary>
    /// The listeners stop listening while their servers go on saying that they run, as the board's does after six failed accepts.
    /// A server that is stopped and started again listens again.
    /// </summary>
    public void DieInSilence() => ForEach(listener => listener.Close());

    /// <summary>Requests are accepted and never answered, until the server is stopped and started again.</summary>
    public void StopAnswering() => ForEach(listener => listener.Mute = true);

    /// <summary>Closes every listener.</summary>
    public void Dispose() => DieInSilence();

    internal void Started(HostListener listener)
    {
        StartFailure = null;
        lock (_listeners)
        {
            _listeners.RemoveAll(other => other.IsClosed);
            _listeners.Add(listener);
        }
    }

    internal void NotStarted(Exception failure)
    {
        StartFailure = failure;
        StartFailed?.Invoke(failure);
    }

    internal void Counted() => Interlocked.Increment(ref _requests);

    internal void Threw(Exception failure) => HandlerFailed?.Invoke(failure);

    private void ForEach(Action<HostListener> action)
    {
        HostListener[] listeners;
        lock (_listeners)
        {
            listeners = _listeners.ToArray();
        }

        foreach (HostListener listener in listeners)
        {
            action(listener);
        }
    }
}
