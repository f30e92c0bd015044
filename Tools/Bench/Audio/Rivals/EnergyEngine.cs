namespace NanoFirmware.Bench.Audio.Rivals;

/// <summary>
/// The plain energy detector of many a tutorial: a beat is where the energy of a hop first exceeds twice the mean of the last
/// second, the multiple that serves it best on these recordings. Every such moment is an onset and a beat; the tempo is ours,
/// from the intervals.
/// </summary>
internal sealed class EnergyEngine : IBeatEngine
{
    private const double Factor = 2;
    private const int HistoryHops = 60;

    // −66 dBFS: below it nothing counts as sound.
    private const double GateEnergy = 135;

    private readonly double[] _history = new double[HistoryHops];
    private IntervalTempo _tempo = new();
    private bool _wasAbove;
    private int _hops;

    public void Reset()
    {
        Array.Clear(_history);
        _tempo = new IntervalTempo();
        (_wasAbove, _hops) = (false, 0);
    }

    public HopReport Process(ReadOnlySpan<short> hop)
    {
        double energy = 0;
        foreach (short sample in hop)
        {
            energy += (double)sample * sample / hop.Length;
        }

        bool isAbove = energy > GateEnergy && energy > Factor * _history.Average();
        bool isBeat = isAbove && !_wasAbove;
        _wasAbove = isAbove;
        _history[_hops % HistoryHops] = energy;
        double seconds = Hearing.TimeOf(_hops++);
        if (isBeat)
        {
            _tempo.Add(seconds);
        }

        return new HopReport(isBeat, isBeat, _tempo.Bpm, 0);
    }
}
