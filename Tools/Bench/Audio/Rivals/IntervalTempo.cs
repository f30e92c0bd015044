namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>
/// The tempo that a row of events suggests: the middle one of the last intervals. For rivals that give no tempo themselves.
/// </summary>
internal sealed class IntervalTempo
{
    private const int Remembered = 16;

    // Fewer intervals than this are no rhythm.
    private const int Needed = 4;

    private readonly List<double> _intervals = new();
    private double _last = double.NaN;

    /// <summary>Beats a minute, 0 while unknown.</summary>
    internal double Bpm { get; private set; }

    internal void Add(double seconds)
    {
        if (!double.IsNaN(_last))
        {
            _intervals.Add(seconds - _last);
            _intervals.RemoveRange(0, Math.Max(0, _intervals.Count - Remembered));
        }

        _last = seconds;
        Bpm = _intervals.Count < Needed ? 0 : 60 / _intervals.Order().ElementAt(_intervals.Count / 2);
    }
}
