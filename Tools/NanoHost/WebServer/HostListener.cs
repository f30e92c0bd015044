using System.Net;
using System.Net.Sockets;
using HttpListenerContext = NanoHost.Net.HttpListenerContext;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Web;

/// <summary>A listening port of the PC, on loopback only, that gives each connection a thread of its own as the board does.</summary>
internal sealed class HostListener
{
    // lwIP's: what a client does not take waits on the board for no longer than this many bytes.
    private const int SendBufferBytes = 5760;

    // More connections than the board has sockets wait to be accepted.
    private const int Backlog = 64;

    private readonly Action<HttpListenerContext> _serve;
    private readonly Action<HostListener> _ended;
    private readonly PcSocket _listener;

    private HostListener(PcSocket listener, Action<HttpListenerContext> serve, Action<HostListener> ended)
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

    private static PcSocket Bind(int port)
    {
        var listener = new PcSocket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            listener.Bind(new IPEndPoint(IPAddress.Loopback, port));
            listener.Listen(Backlog);
            return listener;
        }
        catch (SocketException failure)
        {
            listener.Dispose();
            throw new HttpListenerException(failure.ErrorCode, failure.Message);
        }
    }

    private void Accept()
    {
        var kept = new List<PcSocket>();
        while (Next() is { } socket)
        {
            if (Mute)
            {
                kept.Add(socket);
                continue;
            }

            socket.NoDelay = true;
            socket.SendBufferSize = SendBufferBytes;
            new Thread(() => _serve(new HttpListenerContext(socket))) { IsBackground = true, Name = "web request" }.Start();
        }

        kept.ForEach(socket => socket.Dispose());
        _ended(this);
    }

    /// <summary>Waits for a connection; null once the listener is closed.</summary>
    private PcSocket? Next()
    {
        while (!IsClosed)
        {
            try
            {
                return _listener.Accept();
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                // Closed under our feet, or a client that left before it was accepted: the loop's condition knows.
                Thread.Yield();
            }
        }

        return null;
    }
}
