using System.Buffers.Binary;
using System.Device.I2s;

namespace NanoHost.I2s;

/// <summary>
/// How the driver makes the bytes of a read from DMA memory. It takes 8 bytes of DMA for every sample it delivers, which is a
/// frame in stereo and two samples in mono: so mono drops every second sample. The number of bytes to take is a whole multiple of
/// the bytes asked for, which does not come out with 24 bit: a quarter of the span stays as it was.
/// What the hardware reverses is the whole word in DMA memory; a narrower sample is then its low half.
/// </summary>
internal sealed class I2sFormat
{
    private const int UnitBytes = 8;

    private readonly int _sampleBytes;
    private readonly bool _swapped;

    public I2sFormat(I2sConnectionSettings settings, bool swapBytes)
    {
        _sampleBytes = (int)settings.BitsPerSample / 8;
        _swapped = swapBytes;
        IsStereo = settings.ChannelFormat == I2sChannelFormat.RightLeft;
        TakesRight = settings.ChannelFormat is I2sChannelFormat.OnlyRight or I2sChannelFormat.AllRight;
        OutputBytes = _sampleBytes * (IsStereo ? 2 : 1);
    }

    public bool IsStereo { get; }

    /// <summary>In mono, the slot that the DMA takes.</summary>
    public bool TakesRight { get; }

    /// <summary>DMA bytes of a frame.</summary>
    public int FrameBytes => IsStereo ? UnitBytes : UnitBytes / 2;

    /// <summary>DMA frames that become one delivered sample (a pair in stereo).</summary>
    public int UnitFrames => UnitBytes / FrameBytes;

    /// <summary>Bytes of one delivered sample, a pair in stereo.</summary>
    public int OutputBytes { get; }

    /// <summary>Samples (pairs in stereo) that a read of so many bytes takes.</summary>
    public int Units(int bytes) => bytes * (UnitBytes / OutputBytes) / UnitBytes;

    /// <summary>Writes one unit.</summary>
    /// <param name="frames">Left and right words of its frames, samples in the upper bits.</param>
    /// <param name="output">Receives <see cref="OutputBytes"/>.</param>
    public void Write(ReadOnlySpan<int> frames, Span<byte> output)
    {
        if (IsStereo)
        {
            WriteSample(frames[0], output);
            WriteSample(frames[1], output[_sampleBytes..]);
        }
        else
        {
            WriteSample(frames[TakesRight ? 3 : 2], output);
        }
    }

    private void WriteSample(int word, Span<byte> output)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, word);
        if (_swapped)
        {
            bytes.Reverse();
        }

        bytes[^_sampleBytes..].CopyTo(output);
    }
}
