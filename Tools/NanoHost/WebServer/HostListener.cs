using System.Net;
using System.Net.Sockets;
using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Web;

/// <summary>A listening port of the PC, on loopback only.</summary>
internal sealed class HostListener
{
    // lwIP's: what a client does not take waits on the board for no longer than this many bytes.
    private const int SendBufferBytes = 5760;

    // More connections than the board has sockets wait to be accepted.
    private const int Backlog = 64;

    private readonly Action<PcSocket> _arrived;
    private readonly PcSocket _listener;
    private volatile bool _isClosed;

    private HostListener(PcSocket listener, Action<PcSocket> arrived)
    {
        _listener = listener;
        _arrived = arrived;
    }

    /// <exception cref="HttpListenerException">The port is taken or forbidden.</exception>
    internal static HostListener Open(int port, Action<PcSocket> arrived)
    {
        var listener = new HostListener(Bind(port), arrived);
        new Thread(listener.Accept) { IsBackground = true, Name = "web listener" }.Start();
        return listener;
    }

    internal void Close()
    {
        _isClosed = true;
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
        while (!_isClosed)
        {
            try
            {
                PcSocket socket = _listener.Accept();
                socket.NoDelay = true;
                socket.SendBufferSize = SendBufferBytes;
                _arrived(socket);
            }
            catch (Exception failure) when (failure is SocketException or ObjectDisposedException)
            {
                // Closed under our feet, or a client that left before it was accepted: the loop's condition knows.
                Thread.Yield();
            }
        }
    }
}
