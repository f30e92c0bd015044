namespace NanoFirmware.Jam;

/// <summary>
/// What is played: eight tracks of sixteen steps, how they are played and coloured. Each cell keeps who wrote it and when; the
/// later one wins, whatever the order in which news comes, so that all who have had the same news have the same state.
/// </summary>
internal sealed class JamState
{
    public const int Tracks = 8;
    public const int Steps = 16;

    /// <summary>Cells: the steps, track by track, then one for each track, for the colours, for tempo and transport.</summary>
    public const int TrackCell = Tracks * Steps;
    public const int ColourCell = TrackCell + Tracks;
    public const int TransportCell = ColourCell + 1;
    public const int Cells = TransportCell + 1;

    /// <summary>A Lamport stamp has 23 bits: with its sender below it, it stays a positive int.</summary>
    public const int LastStamp = 0x7FFFFF;

    /// <summary>What the next stamp of the same sender is greater by.</summary>
    public const int OneStamp = 1 << SenderBits;

    /// <summary>Set in a step's value when it sounds; below it the velocity, 0–100.</summary>
    public const int On = 128;

    /// <summary>In a track's value, above the volume, 0–100.</summary>
    public const int Mute = 128;
    public const int Solo = 256;

    public const int MostVelocity = 100;
    public const int UsualVelocity = 80;
    public const int LeastTempo = 40;
    public const int MostTempo = 300;
    public const int LeastSwing = 50;
    public const int MostSwing = 75;

    private const int Changing = -1;

    // In the lowest bits of what is kept of a stamp: whose it is.
    private const int SenderBits = 8;

    // Odd constants of multiplicative hashing: golden ratio, and two of MurmurHash3's.
    private const int MixCell = -1640531535;
    private const int MixStamp = -2048144789;
    private const int MixValue = -1028477387;

    /// <summary>Values of the cells.</summary>
    public readonly int[] Values = new int[Cells];

    /// <summary>
    /// Stamp and, in the lowest eight bits, sender of each cell; 0 for never written, less while a transport is being written.
    /// </summary>
    public readonly int[] Stamps = new int[Cells];

    /// <summary>Session time of step 0 in ms; belongs to the transport's cell.</summary>
    public int OriginMs;

    /// <summary>Greatest stamp that was seen.</summary>
    public int Newest;

    public JamState() => Forget();

    /// <summary>As it is before anybody played.</summary>
    public void Forget()
    {
        for (int cell = 0; cell < Cells; cell++)
        {
            Stamps[cell] = 0;
            Values[cell] = 0;
        }

        for (int track = 0; track < Tracks; track++)
        {
            Values[TrackCell + track] = MostVelocity;
        }

        Values[TransportCell] = Transport(false, LeastSwing, 12000);
        OriginMs = 0;
        Newest = 0;
    }

    /// <summary>Sixteen bits, equal wherever all cells and their stamps are; reckoned each time, which is seldom.</summary>
    public int Digest
    {
        get
        {
            int digest = 0;
            for (int cell = 0; cell < Cells; cell++)
            {
                digest += Stamps[cell] == 0 ? 0 : Hash(cell);
            }

            return digest & 0xFFFF;
        }
    }

    /// <summary>The value of a transport's cell.</summary>
    public static int Transport(bool isPlaying, int swing, int tempo100) => (isPlaying ? 1 : 0) | (swing << 1) | (tempo100 << 8);

    /// <summary>The value of the colours' cell.</summary>
    public static int Colours(int mode, int root, int scale) => mode | (root << 2) | (scale << 6);

    public bool IsPlaying => (Values[TransportCell] & 1) != 0;

    /// <summary>50 is straight: where in a pair of steps the second one sounds, in hundredths.</summary>
    public int Swing => (Values[TransportCell] >> 1) & 127;

    /// <summary>Beats a minute, in hundredths.</summary>
    public int Tempo100 => Values[TransportCell] >> 8;

    public int ColourMode => Values[ColourCell] & 3;

    /// <summary>Key: 0 for C to 11 for B.</summary>
    public int Root => (Values[ColourCell] >> 2) & 15;

    public int Scale => Values[ColourCell] >> 6;

    /// <summary>The colours' value with some of it changed; −1 stays as it is.</summary>
    public int ColoursWith(int mode, int root, int scale) =>
        Colours(mode < 0 ? ColourMode : mode, root < 0 ? Root : root, scale < 0 ? Scale : scale);

    /// <summary>The transport's value with some of it changed; −1 stays as it is.</summary>
    public int TransportWith(int isPlaying, int swing, int tempo100) =>
        Transport(isPlaying < 0 ? IsPlaying : isPlaying != 0, swing < 0 ? Swing : swing, tempo100 < 0 ? Tempo100 : tempo100);

    /// <summary>Becomes what is given, as if nobody had written it.</summary>
    public void Become(int[] values, int originMs)
    {
        Forget();
        for (int cell = 0; cell < Cells; cell++)
        {
            Values[cell] = values[cell];
        }

        OriginMs = originMs;
    }

    /// <summary>The stamp of the next edit.</summary>
    public int NextStamp() => Newest < LastStamp ? Newest + 1 : LastStamp;

    /// <summary>Takes a cell's value unless what is there is newer. False when nothing changed.</summary>
    /// <param name="cell">Which.</param>
    /// <param name="value">In range.</param>
    /// <param name="originMs">Of a transport.</param>
    /// <param name="stamp">Lamport's.</param>
    /// <param name="sender">1–254; decides between equal stamps, and the greater value where even that is equal.</param>
    public bool TryTake(int cell, int value, int originMs, int stamp, int sender)
    {
        Newest = stamp > Newest ? stamp : Newest;
        int packed = (stamp << 8) | sender;
        int before = Stamps[cell];
        bool isTransport = cell == TransportCell;
        if (packed < before || (packed == before && !IsGreater(value, originMs, cell)))
        {
            return false;
        }

        if (isTransport)
        {
            // Whoever reads both meanwhile sees that he must read again.
            Stamps[cell] = Changing;
            OriginMs = originMs;
        }

        Values[cell] = value;
        Stamps[cell] = packed;
        return true;
    }

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

    /// <summary>A room is entered: what was played alone is as old there as anything can be.</summary>
    public void Rebase(int sender)
    {
        Newest = 1;
        for (int cell = 0; cell < Cells; cell++)
        {
            if (Stamps[cell] != 0)
            {
                Stamps[cell] = (1 << 8) | sender;
            }
        }
    }

    /// <summary>Whether all steps of a track have this stamp and sender.</summary>
    public bool IsRow(int track, int stamp)
    {
        int first = track * Steps;
        for (int step = 0; step < Steps; step++)
        {
            if (Stamps[first + step] != stamp)
            {
                return false;
            }
        }

        return true;
    }

    private bool IsGreater(int value, int originMs, int cell) =>
        value > Values[cell] || (value == Values[cell] && cell == TransportCell && originMs > OriginMs);

    private int Hash(int cell)
    {
        int hash = (cell * MixCell) ^ (Stamps[cell] * MixStamp) ^ (Values[cell] * MixValue);
        hash ^= cell == TransportCell ? OriginMs * MixCell : 0;
        hash ^= hash >> 15;
        hash *= MixStamp;
        return (hash >> 16) & 0xFFFF;
    }
}
