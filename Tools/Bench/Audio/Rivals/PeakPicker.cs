namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>Finds the peaks of a novelty curve that stand out from the last three quarters of a second.</summary>
internal sealed class PeakPicker
{
    private const int HistoryHops = 45;
    private const int RestHops = 4;
    private const double Deviations = 1.0;
    private const double Least = 3.0;

    private readonly double[] _history = new double[HistoryHops];
    private double _last;
    private double _beforeLast;
    private int _hops;
    private int _rest;

    /// <summary>True one hop after a peak: only then it is known to be one.</summary>
    internal bool Next(double novelty)
    {
        double sum = 0;
        double squares = 0;
        foreach (double value in _history)
        {
            sum += value;
            squares += value * value;
        }

        double mean = sum / HistoryHops;
        double deviation = Math.Sqrt(Math.Max(0, squares / HistoryHops - mean * mean));
        bool isPeak = _last > _beforeLast && _last >= novelty && _last > mean + Deviations * deviation + Least && _rest <= 0;
        _rest = isPeak ? RestHops : _rest - 1;
        _history[_hops++ % HistoryHops] = novelty;
        (_beforeLast, _last) = (_last, novelty);
        return isPeak;
    }
}
