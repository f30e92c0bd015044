namespace NanoFirmware.Network;

/// <content>Which address a client is offered.</content>
internal sealed partial class LeaseTable
{
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
}
