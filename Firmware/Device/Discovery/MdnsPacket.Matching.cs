namespace NanoFirmware.Discovery;

/// <content>Which of our records a question is for.</content>
internal sealed partial class MdnsPacket
{
    private const int TypeAny = 255;

    private static int CountOf(int records)
    {
        int count = 0;
        for (; records != 0; records &= records - 1)
        {
            count++;
        }

        return count;
    }

    private int Matching(byte[] query, int length, int at, int type)
    {
        int bits = 0;
        for (int record = 0; record < MdnsRecords.Count; record++)
        {
            bool isType = type == TypeAny || type == _records.TypeOf(record);
            if (isType && IsName(query, length, at, _records.OwnerOf(record)))
            {
                bits |= 1 << record;
            }
        }

        return bits;
    }

    private int ImpliedBy(int asked)
    {
        int implied = 0;
        for (int record = 0; record < MdnsRecords.Count; record++)
        {
            implied |= (asked & (1 << record)) != 0 ? _records.ImpliedBy(record) : 0;
        }

        return implied;
    }
}
