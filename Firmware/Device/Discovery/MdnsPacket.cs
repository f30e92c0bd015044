using System;

namespace NanoFirmware.Discovery;

/// <summary>
/// Answers questions for the device's name and services (RFC 6762): a pure function of bytes. What is malformed is not answered;
/// whatever a packet says, it costs no more than <see cref="MostQuestions"/> names compared with ours.
/// </summary>
internal sealed class MdnsPacket
{
    /// <summary>Greatest answer: all records of the longest name, and the questions of one who asks without the group.</summary>
    public const int AnswerBytes = 1024;

    private const int HeaderBytes = 12;
    private const int MostQuestions = 16;
    private const int MostQuestionBytes = 300;

    // Names of one packet may point at each other: so often and no more.
    private const int MostJumps = 8;
    private const int MostLabelBytes = 63;

    private const int TypeAny = 255;
    private const int ClassInternet = 1;
    private const int ClassAny = 255;

    // What is unique to us replaces what others kept of it.
    private const int Flush = 0x80;

    private const int AnswersAt = 7;
    private const int OthersAt = 11;
    private const int AllRecords = (1 << MdnsRecords.Count) - 1;

    private const int RecordBytes = 10;
    private const int AddressTtlS = 120;
    private const int OtherTtlS = 4500;

    // For resolvers that are no part of the group: they would keep it too long.
    private const int PlainTtlS = 10;

    private readonly MdnsRecords _records;
    private int _questions;
    private int _endOfQuestions;

    public MdnsPacket(MdnsRecords records) => _records = records;

    /// <summary>Answers one datagram; the number of bytes in <paramref name="reply"/>, 0 for silence.</summary>
    /// <param name="query">What came in; <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="isPlain">It was asked by a plain resolver, from another port than the group's.</param>
    /// <param name="address">The device's address in the asker's network.</param>
    /// <param name="reply"><see cref="AnswerBytes"/> long.</param>
    public int Answer(byte[] query, int length, bool isPlain, byte[] address, byte[] reply)
    {
        int asked = Asked(query, length);
        if (asked == 0 || (isPlain && _endOfQuestions > MostQuestionBytes))
        {
            return 0;
        }

        int implied = ImpliedBy(asked) & ~asked;
        int at = WriteHeader(query, isPlain, reply);
        at = WriteRecords(reply, at, asked, isPlain, address);
        at = WriteRecords(reply, at, implied, isPlain, address);
        reply[AnswersAt] = (byte)CountOf(asked);
        reply[OthersAt] = (byte)CountOf(implied);
        return at;
    }

    /// <summary>Tells everything unasked; the number of bytes in <paramref name="reply"/>.</summary>
    /// <param name="address">The device's address in the network that is told.</param>
    /// <param name="reply"><see cref="AnswerBytes"/> long.</param>
    public int Announce(byte[] address, byte[] reply)
    {
        int at = WriteRecords(reply, WriteHeader(null, false, reply), AllRecords, false, address);
        reply[AnswersAt] = MdnsRecords.Count;
        return at;
    }

    private int WriteRecords(byte[] reply, int at, int records, bool isPlain, byte[] address)
    {
        for (int record = 0; record < MdnsRecords.Count; record++)
        {
            if ((records & (1 << record)) != 0)
            {
                at = WriteRecord(reply, at, record, isPlain, address);
            }
        }

        return at;
    }

    private static int CountOf(int records)
    {
        int count = 0;
        for (; records != 0; records &= records - 1)
        {
            count++;
        }

        return count;
    }

    // A bit for each record that is asked for; 0 for none, for an answer, for another operation and for what is malformed.
    private int Asked(byte[] query, int length)
    {
        if (length < HeaderBytes || length > query.Length || (query[2] & 0xF8) != 0)
        {
            return 0;
        }

        int questions = (query[4] << 8) | query[5];
        questions = questions > MostQuestions ? MostQuestions : questions;
        int asked = 0;
        int at = HeaderBytes;
        for (int i = 0; i < questions; i++)
        {
            int end = EndOfName(query, length, at);
            if (end < 0 || end + 4 > length)
            {
                return 0;
            }

            int kind = ((query[end + 2] & 0x7F) << 8) | query[end + 3];
            if (kind == ClassInternet || kind == ClassAny)
            {
                asked |= Matching(query, length, at, (query[end] << 8) | query[end + 1]);
            }

            at = end + 4;
        }

        _questions = questions;
        _endOfQuestions = at;
        return asked;
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

    // Behind its empty label, or behind the pointer that ends it; −1 when it is none.
    private static int EndOfName(byte[] query, int length, int at)
    {
        while (at < length)
        {
            int label = query[at];
            if (label == 0)
            {
                return at + 1;
            }

            if ((label & 0xC0) == 0xC0)
            {
                return at + 2;
            }

            if (label > MostLabelBytes)
            {
                return -1;
            }

            at += 1 + label;
        }

        return -1;
    }

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

    // A plain resolver wants its number and its questions back.
    private int WriteHeader(byte[] query, bool isPlain, byte[] reply)
    {
        Array.Clear(reply, 0, HeaderBytes);
        reply[2] = 0x84;
        if (!isPlain)
        {
            return HeaderBytes;
        }

        Array.Copy(query, HeaderBytes, reply, HeaderBytes, _endOfQuestions - HeaderBytes);
        reply[0] = query[0];
        reply[1] = query[1];
        reply[5] = (byte)_questions;
        return _endOfQuestions;
    }

    private int WriteRecord(byte[] reply, int at, int record, bool isPlain, byte[] address)
    {
        byte[] owner = _records.OwnerOf(record);
        byte[] data = _records.DataOf(record) ?? address;
        int type = _records.TypeOf(record);
        bool isUnique = type != MdnsRecords.TypePointer;
        int ttlS = type == MdnsRecords.TypeA || type == MdnsRecords.TypeService ? AddressTtlS : OtherTtlS;
        ttlS = isPlain ? PlainTtlS : ttlS;
        Array.Copy(owner, 0, reply, at, owner.Length);
        at += owner.Length;
        Array.Clear(reply, at, RecordBytes);
        reply[at + 1] = (byte)type;
        reply[at + 2] = (byte)(isUnique && !isPlain ? Flush : 0);
        reply[at + 3] = ClassInternet;
        reply[at + 6] = (byte)(ttlS >> 8);
        reply[at + 7] = (byte)ttlS;
        reply[at + 9] = (byte)data.Length;
        Array.Copy(data, 0, reply, at + RecordBytes, data.Length);
        return at + RecordBytes + data.Length;
    }
}
