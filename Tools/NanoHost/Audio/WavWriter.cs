using System.Buffers.Binary;
using System.Text;

namespace NanoHost.Audio;

/// <summary>Writes 16-bit PCM WAV files.</summary>
public static class WavWriter
{
    private const int HeaderBytes = 44;

    /// <summary>Writes interleaved samples, −1…+1 and clipped there, to a file.</summary>
    public static void Write(string path, int sampleRateHz, ReadOnlySpan<float> samples, int channels = 1) =>
        File.WriteAllBytes(path, Encode(sampleRateHz, samples, channels));

    /// <summary>The bytes of such a file.</summary>
    public static byte[] Encode(int sampleRateHz, ReadOnlySpan<float> samples, int channels = 1)
    {
        int dataBytes = checked(2 * samples.Length);
        var file = new byte[HeaderBytes + dataBytes];
        Encoding.ASCII.GetBytes("RIFF____WAVEfmt ").CopyTo(file, 0);
        Encoding.ASCII.GetBytes("data").CopyTo(file, 36);
        Write32(file, 4, HeaderBytes - 8 + dataBytes);
        Write32(file, 16, 16);
        Write16(file, 20, 1);
        Write16(file, 22, (short)channels);
        Write32(file, 24, sampleRateHz);
        Write32(file, 28, 2 * channels * sampleRateHz);
        Write16(file, 32, (short)(2 * channels));
        Write16(file, 34, 16);
        Write32(file, 40, dataBytes);
        for (int i = 0; i < samples.Length; i++)
        {
            Write16(file, HeaderBytes + 2 * i, ToPcm16(samples[i]));
        }

        return file;
    }

    /// <summary>A sample of −1…+1 as a 16-bit number, rounded and clipped.</summary>
    public static short ToPcm16(float sample) => (short)Math.Clamp(MathF.Round(sample * 32768), short.MinValue, short.MaxValue);

    private static void Write16(byte[] file, int at, short value) =>
        BinaryPrimitives.WriteInt16LittleEndian(file.AsSpan(at), value);

    private static void Write32(byte[] file, int at, int value) =>
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at), value);
}
