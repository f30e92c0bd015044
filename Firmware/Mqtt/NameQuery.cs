namespace NanoFirmware.Mqtt;

/// <summary>
/// A question for the address of a name (RFC 1035) and what an answer says; a pure function of bytes. The platform's own
/// look-up would hold every thread of the device until somebody answers.
/// </summary>
internal static class NameQuery
{
    /// <summary>Greatest question or answer over UDP.</summary>
    public const int MaxBytes = 512;

    /// <summary>Greatest part of a name between two dots.</summary>
    public const int MostLabel = 63;

    private const int HeaderBytes = 12;
    private const int TypeA = 1;
    private const int ClassInternet = 1;
    private const int NoSuchNameCode = 3;

    // The first bit of a class has another meaning among neighbours (RFC 6762): wants an answer alone, or may forget others.
    private const int ClassMask = 0x7FFF;

    /// <summary>Writes the question; how many bytes it takes.</summary>
    /// <param name="packet">At least <see cref="MaxBytes"/> long.</param>
    /// <param name="id">By which its answer is known, 0–65535.</param>
    /// <param name="name">Of letters, digits, hyphens and dots.</param>
    /// <param name="isLocal">Neighbours are asked, each for itself, and nobody asks further.</param>
    public static int Write(byte[] packet, int id, string name, bool isLocal)
    {
        packet[0] = (byte)(id >> 8);
        packet[1] = (byte)id;
        packet[2] = (byte)(isLocal ? 0 : 1);
        for (int i = 3; i < HeaderBytes; i++)
        {
            packet[i] = 0;
        }

        packet[5] = 1;
        int lengthAt = HeaderBytes;
        int at = HeaderBytes + 1;
        packet[lengthAt] = 0;
        for (int i = 0; i < name.Length; i++)
        {
            if (name[i] == '.')
            {
                lengthAt = at;
                packet[at] = 0;
            }
            else
            {
                packet[at] = (byte)name[i];
                packet[lengthAt]++;
            }

            at++;
        }

        packet[at] = 0;
        packet[at + 1] = 0;
        packet[at + 2] = TypeA;
        packet[at + 3] = 0;
        packet[at + 4] = ClassInternet;
        return at + 5;
    }

    /// <summary>What an answer says.</summary>
    /// <param name="packet">What came; <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="id">The question's.</param>
    /// <param name="address">Gets the address, "10.0.0.7"; null without one.</param>
    public static NameAnswer Read(byte[] packet, int length, int id, out string address)
    {
        address = null;
        bool isOurs = length >= HeaderBytes && length <= MaxBytes && packet[0] == (byte)(id >> 8) && packet[1] == (byte)id
            && (packet[2] & 0x80) != 0;
        if (!isOurs)
        {
            return NameAnswer.NotOurs;
        }

        if ((packet[3] & 15) != 0)
        {
            return (packet[3] & 15) == NoSuchNameCode ? NameAnswer.NoSuchName : NameAnswer.Failed;
        }

        int at = HeaderBytes;
        for (int left = (packet[4] << 8) | packet[5]; left > 0 && at > 0; left--)
        {
            at = BehindName(packet, at, length);
            at = at < 0 ? at : at + 4;
        }

        for (int left = (packet[6] << 8) | packet[7]; left > 0 && at > 0 && address == null; left--)
        {
            at = ReadRecord(packet, at, length, ref address);
        }

        return address == null ? NameAnswer.NoSuchName : NameAnswer.Found;
    }

    /// <summary>Whether a host is an address already: four numbers.</summary>
    public static bool IsAddress(string host)
    {
        int parts = 0;
        int number = -1;
        for (int i = 0; i <= host.Length; i++)
        {
            if (i == host.Length || host[i] == '.')
            {
                if (number < 0 || number > 255)
                {
                    return false;
                }

                parts++;
                number = -1;
            }
            else if (host[i] < '0' || host[i] > '9' || number > 255)
            {
                return false;
            }
            else
            {
                number = ((number < 0 ? 0 : number) * 10) + host[i] - '0';
            }
        }

        return parts == 4;
    }

    // Where the next record begins; −1 when this one is not whole.
    private static int ReadRecord(byte[] packet, int at, int length, ref string address)
    {
        int fixedAt = BehindName(packet, at, length);
        if (fixedAt < 0 || fixedAt + 10 > length)
        {
            return -1;
        }

        int type = (packet[fixedAt] << 8) | packet[fixedAt + 1];
        int kind = ((packet[fixedAt + 2] << 8) | packet[fixedAt + 3]) & ClassMask;
        int bytes = (packet[fixedAt + 8] << 8) | packet[fixedAt + 9];
        int data = fixedAt + 10;
        if (data + bytes > length)
        {
            return -1;
        }

        if (type == TypeA && kind == ClassInternet && bytes == 4)
        {
            address = packet[data].ToString() + "." + packet[data + 1].ToString() + "." + packet[data + 2].ToString() + "."
                + packet[data + 3].ToString();
        }

        return data + bytes;
    }

    // A name may end in a pointer, which nobody has to follow to pass it over.
    private static int BehindName(byte[] packet, int at, int length)
    {
        while (at < length && packet[at] != 0)
        {
            if (packet[at] >= 0xC0)
            {
                return at + 2 <= length ? at + 2 : -1;
            }

            if (packet[at] > MostLabel)
            {
                return -1;
            }

            at += 1 + packet[at];
        }

        return at < length ? at + 1 : -1;
    }
}
