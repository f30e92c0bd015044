namespace NanoFirmware.Jam;

/// <content>A whole row of steps, as far as it is news.</content>
internal sealed partial class JamState
{
    /// <summary>
    /// Takes steps in bytes one behind the other, as many as there are: nearly all that a jam has to say. Where the first other
    /// message begins, or one that is out of range or has no stamp.
    /// </summary>
    /// <param name="packet">Holds them.</param>
    /// <param name="at">Where the first begins.</param>
    /// <param name="end">Behind the last.</param>
    /// <param name="by">Who wrote them.</param>
    /// <param name="log">Notes those that are news.</param>
    /// <param name="source">The feed that they came by.</param>
    public int TakeSteps(byte[] packet, int at, int end, int by, JamLog log, int source)
    {
        int[] values = Values;
        int[] stamps = Stamps;
        int[] entries = log.Entries;
        int count = log.Count;
        int newest = Newest << SenderBits;
        int last = end - JamPacket.StepBytes;
        source <<= JamLog.SourceShift;
        while (at <= last && packet[at] == JamPacket.Step)
        {
            int track = packet[at + 1];
            int step = packet[at + 2];
            int value = packet[at + 3];

            // Less than one without a stamp, and, as it is negative, with one that has too many bits.
            int packed = (packet[at + 4] << 8) | (packet[at + 5] << 16) | (packet[at + 6] << 24) | by;
            if (track >= Tracks || step >= Steps || (value & 127) > MostVelocity || packed < OneStamp)
            {
                break;
            }

            at += JamPacket.StepBytes;
            int cell = (track << 4) | step;
            int before = stamps[cell];
            if (packed > before || (packed == before && value > values[cell]))
            {
                values[cell] = value;
                stamps[cell] = packed;
                entries[count & (JamLog.Capacity - 1)] = cell | source;
                count++;

                // What is no news has a stamp that was seen.
                newest = packed > newest ? packed : newest;
            }
        }

        log.Count = count;
        Newest = newest >> SenderBits;
        return at;
    }
}
