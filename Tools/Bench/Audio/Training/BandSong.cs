using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>A song by a random band over a <see cref="Groove"/>: arrangement, tempo, swing, timing, room, loudspeaker and noise drawn from a seed.</summary>
internal sealed class BandSong
{
    internal const double Seconds = 34;

    private const int Steps = 16, StepsPerBeat = 4;
    private const double LowestRootHz = 55, ChordHz = 220, LeadHz = 440;

    private static readonly int[] PartBars = { 2, 4, 4, 8 };
    private static readonly int[] Degrees = { 0, -4, 3, -2, 5, -5, 7 };
    private static readonly int[] Scale = { 0, 3, 5, 7, 10, 12 };

    private readonly SeededRandom _random;
    private readonly Groove _groove;
    private readonly Dictionary<Voice, string> _patterns = new();
    private readonly HashSet<Voice> _muted = new();
    private readonly float[] _mix = new float[(int)(Seconds * Hearing.SampleRateHz)];
    private readonly List<double> _beats = new();
    private readonly SortedSet<double> _onsets = new();
    private readonly Kit _kit;
    private readonly double _swing, _jitterSeconds, _looseness, _rootSteps;
    private readonly int[] _progression;
    private double _laterBpm, _changeAt = double.PositiveInfinity, _changeSeconds, _drift, _driftSeconds, _pauseFrom = double.PositiveInfinity, _pauseTo;

    internal BandSong(IReadOnlyList<Groove> grooves, long seed)
    {
        _random = new SeededRandom(seed * 7919);
        _groove = Draw(grooves);
        _kit = new Kit(_mix, _random);
        Bpm = Math.Round(Math.Clamp(_groove.SlowestBpm * Math.Pow(_groove.FastestBpm / _groove.SlowestBpm, _random.NextUnit()), 60.5, 179.5), 1);
        _swing = _groove.Swing > 0 ? Math.Min(1, _groove.Swing * Even(0.8, 1.1)) : IsRare(0.12) ? Even(0.1, 0.8) : 0;
        _jitterSeconds = IsRare(0.4) ? 0 : IsRare(0.6) ? Even(0.003, 0.010) : Even(0.010, 0.020);
        _looseness = Even(0, 0.25);
        _rootSteps = Even(-3, 4);
        _progression = Enumerable.Range(0, StepsPerBeat).Select(_ => _random.Next(Degrees.Length)).ToArray();
        DrawChanges();
        DrawPatterns();
        WriteBars();
        new Acoustics(_random).Apply(_mix);
        Samples = Hearing.Quantise(_mix);
    }

    internal string GrooveName => _groove.Name;

    /// <summary>Tempo at the start.</summary>
    internal double Bpm { get; }

    internal bool IsSteady => double.IsInfinity(_changeAt);

    internal short[] Samples { get; }

    internal IReadOnlyList<double> Beats => _beats;

    internal IReadOnlyList<double> Onsets => _onsets.ToList();

    private double Even(double from, double to) => from + (to - from) * _random.NextUnit();

    private bool IsRare(double share) => _random.NextUnit() < share;

    private Groove Draw(IReadOnlyList<Groove> grooves)
    {
        double at = _random.NextUnit() * grooves.Sum(groove => groove.Weight);
        return grooves.First(groove => (at -= groove.Weight) < 0);
    }

    private void DrawChanges()
    {
        double kind = _random.NextUnit();
        if (kind < 0.12)
        {
            double factor = Math.Pow(1.35 / 1.06, _random.NextUnit()) * 1.06;
            _laterBpm = Bpm * factor < 178 ? Bpm * factor : Bpm / factor;
            bool isStep = kind < 0.07;
            (_changeAt, _changeSeconds) = isStep ? (Even(12, 20), 0) : (Even(5, 12), Even(12, 20));
        }

        (_drift, _driftSeconds) = (IsRare(0.35) ? Even(0, 0.012) : 0, Even(6, 20));
        if (IsRare(0.06))
        {
            _pauseFrom = Even(12, 18);
            _pauseTo = _pauseFrom + Even(1, 4);
        }
    }

    private void DrawPatterns()
    {
        foreach ((Voice voice, string[] patterns) in _groove.Patterns)
        {
            _patterns[voice] = patterns[_random.Next(patterns.Length)];
        }

        Voice[] melodic = { Voice.Bass, Voice.Chord, Voice.Lead };
        if (IsRare(0.15) && _patterns.Keys.Except(melodic).Any())
        {
            Array.ForEach(melodic, voice => _patterns.Remove(voice));
        }
    }

