using System;

namespace NanoFirmware.Network;

/// <summary>
/// Which client has which address of the hotspot's network. The first choice follows from the client's hardware address, so
/// that it is the same after a restart without a byte written to flash; who asks for an address that is free gets that one.
/// </summary>
internal sealed class LeaseTable
{
    /// <summary>Clients that are remembered at once.</summary>
    public const int Capacity = 16;

    /// <summary>How long a client may use its address without asking again, in seconds.</summary>
    public const int LeaseSeconds = 900;

    /// <summary>How long an offer waits for its client to take it, in seconds.</summary>
    public const int OfferSeconds = 60;

    /// <summary>Last octets that are given out: 10 to 209.</summary>
    public const int FirstHost = 10;
    public const int Hosts = 200;

    private const int MacBytes = 6;

    // What an entry is, and in which order they go when there is no room.
    private const byte Offered = 1;
    private const byte Declined = 2;
    private const byte Leased = 3;

    private readonly byte[] _states = new byte[Capacity];
    private readonly byte[] _macs = new byte[Capacity * MacBytes];
    private readonly int[] _hosts = new int[Capacity];
    private readonly int[] _endsS = new int[Capacity];

    /// <summary>Clients with a lease that has not ended.</summary>
    public int Count(int nowS)
    {
        int count = 0;
        for (int i = 0; i < Capacity; i++)
        {
            count += _states[i] == Leased && IsTaken(i, nowS) ? 1 : 0;
        }

        return count;
    }

    /// <summary>
    /// The last octet for a client: the one it has, else the one it wishes for if that is free, else one of its own. It waits for
    /// <see cref="OfferSeconds"/> to be claimed.
    /// </summary>
    /// <param name="packet">Holds the client's hardware address.</param>
    /// <param name="at">Where in <paramref name="packet"/> it starts; 6 bytes.</param>
    /// <param name="wish">Last octet that the client asks for; 0 for none.</param>
    /// <param name="nowS">Seconds since start.</param>
    public int Offer(byte[] packet, int at, int wish, int nowS)
    {
        int entry = Find(packet, at);
        if (entry >= 0 && IsTaken(entry, nowS) && _states[entry] == Leased)
        {
            return _hosts[entry];
        }

        if (entry < 0)
        {
            // Chosen before the entry is given up: whoever had it may still use its address. Nobody uses one that was only
            // offered.
            entry = FindRoom(nowS);
            int unused = _states[entry] == Offered ? entry : -1;
            Enter(entry, packet, at, IsFreeBut(wish, unused, nowS) ? wish : Choose(packet, at, nowS));
        }
        else if (!IsFreeBut(_hosts[entry], entry, nowS))
        {
            // Its time was over, and somebody else was given the address meanwhile.
            _hosts[entry] = Choose(packet, at, nowS);
        }

        _states[entry] = Offered;
        _endsS[entry] = nowS + OfferSeconds;
        return _hosts[entry];
    }

    /// <summary>
    /// Grants exactly this octet, as a renewal asks for it; false when it is not in the pool or somebody else's.
    /// </summary>
    public bool Claim(byte[] packet, int at, int host, int nowS)
    {
        int entry = Find(packet, at);
        if (!IsFreeBut(host, entry, nowS))
        {
            return false;
        }

        entry = entry < 0 ? FindRoom(nowS) : entry;
        Enter(entry, packet, at, host);
        _states[entry] = Leased;
        _endsS[entry] = nowS + LeaseSeconds;
        return true;
    }

    /// <summary>Ends a client's lease.</summary>
    public void Release(byte[] packet, int at)
    {
        int entry = Find(packet, at);
        if (entry >= 0)
        {
            Array.Clear(_macs, entry * MacBytes, MacBytes);
            _hosts[entry] = 0;
        }
    }

    /// <summary>Keeps an octet out of use for the length of a lease: a client found somebody else there.</summary>
    public void Block(byte[] packet, int at, int host, int nowS)
    {
        int entry = Find(packet, at);
        if (entry >= 0 && _hosts[entry] == host)
        {
            // The entry without a client holds the address.
            Array.Clear(_macs, entry * MacBytes, MacBytes);
            _states[entry] = Declined;
            _endsS[entry] = nowS + LeaseSeconds;
        }
    }

    private static bool IsInPool(int host) => host >= FirstHost && host < FirstHost + Hosts;

    private bool IsTaken(int entry, int nowS) => _hosts[entry] != 0 && _endsS[entry] > nowS;

    private bool IsFreeBut(int host, int except, int nowS)
    {
        if (!IsInPool(host))
        {
            return false;
        }

        for (int i = 0; i < Capacity; i++)
        {
            if (i != except && _hosts[i] == host && IsTaken(i, nowS))
            {
                return false;
            }
        }

        return true;
    }

    // The hash spreads the vendors' consecutive addresses; from there on the next free one.
    private int Choose(byte[] packet, int at, int nowS)
    {
        int hash = 0;
        for (int i = 0; i < MacBytes; i++)
        {
            hash = ((hash * 31) + packet[at + i]) & 0xFFFF;
        }

        for (int step = 0; step < Hosts; step++)
        {
            int host = FirstHost + ((hash + step) % Hosts);
            if (IsFreeBut(host, -1, nowS))
            {
                return host;
            }
        }

        return 0;
    }

    private int Find(byte[] packet, int at)
    {
        for (int i = 0; i < Capacity; i++)
        {
            if (_hosts[i] != 0 && IsSame(packet, at, i * MacBytes))
            {
                return i;
            }
        }

        return -1;
    }

    private bool IsSame(byte[] packet, int at, int own)
    {
        for (int i = 0; i < MacBytes; i++)
        {
            if (packet[at + i] != _macs[own + i])
            {
                return false;
            }
        }

        return true;
    }

    private void Enter(int entry, byte[] packet, int at, int host)
    {
        Array.Copy(packet, at, _macs, entry * MacBytes, MacBytes);
        _hosts[entry] = host;
    }

    // An entry that was never used, else one whose time is over; when there is none, an offer, a declined address, a lease: the
    // newest guest must never be kept out. Of several the one that ends first.
    private int FindRoom(int nowS)
    {
        int best = 0;
        for (int i = 0; i < Capacity; i++)
        {
            if (_hosts[i] == 0)
            {
                return i;
            }

            int rank = RankOf(i, nowS);
            int bestRank = RankOf(best, nowS);
            if (rank < bestRank || (rank == bestRank && _endsS[i] < _endsS[best]))
            {
                best = i;
            }
        }

        return best;
    }

    private int RankOf(int entry, int nowS) => IsTaken(entry, nowS) ? _states[entry] : 0;
}
