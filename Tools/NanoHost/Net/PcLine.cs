using PcSocket = System.Net.Sockets.Socket;

namespace NanoHost.Net;

/// <summary>A connection from the PC's own network.</summary>
internal sealed class PcLine : StreamLine
{
    private readonly PcSocket _socket;

    internal PcLine(PcSocket socket) => _socket = socket;

    internal override bool IsReadable => _socket.Poll(0, System.Net.Sockets.SelectMode.SelectRead);

    internal override int Available => _socket.Available;

    public override void Dispose() => _socket.Dispose();

    internal override int Receive(Span<byte> room) => _socket.Receive(room);

    internal override int Send(ReadOnlySpan<byte> bytes, int timeoutMs)
    {
        _socket.SendTimeout = timeoutMs;
        return _socket.Send(bytes);
    }
}
