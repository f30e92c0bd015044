using System;

namespace NanoFirmware.Network;

/// <content>A client takes an address, gives it back, or finds it in use.</content>
internal sealed partial class LeaseTable
{
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
}
