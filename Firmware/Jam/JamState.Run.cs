namespace NanoFirmware.Jam;

/// <content>Steps that were set together.</content>
internal sealed partial class JamState
{
    /// <summary>
    /// Takes a run of steps in bytes, which one set one after the other. Where it ends, or where the first is that is out of
    /// range.
    /// </summary>
    /// <param name="packet">Holds it.</param>
    /// <param name="at">Where it begins.</param>
    /// <param name="stamp">The first one's; each has the next.</param>
    /// <param name="by">Who wrote them.</param>
    /// <param name="log">Notes those that are news.</param>
    /// <param name="source">The feed that they came by.</param>
    public int TakeRun(byte[] packet, int at, int stamp, int by, JamLog log, int source)
    {
        int[] values = Values;
        int[] stamps = Stamps;
        int[] entries = log.Entries;
        int count = log.Count;
        int steps = packet[at + 1];
        at += JamPacket.RunHeadBytes;
        if (stamp + steps - 1 > LastStamp)
        {
            return at;
        }

        source <<= JamLog.SourceShift;
        int end = at + (steps * 2);
        int packed = (stamp << SenderBits) | by;
        for (; at < end; at += 2)
        {
            int cell = packet[at];
            int value = packet[at + 1];
            if (cell >= TrackCell || (value & 127) > MostVelocity)
            {
                break;
            }

            if (packed > stamps[cell] || (packed == stamps[cell] && value > values[cell]))
            {
                values[cell] = value;
                stamps[cell] = packed;
                entries[count & (JamLog.Capacity - 1)] = cell | source;
                count++;
            }

            packed += OneStamp;
        }

        log.Count = count;
        int newest = (packed - OneStamp) >> SenderBits;
        Newest = newest > Newest ? newest : Newest;
        return at;
    }
}
