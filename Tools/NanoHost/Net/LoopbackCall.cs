using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>A call to one of the PC's own ports.</summary>
internal sealed class LoopbackCall : ICall
{
    private readonly System.Net.Sockets.Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    /// <exception cref="SocketException">Nobody listens there, or only on another interface.</exception>
    internal LoopbackCall(SimulatedBoard board, int port)
    {
        board.Web.RequireLoopback();
        try
        {
            _socket.Connect(IPAddress.Loopback, board.MapPort(port));
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
