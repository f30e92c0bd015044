namespace NanoFirmware.Jam;

/// <content>One cell, if it is news.</content>
internal sealed partial class JamState
{
    private const int Changing = -1;

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

    private bool IsGreater(int value, int originMs, int cell) =>
        value > Values[cell] || (value == Values[cell] && cell == TransportCell && originMs > OriginMs);

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
}
