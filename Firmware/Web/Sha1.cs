using System;

namespace NanoFirmware.Web;

/// <summary>
/// SHA-1 (RFC 3174), which a WebSocket's handshake is made of and the device's libraries lack. It guards nothing.
/// </summary>
internal static class Sha1
{
    private const int BlockBytes = 64;
    private const int HashBytes = 20;
    private const int Rounds = 80;

    /// <summary>The hash: 20 bytes.</summary>
    public static byte[] Of(byte[] message)
    {
        // One bit, zeros, and the length in bits as eight bytes fill the last block.
        var padded = new byte[(message.Length + 9 + BlockBytes - 1) / BlockBytes * BlockBytes];
        Array.Copy(message, 0, padded, 0, message.Length);
        padded[message.Length] = 0x80;
        Put(padded, padded.Length - 4, (uint)message.Length << 3);

        uint[] state = { 0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476, 0xC3D2E1F0 };
        var words = new uint[Rounds];
        for (int at = 0; at < padded.Length; at += BlockBytes)
        {
            Spread(padded, at, words);
            Compress(state, words);
        }

        var hash = new byte[HashBytes];
        for (int i = 0; i < state.Length; i++)
        {
            Put(hash, i * 4, state[i]);
        }

        return hash;
    }

    // Section 6.1, a and b.
    private static void Spread(byte[] block, int at, uint[] words)
    {
        for (int i = 0; i < 16; i++, at += 4)
        {
            words[i] = ((uint)block[at] << 24) | ((uint)block[at + 1] << 16) | ((uint)block[at + 2] << 8) | block[at + 3];
        }

        for (int i = 16; i < Rounds; i++)
        {
            uint mixed = words[i - 3] ^ words[i - 8] ^ words[i - 14] ^ words[i - 16];
            words[i] = (mixed << 1) | (mixed >> 31);
        }
    }

    // Section 6.1, c to e.
    private static void Compress(uint[] state, uint[] words)
    {
        uint a = state[0];
        uint b = state[1];
        uint c = state[2];
        uint d = state[3];
        uint e = state[4];
        for (int i = 0; i < Rounds; i++)
        {
            uint next = ((a << 5) | (a >> 27)) + Mixed(i, b, c, d) + e + words[i];
            e = d;
            d = c;
            c = (b << 30) | (b >> 2);
            b = a;
            a = next;
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
    }

    // Section 5: the function of a round and its constant.
    private static uint Mixed(int round, uint b, uint c, uint d)
    {
        if (round < 20)
        {
            return ((b & c) | (~b & d)) + 0x5A827999;
        }

        if (round < 40)
        {
            return (b ^ c ^ d) + 0x6ED9EBA1;
        }

        return round < 60 ? ((b & c) | (b & d) | (c & d)) + 0x8F1BBCDC : (b ^ c ^ d) + 0xCA62C1D6;
    }

    private static void Put(byte[] bytes, int at, uint value)
    {
        bytes[at] = (byte)(value >> 24);
        bytes[at + 1] = (byte)(value >> 16);
        bytes[at + 2] = (byte)(value >> 8);
        bytes[at + 3] = (byte)value;
    }
}
