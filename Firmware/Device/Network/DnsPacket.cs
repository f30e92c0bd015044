using System;

namespace NanoFirmware.Network;

/// <summary>
/// Answers DNS questions (RFC 1035): every name is the hotspot, so that whatever a phone looks for leads to the page.
/// </summary>
internal sealed class DnsPacket
{
    /// <summary>Greatest question or answer over UDP.</summary>
    public const int MaxBytes = 512;

    // Phones forget the answer soon after they have left.
    private const int TtlSeconds = 10;

    private const int HeaderBytes = 12;
    private const int AnswerBytes = 16;
    private const int MaxLabel = 63;

    private const int NoError = 0;
    private const int FormatError = 1;
    private const int NotImplemented = 4;

    private const int TypeA = 1;
    private const int TypeAny = 255;
    private const int ClassInternet = 1;

    private readonly byte[] _address;

    /// <param name="address">The hotspot's address, 4 bytes.</param>
    public DnsPacket(byte[] address) => _address = address;

    /// <summary>Answers one datagram; the number of bytes in <paramref name="reply"/>, 0 for silence.</summary>
    /// <param name="query">What came in; <paramref name="length"/> bytes count.</param>
    /// <param name="length">How many.</param>
    /// <param name="reply">At least <see cref="MaxBytes"/> long.</param>
    public int Answer(byte[] query, int length, byte[] reply)
    {
        // Without a header there is nobody to answer; an answer must never be answered.
        if (length < HeaderBytes || length > MaxBytes || (query[2] & 0x80) != 0)
        {
            return 0;
        }

        if ((query[2] & 0x78) != 0)
        {
            return WriteHeader(query, reply, NotImplemented, 0, 0);
        }

        int end = EndOfName(query, length);
        bool one = query[4] == 0 && query[5] == 1;
        if (!one || end < 0 || end + 4 > length || end + 4 + AnswerBytes > MaxBytes)
        {
            return WriteHeader(query, reply, FormatError, 0, 0);
        }

        int type = (query[end] << 8) | query[end + 1];
        bool known = (type == TypeA || type == TypeAny) && ((query[end + 2] << 8) | query[end + 3]) == ClassInternet;
        end += 4;
        Array.Copy(query, HeaderBytes, reply, HeaderBytes, end - HeaderBytes);
        WriteHeader(query, reply, NoError, 1, known ? 1 : 0);
        return known ? WriteAddress(reply, end) : end;
    }

    // Where the name of the first question ends, behind its empty label; −1 when it is none. Questions are never compressed.
    private static int EndOfName(byte[] query, int length)
    {
        int at = HeaderBytes;
        while (at < length && query[at] != 0)
        {
            if (query[at] > MaxLabel)
            {
                return -1;
            }

            at += 1 + query[at];
        }

        return at < length ? at + 1 : -1;
    }

    private static int WriteHeader(byte[] query, byte[] reply, int code, int questions, int answers)
    {
        Array.Clear(reply, 0, HeaderBytes);
        reply[0] = query[0];
        reply[1] = query[1];

        // An answer with authority; recursion as it was wished, and no more of it on offer.
        reply[2] = (byte)(0x84 | (query[2] & 0x79));
        reply[3] = (byte)code;
        reply[5] = (byte)questions;
        reply[7] = (byte)answers;
        return HeaderBytes;
    }

    private int WriteAddress(byte[] reply, int at)
    {
        // The name is the question's: a pointer to byte 12.
        reply[at] = 0xC0;
        reply[at + 1] = HeaderBytes;
        reply[at + 2] = 0;
        reply[at + 3] = TypeA;
        reply[at + 4] = 0;
        reply[at + 5] = ClassInternet;
        reply[at + 6] = 0;
        reply[at + 7] = 0;
        reply[at + 8] = 0;
        reply[at + 9] = TtlSeconds;
        reply[at + 10] = 0;
        reply[at + 11] = 4;
        Array.Copy(_address, 0, reply, at + 12, 4);
        return at + AnswerBytes;
    }
}
