using System;

namespace NanoFirmware.Network;

/// <content>The table's places: who sits where, and which is given up first.</content>
internal sealed partial class LeaseTable
{
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
