namespace NanoFirmware.Discovery;

/// <content>Names of a packet compared with ours.</content>
internal sealed partial class MdnsPacket
{
    // Names of one packet may point at each other: so often and no more.
    private const int MostJumps = 8;

    // Label by label, whatever its capitals.
    private static bool IsName(byte[] query, int length, int at, byte[] name)
    {
        int jumps = 0;
        int own = 0;
        while (at < length)
        {
            int label = query[at];
            if ((label & 0xC0) == 0xC0)
            {
                jumps++;
                if (at + 1 >= length || jumps > MostJumps)
                {
                    return false;
                }

                at = ((label & 0x3F) << 8) | query[at + 1];
                continue;
            }

            if (label != name[own] || at + label >= length || !AreAlike(query, at + 1, name, own + 1, label))
            {
                return false;
            }

            if (label == 0)
            {
                return true;
            }

            at += 1 + label;
            own += 1 + label;
        }

        return false;
    }

    private static bool AreAlike(byte[] query, int at, byte[] name, int own, int count)
    {
        for (int i = 0; i < count; i++)
        {
            if (Small(query[at + i]) != Small(name[own + i]))
            {
                return false;
            }
        }

        return true;
    }

    private static int Small(byte letter) => letter >= 'A' && letter <= 'Z' ? letter + 32 : letter;
}
