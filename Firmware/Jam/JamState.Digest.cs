namespace NanoFirmware.Jam;

/// <content>The whole of it: forgotten, told apart from another, made one with it.</content>
internal sealed partial class JamState
{
    // Odd constants of multiplicative hashing: golden ratio, and two of MurmurHash3's.
    private const int MixCell = -1640531535;
    private const int MixStamp = -2048144789;
    private const int MixValue = -1028477387;

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

    private int Hash(int cell)
    {
        int hash = (cell * MixCell) ^ (Stamps[cell] * MixStamp) ^ (Values[cell] * MixValue);
        hash ^= cell == TransportCell ? OriginMs * MixCell : 0;
        hash ^= hash >> 15;
        hash *= MixStamp;
        return (hash >> 16) & 0xFFFF;
    }

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
}
