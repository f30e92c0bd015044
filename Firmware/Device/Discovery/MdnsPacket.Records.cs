using System;

namespace NanoFirmware.Discovery;

/// <content>The answer's bytes: head and records.</content>
internal sealed partial class MdnsPacket
{
    // What is unique to us replaces what others kept of it.
    private const int Flush = 0x80;

    private const int RecordBytes = 10;
    private const int AddressTtlS = 120;
    private const int OtherTtlS = 4500;

    // For resolvers that are no part of the group: they would keep it too long.
    private const int PlainTtlS = 10;

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
}
