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

    // For what the board sends without a port of its own; to everybody only inside the PC.
    private readonly Lazy<UdpClient> _sender;
    private int _dropped;

    public Datagrams() => _sender = new Lazy<UdpClient>(() =>
    {
        var client = new UdpClient(AddressFamily.InterNetwork);
        client.Client.SetSocketOption(
            SocketOptionLevel.IP, SocketOptionName.MulticastInterface, HostInterface.GetAddressBytes());
        return client;
    });

    /// <summary>Fault to put in: no port can be bound, as to an address that no interface has.</summary>
    public bool Refuses { get; set; }

    /// <summary>Fault to put in: so many sends fail, as to a phone that is gone.</summary>
    public int FailSends { get; set; }

    /// <summary>
    /// Which port of the PC stands for one of the board's; null for none, which is so for all unless this is set.
    /// </summary>
    public Func<int, int?> HostPorts { get; set; } = _ => null;

    /// <summary>
    /// The address of the PC's interface by which groups are joined and sent to; unless set its own, which nothing leaves.
    /// </summary>
    public IPAddress HostInterface { get; set; } = IPAddress.Loopback;

    /// <summary>
    /// Datagrams to a group for which no interface was named: the device sends them by whichever it takes for the usual one.
    /// </summary>
    public int Strayed { get; set; }

    /// <summary>Datagrams that found the mailbox full.</summary>
    public int Dropped => _dropped;

    /// <summary>
    /// Groups that were joined, by which port and on which interface; 0.0.0.0 is whichever it takes for the usual one.
    /// </summary>
    public ConcurrentQueue<(int Port, IPAddress Group, IPAddress Interface)> Joined { get; } = new();

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
        if (_ports.TryGetValue(port, out BlockingCollection<Datagram>? bound) && !bound.IsAddingCompleted
            && !bound.TryAdd(new Datagram(bytes, from)))
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
            _hosts[port] = new HostPort(host, HostInterface, (bytes, from) => Deliver(port, bytes, from));
        }
    }

    internal void Unbind(int port)
    {
        if (_ports.TryRemove(port, out BlockingCollection<Datagram>? bound))
        {
            bound.CompleteAdding();
        }

        if (_hosts.TryRemove(port, out HostPort? host))
        {
            host.Dispose();
        }
    }

    internal void Join(int port, IPAddress group, IPAddress by)
    {
        Joined.Enqueue((port, group, by));
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
            host.Send(datagram.Bytes, OnPc(datagram.Peer));
        }
        else if (HostPorts(datagram.Peer.Port) is int there)
        {
            IPAddress to = datagram.Peer.Address.Equals(IPAddress.Broadcast) ? IPAddress.Loopback : datagram.Peer.Address;
            _sender.Value.Send(datagram.Bytes, datagram.Bytes.Length, new IPEndPoint(to, there));
        }
    }

    // Whoever asked is answered where it asked from; a port that everybody or a group is told at lies where the board's own does.
    private IPEndPoint OnPc(IPEndPoint to)
    {
        bool isToMany = to.Address.Equals(IPAddress.Broadcast) || to.Address.GetAddressBytes()[0] is >= 224 and <= 239;
        return isToMany && HostPorts(to.Port) is int there ? new IPEndPoint(to.Address, there) : to;
    }

    /// <exception cref="OperationCanceledException">The board is gone.</exception>
    /// <exception cref="SocketException">The port was closed, also while this waits.</exception>
    internal Datagram Receive(int port)
    {
        if (!_ports.TryGetValue(port, out BlockingCollection<Datagram>? bound))
        {
            throw new SocketException((int)SocketError.NotSocket);
        }

        Datagram? datagram;
        while (Wait is { } wait)
        {
            if (bound.TryTake(out datagram))
            {
                return datagram;
            }

            ThrowIfClosed(bound);
            wait();
        }

        return bound.TryTake(out datagram, Timeout.Infinite, _off.Token)
            ? datagram
            : throw new SocketException((int)SocketError.OperationAborted);
    }

    private static void ThrowIfClosed(BlockingCollection<Datagram> bound)
    {
        if (bound.IsCompleted)
        {
            throw new SocketException((int)SocketError.OperationAborted);
        }
    }

    /// <summary>Bytes, and whom they come from or go to.</summary>
    /// <param name="Interface">The address of the interface that it is sent by, where it goes to a group; null where none was
    /// named.</param>
    public sealed record Datagram(byte[] Bytes, IPEndPoint Peer, IPAddress? Interface = null);
}
