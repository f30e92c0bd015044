using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace NanoHost.Net;

/// <summary>
/// The board's datagrams, kept in memory: what phones send to its ports and what it sends to them. A port of the PC is opened for
/// one of the board only where <see cref="HostPort"/> says so.
/// </summary>
public sealed class Datagrams : IDisposable
{
    // lwIP keeps six datagrams for each UDP socket; what comes on top is dropped without a word.
    private const int Mailbox = 6;

    private readonly ConcurrentDictionary<int, BlockingCollection<Datagram>> _ports = new();
    private readonly ConcurrentDictionary<int, HostPort> _hosts = new();
    private readonly CancellationTokenSource _off = new();

    // For what the board sends without a port of its own; to groups by the PC's own interface, so that nothing leaves it.
    private readonly Lazy<UdpClient> _sender = new(() =>
    {
        var client = new UdpClient(AddressFamily.InterNetwork);
        client.Client.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.MulticastInterface, IPAddress.Loopback.GetAddressBytes());
        return client;
    });
    private int _dropped;

    /// <summary>Fault to put in: no port can be bound, as to an address that no interface has.</summary>
    public bool Refuses { get; set; }

    /// <summary>Fault to put in: so many sends fail, as to a phone that is gone.</summary>
    public int FailSends { get; set; }

    /// <summary>
    /// Which port of the PC stands for one of the board's; null for none, which is so for all unless this is set.
    /// </summary>
    public Func<int, int?> HostPorts { get; set; } = _ => null;

    /// <summary>
    /// Datagrams to a group for which no interface was named: the device sends them by whichever it takes for the usual one.
    /// </summary>
    public int Strayed { get; set; }

    /// <summary>Datagrams that found the mailbox full.</summary>
    public int Dropped => _dropped;

    /// <summary>Groups that were joined, and by which port.</summary>
    public ConcurrentQueue<(int Port, IPAddress Group)> Joined { get; } = new();

    /// <summary>What the board sent, in order.</summary>
    public ConcurrentQueue<Datagram> Sent { get; } = new();

    /// <summary>
    /// How a host with a time of its own lets a thread of the board wait; without it the PC's thread waits for the datagram
    /// itself.
    /// </summary>
    public Action? Wait { get; set; }

    /// <summary>A datagram arrives at a port of the board; one that nothing is bound to drops it.</summary>
    public void Deliver(int port, byte[] bytes, IPEndPoint from)
    {
        if (_ports.TryGetValue(port, out BlockingCollection<Datagram>? bound) && !bound.TryAdd(new Datagram(bytes, from)))
        {
            Interlocked.Increment(ref _dropped);
        }
    }

    /// <summary>Lets go of every thread that waits for a datagram.</summary>
    public void Dispose()
    {
        _off.Cancel();
        if (_sender.IsValueCreated)
        {
            _sender.Value.Dispose();
        }

        foreach (int port in _hosts.Keys)
        {
            Unbind(port);
        }
    }

    /// <exception cref="SocketException">The port is taken.</exception>
    internal void Bind(int port)
    {
        if (Refuses)
        {
            throw new SocketException((int)SocketError.AddressNotAvailable);
        }

        if (!_ports.TryAdd(port, new BlockingCollection<Datagram>(Mailbox)))
        {
            throw new SocketException((int)SocketError.AddressAlreadyInUse);
        }

        if (HostPorts(port) is int host)
        {
            _hosts[port] = new HostPort(host, (bytes, from) => Deliver(port, bytes, from));
        }
    }

    internal void Unbind(int port)
    {
        _ports.TryRemove(port, out _);
        if (_hosts.TryRemove(port, out HostPort? host))
        {
            host.Dispose();
        }
    }

    internal void Join(int port, IPAddress group)
    {
        Joined.Enqueue((port, group));
        if (_hosts.TryGetValue(port, out HostPort? host))
        {
            host.Join(group);
        }
    }

    internal int Peek(int port) =>
        _ports.TryGetValue(port, out BlockingCollection<Datagram>? bound) ? bound.FirstOrDefault()?.Bytes.Length ?? 0 : 0;

    internal void Send(int port, Datagram datagram)
    {
        Sent.Enqueue(datagram);
        if (_hosts.TryGetValue(port, out HostPort? host))
        {
            host.Send(datagram.Bytes, datagram.Peer);
        }
        else if (HostPorts(datagram.Peer.Port) is int there)
        {
            _sender.Value.Send(datagram.Bytes, datagram.Bytes.Length, new IPEndPoint(datagram.Peer.Address, there));
        }
    }

    /// <exception cref="OperationCanceledException">The board is gone.</exception>
    internal Datagram Receive(int port)
    {
        Datagram? datagram;
        while (Wait is { } wait)
        {
            if (_ports[port].TryTake(out datagram))
            {
                return datagram;
            }

            wait();
        }

        return _ports[port].Take(_off.Token);
    }

    /// <summary>Bytes, and whom they come from or go to.</summary>
    public sealed record Datagram(byte[] Bytes, IPEndPoint Peer);
}