    private double BpmAt(double seconds)
    {
        double share = seconds < _changeAt ? 0 : _changeSeconds <= 0 ? 1 : Math.Min(1, (seconds - _changeAt) / _changeSeconds);
        double bpm = Bpm + (share * (_laterBpm - Bpm));
        return bpm * (1 + (_drift * Math.Sin(2 * Math.PI * seconds / _driftSeconds)));
    }

    private void WriteBars()
    {
        double time = IsRare(0.3) ? 0 : Even(0.1, 1.5);
        int firstBeat = IsRare(0.25) ? _random.Next(StepsPerBeat) : 0, part = PartBars[_random.Next(PartBars.Length)];
        bool isThinAtFirst = IsRare(0.35);
        for (int bar = 0; time < Seconds; bar++)
        {
            if (bar % part == 0)
            {
                Arrange(bar == 0 ? isThinAtFirst : IsRare(0.25));
            }

            bool isFilled = bar % part == part - 1 && _patterns.ContainsKey(Voice.Snare) && IsRare(0.5);
            for (int beat = bar == 0 ? firstBeat : 0; beat < StepsPerBeat && time < Seconds; beat++)
            {
                double length = 60 / BpmAt(time + (30 / BpmAt(time)));
                WriteBeat(time, length, bar, beat, isFilled && beat == StepsPerBeat - 1);
                time += length;
            }
        }
    }

    // In a thin part some of the voices rest.
    private void Arrange(bool isThin)
    {
        _muted.Clear();
        _muted.UnionWith(_patterns.Keys.Where(_ => isThin && IsRare(0.3)));
    }

    private void WriteBeat(double time, double length, int bar, int beat, bool isFill)
    {
        if (!IsPaused(time))
        {
            _beats.Add(time);
        }

        double middle = 0.5 + (_swing / 6);
        for (int step = 0; step < StepsPerBeat; step++)
        {
            double place = (double)step / StepsPerBeat;
            double grid = time + (length * (place <= 0.5 ? place * 2 * middle : middle + ((place - 0.5) * 2 * (1 - middle))));
            double played = Math.Max(0, grid + (_jitterSeconds * _random.NextNormal()));
            if (played < Seconds && !IsPaused(grid))
            {
                WriteStep(played, length, bar, (beat * StepsPerBeat) + step, isFill);
            }
        }
    }

    private bool IsPaused(double seconds) => seconds >= _pauseFrom && seconds < _pauseTo;

    private void WriteStep(double played, double beatLength, int bar, int step, bool isFill)
    {
        foreach ((Voice voice, string pattern) in _patterns)
        {
            bool fills = isFill && voice == Voice.Snare;
            double velocity = fills ? 0.5 + (0.15 * (step % StepsPerBeat)) : pattern[step] switch { 'x' => 1, 'X' => 1.3, 'o' => 0.5, _ => 0 };
            if (velocity == 0 || _muted.Contains(voice) || IsRare(0.015))
            {
                continue;
            }

            int rest = Enumerable.Range(1, Steps - 1).FirstOrDefault(n => pattern[(step + n) % Steps] != '.', Steps);
            _kit.Play(voice, played, velocity * (1 - (_looseness * _random.NextUnit())), HzOf(voice, bar), LengthOf(voice, rest, beatLength));
            _onsets.Add(played);
        }
    }

    private double HzOf(Voice voice, int bar)
    {
        double root = _rootSteps + Degrees[_progression[bar % _progression.Length]];
        return voice switch
        {
            Voice.Bass => LowestRootHz * Math.Pow(2, root / 12) * (IsRare(0.15) ? 1.5 : 1),
            Voice.Chord => ChordHz * Math.Pow(2, root / 12),
            Voice.Lead => LeadHz * Math.Pow(2, (_rootSteps + Scale[_random.Next(Scale.Length)]) / 12),
            _ => 0,
        };
    }

    private static double LengthOf(Voice voice, int steps, double beatLength)
    {
        double gap = steps * beatLength / StepsPerBeat;
        return voice switch
        {
            Voice.Bass => Math.Min(beatLength, gap - 0.03),
            Voice.Lead => Math.Min(0.4 * beatLength, 0.8 * gap),
            _ => 0.9 * gap,
        };
    }
}
