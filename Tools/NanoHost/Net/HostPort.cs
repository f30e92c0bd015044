using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>
/// A UDP port of the PC that stands for one of the board's: what arrives is handed on, what the board sends leaves by it.
/// </summary>
internal sealed class HostPort : IDisposable
{
    private readonly UdpClient _client;
    private readonly IPAddress _by;
    private readonly Action<byte[], IPEndPoint> _arrive;

    /// <exception cref="SocketException">The port is taken.</exception>
    internal HostPort(int port, IPAddress by, Action<byte[], IPEndPoint> arrive)
    {
        _by = by;
        _arrive = arrive;
        _client = new UdpClient(AddressFamily.InterNetwork);
        _client.Client.SetSocketOption(SocketOptionLevel.Socket, SocketOptionName.ReuseAddress, true);
        _client.Client.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.MulticastInterface, by.GetAddressBytes());
        _client.Client.Bind(new IPEndPoint(IPAddress.Any, port));
        _ = ReceiveAsync();
    }

    public void Dispose() => _client.Dispose();

    /// <summary>Joins a group on one interface of the PC, so that nothing leaves or enters by another.</summary>
    internal void Join(IPAddress group) => _client.JoinMulticastGroup(group, _by);

    internal void Send(byte[] bytes, IPEndPoint to)
    {
        try
        {
            _client.Send(bytes, to);
        }
        catch (SocketException)
        {
            // Whom it was for is gone: a datagram tells its sender nothing.
        }
    }

    private async Task ReceiveAsync()
    {
        try
        {
            while (true)
            {
                UdpReceiveResult datagram = await _client.ReceiveAsync().ConfigureAwait(false);
                _arrive(datagram.Buffer, datagram.RemoteEndPoint);
            }
        }
        catch (Exception problem) when (problem is ObjectDisposedException or SocketException)
        {
            // Closed by the board.
        }
    }
}
