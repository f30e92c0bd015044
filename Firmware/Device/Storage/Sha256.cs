namespace NanoFirmware.Storage;

/// <summary>
/// SHA-256 (FIPS 180-4), which the device's libraries lack. About 5 ms of the chip for a short text (modelled).
/// </summary>
internal static class Sha256
{
    public const int HashBytes = 32;

    private const int BlockBytes = 64;

    /// <summary>The hash of the first <paramref name="length"/> bytes.</summary>
    public static byte[] Of(byte[] message, int length)
    {
        // One bit, zeros, and the length in bits as eight bytes fill the last block.
        var padded = new byte[(length + 9 + BlockBytes - 1) / BlockBytes * BlockBytes];
        System.Array.Copy(message, 0, padded, 0, length);
        padded[length] = 0x80;
        Put(padded, padded.Length - 4, (uint)length << 3);

        uint[] state =
        {
            0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
        };
        uint[] constants = Constants();
        var schedule = new uint[64];
        for (int at = 0; at < padded.Length; at += BlockBytes)
        {
            Schedule(padded, at, schedule);
            Compress(state, schedule, constants);
        }

        var hash = new byte[HashBytes];
        for (int i = 0; i < state.Length; i++)
        {
            Put(hash, i * 4, state[i]);
        }

        return hash;
    }

    // Section 6.2.2, step 1.
    private static void Schedule(byte[] block, int at, uint[] w)
    {
        for (int i = 0; i < 16; i++, at += 4)
        {
            w[i] = ((uint)block[at] << 24) | ((uint)block[at + 1] << 16) | ((uint)block[at + 2] << 8) | block[at + 3];
        }

        for (int i = 16; i < 64; i++)
        {
            uint low = w[i - 15];
            uint high = w[i - 2];
            low = ((low >> 7) | (low << 25)) ^ ((low >> 18) | (low << 14)) ^ (low >> 3);
            high = ((high >> 17) | (high << 15)) ^ ((high >> 19) | (high << 13)) ^ (high >> 10);
            w[i] = high + w[i - 7] + low + w[i - 16];
        }
    }

    // Steps 2 to 4.
    private static void Compress(uint[] state, uint[] w, uint[] k)
    {
        uint a = state[0];
        uint b = state[1];
        uint c = state[2];
        uint d = state[3];
        uint e = state[4];
        uint f = state[5];
        uint g = state[6];
        uint h = state[7];
        for (int i = 0; i < 64; i++)
        {
            uint sum = ((e >> 6) | (e << 26)) ^ ((e >> 11) | (e << 21)) ^ ((e >> 25) | (e << 7));
            uint first = h + sum + ((e & f) ^ (~e & g)) + k[i] + w[i];
            sum = ((a >> 2) | (a << 30)) ^ ((a >> 13) | (a << 19)) ^ ((a >> 22) | (a << 10));
            uint second = sum + ((a & b) ^ (a & c) ^ (b & c));
            h = g;
            g = f;
            f = e;
            e = d + first;
            d = c;
            c = b;
            b = a;
            a = first + second;
        }

        state[0] += a;
        state[1] += b;
        state[2] += c;
        state[3] += d;
        state[4] += e;
        state[5] += f;
        state[6] += g;
        state[7] += h;
    }

    private static void Put(byte[] bytes, int at, uint value)
    {
        bytes[at] = (byte)(value >> 24);
        bytes[at + 1] = (byte)(value >> 16);
        bytes[at + 2] = (byte)(value >> 8);
        bytes[at + 3] = (byte)value;
    }

    // Section 4.2.2. Made when needed: as a static table they would stay on the heap for good.
    private static uint[] Constants() => new uint[]
    {
        0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
        0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
        0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
        0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
        0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
        0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
        0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
        0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
    };
}
