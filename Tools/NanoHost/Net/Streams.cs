using System.Collections.Concurrent;
using System.Net.Sockets;
using NanoHost.Web;

namespace NanoHost.Net;

/// <summary>The ports at which the board takes TCP connections by sockets of its own; the web server's is elsewhere.</summary>
public sealed class Streams : IDisposable
{
    private readonly ConcurrentDictionary<int, ConcurrentQueue<StreamLine>> _ports = new();
    private readonly ConcurrentDictionary<int, HostListener> _hosts = new();

    /// <summary>
    /// Which port of the PC stands for one of the board's; null for none, which is so for all unless this is set.
    /// </summary>
    public Func<int, int?> HostPorts { get; set; } = _ => null;

    /// <summary>Calls the board.</summary>
    /// <exception cref="SocketException">Nobody listens there.</exception>
    public PeerLine Dial(int port)
    {
        if (!_ports.TryGetValue(port, out ConcurrentQueue<StreamLine>? waiting))
        {
            throw new SocketException((int)SocketError.ConnectionRefused);
        }

        var line = new PeerLine();
        waiting.Enqueue(line.Board);
        return line;
    }

    public void Dispose()
    {
        foreach (int port in _ports.Keys)
        {
            Close(port);
        }
    }

    /// <exception cref="SocketException">The port is taken.</exception>
    internal void Listen(int port)
    {
        var waiting = new ConcurrentQueue<StreamLine>();
        if (!_ports.TryAdd(port, waiting))
        {
            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }

        if (HostPorts(port) is int host)
        {
            _hosts[port] = HostListener.Open(host, socket => waiting.Enqueue(new PcLine(socket)));
        }
    }

    internal bool IsWaiting(int port) => _ports.TryGetValue(port, out ConcurrentQueue<StreamLine>? waiting) && !waiting.IsEmpty;

    /// <exception cref="SocketException">Nobody called: the device would wait.</exception>
    internal StreamLine Accept(int port) =>
        _ports.TryGetValue(port, out ConcurrentQueue<StreamLine>? waiting) && waiting.TryDequeue(out StreamLine? line)
            ? line
            : throw new SocketException((int)SocketError.WouldBlock);

    internal void Close(int port)
    {
        if (_ports.TryRemove(port, out ConcurrentQueue<StreamLine>? waiting))
        {
            while (waiting.TryDequeue(out StreamLine? line))
            {
                line.Dispose();
            }
        }

        if (_hosts.TryRemove(port, out HostListener? host))
        {
            host.Close();
        }
    }
}
