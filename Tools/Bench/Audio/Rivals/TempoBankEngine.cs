using System.Numerics;

namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>
/// A bank of 96 tempos in the manner of Emotiscope: 20 s of novelty against a sine of every tempo; the strongest after smoothing
/// is the tempo, its phase the beat. In double precision and without a budget; onsets are the novelty's peaks.
/// </summary>
/// <remarks>Emotiscope covers 48 to 143 BPM; here the 96 tempos cover the scorecard's 60 to 180.</remarks>
internal sealed class TempoBankEngine : IBeatEngine
{
    private const int Tempos = 96;
    private const double SlowestBpm = 60;
    private const double FastestBpm = 180;
    private const int HistoryHops = 1229;

    // A Gaussian over the whole history, 0.8 of its half wide.
    private const double WindowWidth = 0.8;

    // The bank is worked out four times a second and smoothed over about half a second.
    private const int BankHops = 15;
    private const double Smoothing = 0.46;

    // Novelty peaks a hop after the sound's attack, so the beat is shown two hops before the sine's own peak.
    private const double LeadHops = 2;

    // Cosine and sine of every tempo, counted back from the newest hop, under the window.
    private readonly double[][] _cosine = new double[Tempos][];
    private readonly double[][] _sine = new double[Tempos][];
    private readonly double[] _deviation = new double[HistoryHops];
    private readonly double[] _history = new double[HistoryHops];
    private readonly double[] _smooth = new double[Tempos];
    private readonly double[] _phase = new double[Tempos];
    private NoveltyCurve _novelty = new();
    private PeakPicker _picker = new();
    private int _hops;
    private int _winner;
    private double _confidence;
    private double _sinceBeat;

    internal TempoBankEngine()
    {
        for (int tempo = 0; tempo < Tempos; tempo++)
        {
            (_cosine[tempo], _sine[tempo]) = (new double[HistoryHops], new double[HistoryHops]);
            for (int i = 0; i < HistoryHops; i++)
            {
                double fromMiddle = (2.0 * i / HistoryHops - 1) / WindowWidth;
                double window = Math.Exp(-0.5 * fromMiddle * fromMiddle);
                (double sine, double cosine) = Math.SinCos(StepOf(tempo) * (HistoryHops - 1 - i));
                (_cosine[tempo][i], _sine[tempo][i]) = (window * cosine, window * sine);
            }
        }
    }

    public void Reset()
    {
        Array.Clear(_history);
        Array.Clear(_smooth);
        Array.Clear(_phase);
        _novelty = new NoveltyCurve();
        _picker = new PeakPicker();
        (_hops, _winner, _confidence, _sinceBeat) = (0, 0, 0, 0);
    }

    public HopReport Process(ReadOnlySpan<short> hop)
    {
        double novelty = _novelty.Next(hop);
        bool isOnset = _picker.Next(novelty);
        _history.AsSpan(1).CopyTo(_history);
        _history[^1] = novelty;
        double before = _phase[_winner];
        for (int tempo = 0; tempo < Tempos; tempo++)
        {
            _phase[tempo] = (_phase[tempo] + BpmOf(tempo) / 60 * Hearing.HopSeconds) % 1;
        }

        bool isBeat = _phase[_winner] < before;
        if (++_hops % BankHops == 0)
        {
            WorkOutBank();
        }

        // A new winner, or a corrected phase, must not repeat the beat that was just shown.
        _sinceBeat += BpmOf(_winner) / 60 * Hearing.HopSeconds;
        isBeat &= _sinceBeat > 0.4 && _confidence > 0;
        _sinceBeat = isBeat ? 0 : _sinceBeat;
        return new HopReport(isOnset, isBeat, _confidence > 0 ? BpmOf(_winner) : 0, _confidence);
    }

    private void WorkOutBank()
    {
        double mean = _history.Average();
        double largest = 0;
        double total = 0;
        for (int i = 0; i < HistoryHops; i++)
        {
            _deviation[i] = _history[i] - mean;
        }

        for (int tempo = 0; tempo < Tempos; tempo++)
        {
            (double strength, _phase[tempo]) = Compare(tempo);
            _smooth[tempo] += Smoothing * (strength - _smooth[tempo]);
            total += _smooth[tempo];
            if (_smooth[tempo] > largest)
            {
                (largest, _winner) = (_smooth[tempo], tempo);
            }
        }

        _confidence = total > 0 ? largest / total : 0;
    }

    // Strength of a tempo in the history, and where in its beat (0…1) the next hop will be.
    private (double Strength, double Phase) Compare(int tempo)
    {
        double real = Dot(_deviation, _cosine[tempo]);
        double imaginary = Dot(_deviation, _sine[tempo]);

        // real and imaginary describe how long ago the sine peaked, in radians.
        double ago = Math.Atan2(imaginary, real) + LeadHops * StepOf(tempo);
        double phase = ago / (2 * Math.PI);
        return (Math.Pow(real * real + imaginary * imaginary, 1.5), phase - Math.Floor(phase));
    }

    private static double Dot(double[] a, double[] b)
    {
        var sums = Vector<double>.Zero;
        int i = 0;
        for (; i <= a.Length - Vector<double>.Count; i += Vector<double>.Count)
        {
            sums += new Vector<double>(a, i) * new Vector<double>(b, i);
        }

        double sum = Vector.Sum(sums);
        for (; i < a.Length; i++)
        {
            sum += a[i] * b[i];
        }

        return sum;
    }

    // Radians of a tempo's sine in one hop.
    private static double StepOf(int tempo) => 2 * Math.PI * BpmOf(tempo) / 60 * Hearing.HopSeconds;

    private static double BpmOf(int tempo) => SlowestBpm + tempo * (FastestBpm - SlowestBpm) / Tempos;
}
