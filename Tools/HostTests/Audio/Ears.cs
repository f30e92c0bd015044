using NanoFirmware.Audio;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Audio;

/// <summary>The firmware's ears, fed hop by hop.</summary>
internal sealed class Ears
{
    internal const int SampleRateHz = 15360;
    internal const int HopFrames = 256;

    private readonly byte[] _hop = new byte[HopFrames * SlotFinder.BytesPerFrame];
    private readonly float[] _signal = new float[HopFrames];
    private long _frame;

    internal Ears() => Beats = new BeatTracker(Spectrum);

    internal SpectrumAnalyzer Spectrum { get; } = new();

    internal BeatTracker Beats { get; }

    internal AudioSnapshot Heard { get; } = new();

    /// <summary>Centre of a band in Hz: a quarter or three quarters of an octave below 7680 Hz halved so many times.</summary>
    internal static double CentreHz(int band) => 7680 * Math.Pow(2, ((band - 15) / 2.0) - 0.25);

    internal void Hear(IAudioSource source, double seconds, Action<AudioSnapshot>? each = null)
    {
        for (int hop = 0; hop < seconds * 60; hop++)
        {
            source.Read(_frame, SampleRateHz, _signal);
            _frame += HopFrames;
            Hear(_signal.Select(value => (int)Math.Round(32767 * Math.Clamp(value, -1f, 1f))).ToArray());
            each?.Invoke(Heard);
        }
    }

    /// <summary>A source that begins now, whatever the ears have heard before.</summary>
    internal sealed class Shifted(IAudioSource source, Ears ears) : IAudioSource
    {
        private readonly long _start = ears._frame;

        public void Read(long firstFrame, int sampleRateHz, Span<float> mono) =>
            source.Read(firstFrame - _start, sampleRateHz, mono);
    }

    internal void Hear(int[] samples, bool swapped = false, int slotOffset = 0)
    {
        for (int i = 0; i < HopFrames; i++)
        {
            int at = (SlotFinder.BytesPerFrame * i) + slotOffset;
            _hop[at + (swapped ? 1 : 2)] = (byte)samples[i];
            _hop[at + (swapped ? 0 : 3)] = (byte)(samples[i] >> 8);
        }

        Spectrum.Analyze(_hop, slotOffset, swapped, Heard);
        Beats.Track(Heard);
    }

    /// <summary>Mean power of each band in dB of full scale over the second half of a second of a sine.</summary>
    internal static double[] BandsOf(double hz, double levelDb, int offset = 0)
    {
        var ears = new Ears();
        var sums = new double[AudioSnapshot.BandCount];
        double amplitude = 32767 * Math.Pow(10, levelDb / 20);
        double phase = 0;
        for (int hop = 0; hop < 120; hop++)
        {
            var samples = new int[HopFrames];
            for (int i = 0; i < HopFrames; i++)
            {
                samples[i] = (int)Math.Round((amplitude * Math.Sin(phase)) + offset);
                phase += 2 * Math.PI * hz / SampleRateHz;
            }

            ears.Hear(samples);
            for (int band = 0; hop >= 60 && band < sums.Length; band++)
            {
                sums[band] += BandPower(ears.Spectrum.Bank, band) / 60;
            }
        }

        return sums.Select(sum => 10 * Math.Log10((sum / 536870912) + 1e-12)).ToArray();
    }

    // Mean square of one of 16 bands in counts², 0 being the lowest: the halves of an octave as the display tells them apart.
    private static float BandPower(FilterBank bank, int band)
    {
        int octave = FilterBank.Octaves - 1 - (band >> 1);
        bool isUpper = (band & 1) != 0;
        float energy = bank.Energy[octave];
        float lag = bank.Lag[octave];
        float part = isUpper ? lag - (FilterBank.CosLower * energy) : (FilterBank.CosUpper * energy) - lag;
        return Math.Max(0f, part * FilterBank.Share);
    }
}
