using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>
/// Speech-like noise: several talkers at once, each a glottal buzz or a hiss through three formants that change with every
/// syllable. It has the spectrum and the slow swell of talk, and no beat.
/// </summary>
internal sealed class SpeechSource : IAudioSource
{
    private readonly Talker[] _talkers;
    private readonly double _gain;

    /// <summary>Several talkers, together at about <paramref name="levelDb"/> dBFS RMS.</summary>
    internal SpeechSource(double levelDb, int talkers, long seed)
    {
        _talkers = Enumerable.Range(0, talkers).Select(i => new Talker(seed * 1000 + i)).ToArray();
        _gain = FullScale.Rms(levelDb) / (Talker.Rms * Math.Sqrt(talkers));
    }

    public void Read(long firstFrame, int sampleRateHz, Span<float> mono)
    {
        for (int i = 0; i < mono.Length; i++)
        {
            mono[i] = (float)(_gain * _talkers.Sum(talker => talker.Next(sampleRateHz)));
        }
    }

    private sealed class Talker(long seed)
    {
        // RMS of one talker as it comes out of the formants, measured over ten minutes.
        internal const double Rms = 0.97;

        private static readonly double[] BandwidthHz = { 80, 110, 160 };

        private readonly SeededRandom _random = new(seed);
        private readonly double[] _hz = { 500, 1500, 2500 };
        private readonly double[] _last = new double[3];
        private readonly double[] _beforeLast = new double[3];
        private double _pitchHz = 120;
        private double _phase;
        private double _left;
        private double _length = 1;
        private double _loudness;
        private bool _isHiss;

        internal double Next(int rateHz)
        {
            _left -= 1.0 / rateHz;
            if (_left <= 0)
            {
                StartSyllable();
            }

            // A syllable swells and fades like half a sine.
            double swell = _loudness * Math.Sin(Math.PI * Math.Clamp(1 - _left / _length, 0, 1));
            _phase += _pitchHz / rateHz;
            double buzz = _phase >= 1 ? 1 : 0;
            _phase %= 1;
            double source = swell * (_isHiss ? 0.12 * _random.NextNormal() : buzz);
            double sum = 0;
            for (int formant = 0; formant < _hz.Length; formant++)
            {
                sum += Resonate(formant, source, rateHz);
            }

            return sum;
        }

        private void StartSyllable()
        {
            _length = _left = 0.10 + 0.25 * _random.NextUnit();
            _loudness = _random.NextUnit() < 0.15 ? 0 : 0.3 + 0.7 * _random.NextUnit();
            _isHiss = _random.NextUnit() < 0.25;
            _pitchHz = 90 + 130 * _random.NextUnit();
            _hz[0] = 300 + 500 * _random.NextUnit();
            _hz[1] = 900 + 1300 * _random.NextUnit();
            _hz[2] = _isHiss ? 4000 + 2500 * _random.NextUnit() : 2300 + 700 * _random.NextUnit();
        }

        private double Resonate(int formant, double source, int rateHz)
        {
            double radius = Math.Exp(-Math.PI * BandwidthHz[formant] / rateHz);
            double turn = 2 * radius * Math.Cos(2 * Math.PI * _hz[formant] / rateHz);
            double value = source + turn * _last[formant] - radius * radius * _beforeLast[formant];
            (_beforeLast[formant], _last[formant]) = (_last[formant], value);
            return value;
        }
    }
}
