using System.Numerics;

namespace NanoHost.Audio;

/// <summary>
/// Changes the sample rate of an endless mono stream: a windowed-sinc low-pass, flat to 0.9 of the lower Nyquist frequency and
/// more than 80 dB down from that frequency on. Output frame 0 falls on input frame 0: the filter's delay is taken out.
/// </summary>
public sealed class Resampler
{
    /// <summary>Fills the span with the stream's next frames.</summary>
    public delegate void Input(Span<float> mono);

    // Kaiser's formulas for 90 dB and a transition from 0.9 to 1.0 of Nyquist.
    private const double StopDb = 90;
    private const double KaiserBeta = 0.1102 * (StopDb - 8.7);
    private const double Cutoff = 0.95;
    private const double Transition = 0.1;

    // Filters between two phases are interpolated: with 512 phases the error stays below −105 dB.
    private const int Phases = 512;
    private const int BlockFrames = 2048;

    private readonly int _inputHz;
    private readonly int _outputHz;
    private readonly Input _input;
    private readonly int _taps;
    private readonly float[][] _filters = Array.Empty<float[]>();
    private readonly float[] _window = Array.Empty<float>();
    private int _start;
    private int _end;
    private int _remainder;

    /// <summary>Makes a converter that draws from <paramref name="input"/> as it needs.</summary>
    public Resampler(int inputHz, int outputHz, Input input)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(inputHz);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(outputHz);
        _inputHz = inputHz;
        _outputHz = outputHz;
        _input = input;
        if (inputHz == outputHz)
        {
            return;
        }

        // Relative to the input's Nyquist frequency; a multiple of 8 taps keeps the vector loop whole.
        double bandwidth = Math.Min(1, (double)outputHz / inputHz);
        int taps = (int)Math.Ceiling((StopDb - 7.95) / (2.285 * Transition * Math.PI * bandwidth));
        _taps = (taps + 15) / 16 * 16;
        _filters = DesignFilters(_taps, Cutoff * bandwidth);
        _window = new float[_taps + BlockFrames];

        // Silence before the first frame fills the half of the filter that looks back.
        _end = _taps / 2 - 1;
    }

    /// <summary>Fills <paramref name="mono"/> with the next output frames.</summary>
    public void Read(Span<float> mono)
    {
        if (_inputHz == _outputHz)
        {
            _input(mono);
            return;
        }

        for (int i = 0; i < mono.Length; i++)
        {
            Refill();
            double phase = (double)_remainder * Phases / _outputHz;
            int whole = (int)phase;
            ReadOnlySpan<float> frames = _window.AsSpan(_start, _taps);
            float here = Dot(frames, _filters[whole]);
            mono[i] = here + (float)(phase - whole) * (Dot(frames, _filters[whole + 1]) - here);
            long ahead = (long)_remainder + _inputHz;
            _start += (int)(ahead / _outputHz);
            _remainder = (int)(ahead % _outputHz);
        }
    }

    private void Refill()
    {
        while (_start + _taps > _end)
        {
            int skipped = Math.Min(_start, _end);
            _window.AsSpan(skipped, _end - skipped).CopyTo(_window);
            _start -= skipped;
            _end -= skipped;
            int room = Math.Min(BlockFrames, _window.Length - _end);
            _input(_window.AsSpan(_end, room));
            _end += room;
        }
    }

    private static float Dot(ReadOnlySpan<float> frames, ReadOnlySpan<float> filter)
    {
        var sum = Vector<float>.Zero;
        int i = 0;
        for (; i <= filter.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            sum += new Vector<float>(frames[i..]) * new Vector<float>(filter[i..]);
        }

        float total = Vector.Sum(sum);
        for (; i < filter.Length; i++)
        {
            total += frames[i] * filter[i];
        }

        return total;
    }

    // Filter p is centred p/512 of an input frame after tap taps/2 − 1; each adds up to 1, so that a constant stays what it is.
    private static float[][] DesignFilters(int taps, double cutoff)
    {
        var filters = new float[Phases + 1][];
        var exact = new double[taps];
        for (int phase = 0; phase <= Phases; phase++)
        {
            double centre = taps / 2 - 1 + (double)phase / Phases;
            double sum = 0;
            for (int tap = 0; tap < taps; tap++)
            {
                double x = tap - centre;
                exact[tap] = Sinc(cutoff * x) * Kaiser(2 * x / taps);
                sum += exact[tap];
            }

            filters[phase] = Array.ConvertAll(exact, value => (float)(value / sum));
        }

        return filters;
    }

    private static double Sinc(double x) => x == 0 ? 1 : Math.Sin(Math.PI * x) / (Math.PI * x);

    private static double Kaiser(double x) =>
        Math.Abs(x) >= 1 ? 0 : BesselI0(KaiserBeta * Math.Sqrt(1 - x * x)) / BesselI0(KaiserBeta);

    private static double BesselI0(double x)
    {
        double sum = 1;
        double term = 1;
        for (int k = 1; term > 1e-12 * sum; k++)
        {
            term *= x / (2 * k) * (x / (2 * k));
            sum += term;
        }

        return sum;
    }
}
