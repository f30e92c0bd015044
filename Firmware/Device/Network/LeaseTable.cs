namespace NanoFirmware.Network;

/// <summary>
/// Which client has which address of the hotspot's network. The first choice follows from the client's hardware address, so
/// that it is the same after a restart without a byte written to flash; who asks for an address that is free gets that one.
/// </summary>
internal sealed partial class LeaseTable
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
}
