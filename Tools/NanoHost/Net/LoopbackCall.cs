using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>A call to one of the PC's own ports.</summary>
internal sealed class LoopbackCall : ICall
{
    private readonly System.Net.Sockets.Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
    private readonly SimulatedBoard _board;
    private bool _isOver;

    /// <exception cref="SocketException">Nobody listens there, or only on another interface.</exception>
    internal LoopbackCall(SimulatedBoard board, int port)
    {
        _board = board;
        board.Web.RequireLoopback();
        board.Web.CountCall(1);
        try
        {
            _socket.Connect(IPAddress.Loopback, board.MapPort(port));
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    public void Send(byte[] bytes) => _socket.Send(bytes);

    public void Dispose()
    {
        _board.Web.CountCall(_isOver ? 0 : -1);
        _isOver = true;
        _socket.Dispose();
    }
}
