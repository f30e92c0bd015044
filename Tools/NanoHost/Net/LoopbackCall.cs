using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>A call to one of the PC's own ports.</summary>
internal sealed class LoopbackCall : ICall
{
    private readonly System.Net.Sockets.Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <exception cref="SocketException">Nobody listens there.</exception>
    internal LoopbackCall(int port)
    {
        try
        {
            _socket.Connect(IPAddress.Loopback, port);
        }
        catch
        {
            _socket.Dispose();
            throw;
        }
    }

    public void Send(byte[] bytes) => _socket.Send(bytes);

    public void Dispose() => _socket.Dispose();
}
