namespace NanoHost.I2s;

/// <summary>
/// The microphone and its wire: turns what it hears into the words of both slots, with the faults that are set.
/// </summary>
internal sealed class MicrophoneLine
{
    // An INMP441 wants a bit clock of 0.5-3.2 MHz, 64 bits a frame; outside it sleeps.
    private const int LowestClockHz = 500_000;
    private const int HighestClockHz = 3_200_000;
    private const int BitsPerFrame = 64;
    private const int Bits = 24;

    // Amplitude of an open input, of 2^31: a few dozen steps of 16 bits.
    private const int OpenInputShift = 10;

    private readonly I2sPeripheral _settings;
    private readonly float[] _mono;
    private uint _noise = 0x9E3779B9;

    public MicrophoneLine(I2sPeripheral settings, int frames)
    {
        _settings = settings;
        _mono = new float[frames];
    }

    /// <param name="firstFrame">Number of the first frame.</param>
    /// <param name="rateHz">Frames a second on the wire.</param>
    /// <param name="unplugged">Frames at the beginning of the block without a microphone.</param>
    /// <param name="words">Receives left and right of each frame, in the upper bits.</param>
    public void Fill(long firstFrame, int rateHz, int unplugged, Span<int> words)
    {
        _settings.Source.Read(firstFrame, rateHz, _mono);
        bool awake = rateHz * (long)BitsPerFrame is >= LowestClockHz and <= HighestClockHz;
        int speaking = _settings.Slot == I2sSlot.Left ? 0 : 1;
        for (int frame = 0; frame < _mono.Length; frame++)
        {
            I2sLineFault fault = frame < unplugged ? I2sLineFault.Absent : _settings.LineFault;
            int both = fault switch
            {
                I2sLineFault.Stuck => -1,
                I2sLineFault.Absent => OpenInput(),
                _ => 0
            };
            words[frame * 2] = both;
            words[frame * 2 + 1] = both;
            if (fault == I2sLineFault.None && awake)
            {
                words[frame * 2 + speaking] = Word(_mono[frame] + _settings.DcOffset);
            }
        }
    }

    /// <summary>Rounds to the bits of a sample, saturates, and puts it into the upper bits.</summary>
    private static int Word(float value)
    {
        double full = 1 << (Bits - 1);
        return (int)Math.Clamp(Math.Round(value * full), -full, full - 1) << (32 - Bits);
    }

    private int OpenInput()
    {
        _noise ^= _noise << 13;
        _noise ^= _noise >> 17;
        _noise ^= _noise << 5;
        return (int)_noise >> OpenInputShift;
    }
}
