using System.Net;

namespace NanoHost.Web;

/// <summary>A listening port of the PC, on loopback only, that gives each request a thread of its own as the board does.</summary>
internal sealed class HostListener
{
    private const int AccessDenied = 5;
    private const int MostAttempts = 10;

    private readonly Action<HttpListenerContext> _serve;
    private readonly Action<HostListener> _ended;
    private readonly HttpListener _listener;

    private HostListener(HttpListener listener, Action<HttpListenerContext> serve, Action<HostListener> ended)
    {
        _listener = listener;
        _serve = serve;
        _ended = ended;
    }

    internal bool IsClosed { get; private set; }

    /// <summary>Accepted requests get no thread: their clients wait in vain.</summary>
    internal bool Mute { get; set; }

    /// <exception cref="HttpListenerException">The port is taken or forbidden.</exception>
    internal static HostListener Open(int port, Action<HttpListenerContext> serve, Action<HostListener> ended)
    {
        var listener = new HostListener(Bind(port), serve, ended);
        new Thread(listener.Accept) { IsBackground = true, Name = "web server" }.Start();
        return listener;
    }

    internal void Close()
    {
        IsClosed = true;
        _listener.Close();
    }

    // A call that arrives between the listener's listening and its first accept makes .NET's managed listener throw from its
    // insides and forget its socket, which keeps the port until it is collected: then the next attempt may have it.
    private static HttpListener Bind(int port)
    {
        bool called = false;
        for (int attempt = 0; ; attempt++)
        {
            try
            {
                return BindOnce(port);
            }
            catch (Exception failure) when (attempt < MostAttempts && (called |= failure is ArgumentNullException or NullReferenceException))
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }
        }
    }

    private static HttpListener BindOnce(int port)
    {
        try
        {
            return Bind(port, "localhost", "127.0.0.1");
        }
        catch (HttpListenerException failure) when (failure.ErrorCode == AccessDenied)
        {
            // Windows lets every user listen on localhost and asks for an administrator on 127.0.0.1.
            return Bind(port, "localhost");
        }
    }

    private static HttpListener Bind(int port, params string[] hosts)
    {
        var listener = new HttpListener();
        foreach (string host in hosts)
        {
            listener.Prefixes.Add(FormattableString.Invariant($"http://{host}:{port}/"));
        }

        listener.Start();
        return listener;
    }

    private void Accept()
    {
        while (Next() is { } context)
        {
            if (!Mute)
            {
                new Thread(() => _serve(context)) { IsBackground = true, Name = "web request" }.Start();
            }
        }

        _ended(this);
    }

    /// <summary>Waits for a request; null once the listener is closed.</summary>
    private HttpListenerContext? Next()
    {
        while (!IsClosed)
        {
            try
            {
                return _listener.GetContext();
            }
            catch (Exception failure) when (failure is HttpListenerException or InvalidOperationException)
            {
                // Closed under our feet, or a client that left before its request was read: the loop's condition knows.
                Thread.Yield();
            }
        }

        return null;
    }
}
