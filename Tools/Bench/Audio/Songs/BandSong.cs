using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Songs;

/// <summary>
/// A song by a random band over a <see cref="Groove"/>: arrangement, tempo, swing, timing, room, loudspeaker and noise drawn from
/// a seed.
/// </summary>
internal sealed class BandSong
{
    internal const double Seconds = 34;

    private const int Chords = 4;

    // A beat's own share of a tempo that wanders, and how much of it the next beat remembers.
    private const double WanderShare = 0.35;
    private const double WanderMemory = 0.93;
    private const double LowestRootHz = 55;
    private const double ChordHz = 220;
    private const double LeadHz = 440;

    private static readonly int[] PartBars = { 2, 4, 4, 8 };
    private static readonly int[] Degrees = { 0, -4, 3, -2, 5, -5, 7 };
    private static readonly int[] Scale = { 0, 3, 5, 7, 10, 12 };

    private readonly SeededRandom _random;
    private readonly Groove _groove;
    private readonly Dictionary<Voice, string> _patterns = new();
    private readonly HashSet<Voice> _muted = new();
    private readonly float[] _mix = new float[(int)(Seconds * Hearing.SampleRateHz)];
    private readonly List<double> _beats = new();
    private readonly List<double> _downbeats = new();
    private readonly SortedSet<double> _onsets = new();
    private readonly Kit _kit;
    private readonly double _swing;
    private readonly double _jitterSeconds;
    private readonly double _looseness;
    private readonly double _rootSteps;
    private readonly int[] _progression;
    private readonly double _wanderMost;
    private double _wander;
    private double _laterBpm;
    private double _changeAt = double.PositiveInfinity;
    private double _changeSeconds;
    private double _drift;
    private double _driftSeconds;
    private double _pauseFrom = double.PositiveInfinity;
    private double _pauseTo;

    internal BandSong(IReadOnlyList<Groove> grooves, long seed)
    {
        _random = new SeededRandom(seed * 7919);
        _groove = Groove.Draw(grooves, _random);
        _kit = new Kit(_mix, _random);
        Bpm = DrawBpm();
        _swing = DrawSwing();
        _jitterSeconds = DrawJitter();
        _looseness = Even(0, 0.25);
        _rootSteps = Even(-3, 4);
        _progression = Enumerable.Range(0, Chords).Select(_ => _random.Next(Degrees.Length)).ToArray();
        DrawChanges();
        _wanderMost = _groove.Wander > 0 ? _groove.Wander * _random.NextUnit() : 0;
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

    /// <summary>The first beats of the bars.</summary>
    internal IReadOnlyList<double> Downbeats => _downbeats;

    internal int BeatsPerBar => _groove.BeatsPerBar;

    internal IReadOnlyList<double> Onsets => _onsets.ToList();

    private double Even(double from, double to) => from + (to - from) * _random.NextUnit();

    private bool IsRare(double share) => _random.NextUnit() < share;

    private double DrawBpm()
    {
        double bpm = _groove.SlowestBpm * Math.Pow(_groove.FastestBpm / _groove.SlowestBpm, _random.NextUnit());
        double slowest = Math.Min(60.5, _groove.SlowestBpm + 0.5);
        double fastest = Math.Max(179.5, _groove.FastestBpm - 0.5);
        return Math.Round(Math.Clamp(bpm, slowest, fastest), 1);
    }

    private double DrawSwing()
    {
        if (_groove.Swing > 0)
        {
            return Math.Min(1, _groove.Swing * Even(0.8, 1.1));
        }

        return IsRare(0.12) ? Even(0.1, 0.8) : 0;
    }

    private double DrawJitter()
    {
        if (IsRare(0.4))
        {
            return 0;
        }

        return IsRare(0.6) ? Even(0.003, 0.010) : Even(0.010, 0.020);
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
        double share = seconds < _changeAt ? 0 : 1;
        if (share > 0 && _changeSeconds > 0)
        {
            share = Math.Min(1, (seconds - _changeAt) / _changeSeconds);
        }

        double bpm = Bpm + (share * (_laterBpm - Bpm));
        return bpm * (1 + (_drift * Math.Sin(2 * Math.PI * seconds / _driftSeconds)) + _wander);
    }

    private void WriteBars()
    {
        double time = IsRare(0.3) ? 0 : Even(0.1, 1.5);
        int firstBeat = IsRare(0.25) ? _random.Next(_groove.BeatsPerBar) : 0;
        int part = PartBars[_random.Next(PartBars.Length)];
        bool isThinAtFirst = IsRare(0.35);
        for (int bar = 0; time < Seconds; bar++)
        {
            if (bar % part == 0)
            {
                Arrange(bar == 0 ? isThinAtFirst : IsRare(0.25));
            }

            bool isFilled = bar % part == part - 1 && _patterns.ContainsKey(Voice.Snare) && IsRare(0.5);
            for (int beat = bar == 0 ? firstBeat : 0; beat < _groove.BeatsPerBar && time < Seconds; beat++)
            {
                Wander();
                double length = 60 / BpmAt(time + (30 / BpmAt(time)));
                WriteBeat(time, length, bar, beat, isFilled && beat == _groove.BeatsPerBar - 1);
                time += length;
            }
        }
    }

    private void Wander()
    {
        if (_groove.Wander > 0)
        {
            _wander = (WanderMemory * _wander) + (WanderShare * _wanderMost * _random.NextNormal());
            _wander = Math.Clamp(_wander, -_wanderMost, _wanderMost);
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
            if (beat == 0)
            {
                _downbeats.Add(time);
            }
        }

        int steps = _groove.StepsPerBeat;
        double middle = steps == 4 ? 0.5 + (_swing / 6) : 0.5;
        for (int step = 0; step < steps; step++)
        {
            double place = (double)step / steps;
            double grid = time + (length * (place <= 0.5 ? place * 2 * middle : middle + ((place - 0.5) * 2 * (1 - middle))));
            double played = Math.Max(0, grid + (_jitterSeconds * _random.NextNormal()));
            if (played < Seconds && !IsPaused(grid))
            {
                WriteStep(played, length, bar, (beat * steps) + step, isFill);
            }
        }
    }

    private bool IsPaused(double seconds) => seconds >= _pauseFrom && seconds < _pauseTo;

    private void WriteStep(double played, double beatLength, int bar, int step, bool isFill)
    {
        foreach ((Voice voice, string pattern) in _patterns)
        {
            bool fills = isFill && voice == Voice.Snare;
            double velocity = fills ? 0.5 + (0.15 * (step % _groove.StepsPerBeat)) : VelocityOf(pattern[step]);
            if (velocity == 0 || _muted.Contains(voice) || IsRare(0.015))
            {
                continue;
            }

            int all = _groove.Steps;
            int rest = Enumerable.Range(1, all - 1).FirstOrDefault(n => pattern[(step + n) % all] != '.', all);
            double length = LengthOf(voice, rest * beatLength / _groove.StepsPerBeat, beatLength);
            _kit.Play(voice, played, velocity * (1 - (_looseness * _random.NextUnit())), HzOf(voice, bar), length);
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

    internal static double VelocityOf(char sign) => sign switch
    {
        'x' => 1,
        'X' => 1.3,
        'o' => 0.5,
        's' => 0.18,
        'b' => 0.06,
        _ => 0,
    };

    private static double LengthOf(Voice voice, double gap, double beatLength)
    {
        return voice switch
        {
            Voice.Bass => Math.Min(beatLength, gap - 0.03),
            Voice.Lead => Math.Min(0.4 * beatLength, 0.8 * gap),
            _ => 0.9 * gap,
        };
    }
}
