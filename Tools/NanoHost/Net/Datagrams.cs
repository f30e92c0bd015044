using System.Collections.Concurrent;
using System.Net;

namespace NanoHost.Net;

/// <summary>
/// The board's datagrams, kept in memory: what phones send to its ports and what it sends to them. No port of the PC is opened.
/// </summary>
public sealed class Datagrams : IDisposable
{
    private readonly ConcurrentDictionary<int, BlockingCollection<Datagram>> _ports = new();
    private readonly CancellationTokenSource _off = new();

    /// <summary>Fault to put in: no port can be bound, as to an address that no interface has.</summary>
    public bool Refuses { get; set; }

    /// <summary>Fault to put in: so many sends fail, as to a phone that is gone.</summary>
    public int FailSends { get; set; }

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
        if (_ports.TryGetValue(port, out BlockingCollection<Datagram>? bound))
        {
            bound.Add(new Datagram(bytes, from));
        }
    }

    /// <summary>Lets go of every thread that waits for a datagram.</summary>
    public void Dispose() => _off.Cancel();

    /// <exception cref="System.Net.Sockets.SocketException">The port is taken.</exception>
    internal void Bind(int port)
    {
        if (Refuses)
        {
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.AddressNotAvailable);
        }

        if (!_ports.TryAdd(port, new BlockingCollection<Datagram>()))
        {
            throw new System.Net.Sockets.SocketException((int)System.Net.Sockets.SocketError.AddressAlreadyInUse);
        }
    }

    internal void Unbind(int port) => _ports.TryRemove(port, out _);

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
