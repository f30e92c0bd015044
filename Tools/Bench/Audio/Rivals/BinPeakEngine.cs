namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>
/// The peak rule of WLED's audioreactive usermod: one FFT bin (344 Hz, over 23 ms) above a threshold, when the sound is above the
/// squelch and the last peak is more than 100 ms ago. Every peak is an onset and a beat; the tempo is ours, from the intervals.
/// </summary>
/// <remarks>
/// WLED compares with a fixed number that its user sets for the room. Here the bin is held against its own loudest of the last
/// seconds, and the share that serves it best on these recordings is used: a user who sets it anew for every song.
/// </remarks>
internal sealed class BinPeakEngine : IBeatEngine
{
    private const double BinHz = 344.5;
    private const int WindowFrames = 356;
    private const double LockOutSeconds = 0.100;
    private const double Share = 0.55;

    // WLED's default squelch of 10 counts of 32 768, and the loudest forgotten by 1/e in 5 s.
    private const double Squelch = 10;
    private const double LoudestKeep = 1 - Hearing.HopSeconds / 5;

    private readonly double[] _window = new double[WindowFrames];
    private readonly double[] _cosine = new double[WindowFrames];
    private readonly double[] _sine = new double[WindowFrames];
    private IntervalTempo _tempo = new();
    private double _loudest;
    private double _lastPeak;
    private int _hops;

    internal BinPeakEngine()
    {
        for (int i = 0; i < WindowFrames; i++)
        {
            double hann = 0.5 - 0.5 * Math.Cos(2 * Math.PI * (i + 0.5) / WindowFrames);
            (double sine, double cosine) = Math.SinCos(2 * Math.PI * BinHz * i / Hearing.SampleRateHz);
            (_cosine[i], _sine[i]) = (hann * cosine, hann * sine);
        }
    }

    public void Reset()
    {
        Array.Clear(_window);
        _tempo = new IntervalTempo();
        (_loudest, _lastPeak, _hops) = (0, double.NegativeInfinity, 0);
    }

    public HopReport Process(ReadOnlySpan<short> hop)
    {
        _window.AsSpan(hop.Length).CopyTo(_window);
        double loudness = 0;
        for (int i = 0; i < hop.Length; i++)
        {
            _window[WindowFrames - hop.Length + i] = hop[i];
            loudness += Math.Abs((double)hop[i]) / hop.Length;
        }

        double seconds = Hearing.TimeOf(_hops++);
        double bin = Bin();
        _loudest = Math.Max(bin, _loudest * LoudestKeep);
        bool isPeak = loudness > Squelch && bin > Share * _loudest && seconds - _lastPeak > LockOutSeconds;
        if (isPeak)
        {
            _lastPeak = seconds;
            _tempo.Add(seconds);
        }

        return new HopReport(isPeak, isPeak, _tempo.Bpm, 0);
    }

    private double Bin()
    {
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < WindowFrames; i++)
        {
            real += _window[i] * _cosine[i];
            imaginary += _window[i] * _sine[i];
        }

        return Math.Sqrt(real * real + imaginary * imaginary);
    }
}
