namespace NanoHost.Audio;

/// <summary>How the samples of a WAV file are stored.</summary>
/// <param name="SampleRateHz">Frames per second, 1 000…768 000.</param>
/// <param name="Channels">Samples in a frame, at least 1.</param>
/// <param name="BytesPerSample">1…4 for PCM (one byte is unsigned), 4 or 8 for IEEE float.</param>
/// <param name="IsFloat">IEEE float rather than PCM.</param>
public sealed record WavFormat(int SampleRateHz, int Channels, int BytesPerSample, bool IsFloat)
{
    private const int Pcm = 1;
    private const int IeeeFloat = 3;
    private const int Extensible = 0xFFFE;
    private const int LeastRateHz = 1_000;
    private const int MostRateHz = 768_000;

    public int BytesPerFrame => Channels * BytesPerSample;

    /// <summary>Reads a "fmt " chunk.</summary>
    /// <exception cref="AudioSourceException">What it describes cannot be played.</exception>
    internal static WavFormat Parse(string name, ReadOnlySpan<byte> chunk)
    {
        if (chunk.Length < 16)
        {
            throw new AudioSourceException(
                $"{name} is damaged: its format chunk has {chunk.Length} bytes instead of 16 or more.");
        }

        int tag = BitConverter.ToUInt16(chunk);
        if (tag == Extensible && chunk.Length >= 26)
        {
            // The first two bytes of the sub-format's GUID are the tag it stands for.
            tag = BitConverter.ToUInt16(chunk[24..]);
        }

        int channels = BitConverter.ToUInt16(chunk[2..]);
        uint rateHz = BitConverter.ToUInt32(chunk[4..]);
        int bytesPerFrame = BitConverter.ToUInt16(chunk[12..]);
        if (tag != Pcm && tag != IeeeFloat)
        {
            throw new AudioSourceException(
                $"{name} is compressed ({NameOf(tag)}): convert it to PCM, for example with 'ffmpeg -i {name} out.wav'.");
        }

        if (rateHz is < LeastRateHz or > MostRateHz)
        {
            throw new AudioSourceException(
                $"{name} claims a sample rate of {rateHz} Hz, and only {LeastRateHz} to {MostRateHz} Hz can be played.");
        }

        if (channels == 0 || bytesPerFrame == 0 || bytesPerFrame % channels != 0)
        {
            throw new AudioSourceException(
                $"{name} is damaged: {channels} channels do not fit into frames of {bytesPerFrame} bytes.");
        }

        int bytesPerSample = bytesPerFrame / channels;
        bool isFloat = tag == IeeeFloat;
        if (isFloat ? bytesPerSample is not (4 or 8) : bytesPerSample > 4)
        {
            throw new AudioSourceException(
                $"{name} holds {8 * bytesPerSample}-bit {(isFloat ? "float" : "PCM")} samples: use PCM of 8 to 32 bits or float "
                    + "of 32 or 64.");
        }

        return new WavFormat((int)rateHz, channels, bytesPerSample, isFloat);
    }

    /// <summary>The mean of one frame's channels, −1…+1; what is not a number counts as 0.</summary>
    internal float Downmix(ReadOnlySpan<byte> frame)
    {
        double sum = 0;
        for (int channel = 0; channel < Channels; channel++)
        {
            sum += Sample(frame.Slice(channel * BytesPerSample, BytesPerSample));
        }

        return double.IsFinite(sum) ? (float)(sum / Channels) : 0;
    }

    private double Sample(ReadOnlySpan<byte> bytes) => (IsFloat, BytesPerSample) switch
    {
        (true, 4) => BitConverter.ToSingle(bytes),
        (true, _) => BitConverter.ToDouble(bytes),
        (false, 1) => (bytes[0] - 128) / 128.0,
        (false, 2) => BitConverter.ToInt16(bytes) / 32768.0,
        (false, 3) => ((bytes[0] << 8 | bytes[1] << 16 | bytes[2] << 24) >> 8) / 8388608.0,
        _ => BitConverter.ToInt32(bytes) / 2147483648.0,
    };

    private static string NameOf(int tag) => tag switch
    {
        2 => "Microsoft ADPCM",
        6 => "A-law",
        7 => "mu-law",
        0x11 => "IMA ADPCM",
        0x31 => "GSM 6.10",
        0x50 => "MPEG",
        0x55 => "MP3",
        0xFF or 0x1600 or 0x1601 => "AAC",
        _ => $"format 0x{tag:X4}",
    };
}
