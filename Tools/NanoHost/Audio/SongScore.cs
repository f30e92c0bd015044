namespace NanoHost.Audio;

/// <summary>One thing struck.</summary>
/// <param name="Seconds">When.</param>
/// <param name="Velocity">0…1.</param>
/// <param name="Key">MIDI number of the (lowest) tone; unused by drums.</param>
/// <param name="Length">Seconds until it is let go; unused by drums.</param>
internal sealed record Note(double Seconds, Instrument Instrument, double Velocity, int Key, double Length);

/// <summary>Writes a song down: its notes, and the truth about them.</summary>
internal sealed class SongScore
{
    private const int BeatsPerBar = 4;
    private const int StepsPerBeat = SongPatterns.Steps / BeatsPerBar;

    private const double GapSeconds = 0.04;

    private static readonly (SongPart Part, int Bars)[] Form =
    {
        (SongPart.Intro, 4), (SongPart.Verse, 8), (SongPart.Chorus, 8), (SongPart.Break, 4), (SongPart.Chorus, 8),
    };

    // Roots of four-bar progressions in A minor, as MIDI numbers.
    private static readonly int[][] Progressions =
    {
        new[] { 45, 41, 48, 43 }, new[] { 45, 43, 41, 43 }, new[] { 45, 38, 41, 40 }, new[] { 45, 48, 43, 41 },
    };

    private static readonly int[] Pentatonic = { 69, 72, 74, 76, 79, 81, 84 };

    private readonly SongOptions _options;
    private readonly SeededRandom _random;
    private readonly SeededRandom _timing;
    private readonly int[] _progression;
    private readonly Dictionary<(SongPart, Instrument), double[]> _plans = new();
    private readonly List<Note> _notes = new();
    private readonly List<double> _onsets = new();
    private readonly List<double> _beats = new();
    private readonly List<double> _downbeats = new();
    private readonly List<SongSection> _sections = new();
    private int _melody = 2;

    internal SongScore(SongOptions options)
    {
        _options = options;
        _random = new SeededRandom(options.Seed);
        _timing = new SeededRandom(options.Seed ^ 0x7157);
        _progression = Progressions[_random.Next(Progressions.Length)];
        Seconds = Write();
        Truth = new SongTruth { Onsets = _onsets, Beats = _beats, Downbeats = _downbeats, Sections = _sections };
    }

    internal IReadOnlyList<Note> Notes => _notes;

    internal SongTruth Truth { get; }

    internal double Seconds { get; }

    private double Write()
    {
        double limit = _options.Seconds > 0 ? _options.Seconds : double.PositiveInfinity;
        double time = _options.LeadInSeconds;
        do
        {
            foreach ((SongPart part, int bars) in Form)
            {
                _sections.Add(new SongSection(part.ToString(), time));
                for (int bar = 0; bar < bars && time < limit; bar++)
                {
                    time = WriteBar(time, limit, part, bar, bar == bars - 1);
                }

                if (time >= limit)
                {
                    return limit;
                }
            }
        }
        while (limit < double.PositiveInfinity);
        return time;
    }

    private double WriteBar(double start, double limit, SongPart part, int bar, bool isLast)
    {
        double beatStart = start;
        for (int beat = 0; beat < BeatsPerBar; beat++)
        {
            // The tempo half way into a beat is its mean, as long as it changes evenly.
            double beatSeconds = 60 / _options.BpmAt(beatStart + 30 / _options.BpmAt(beatStart));
            if (beatStart < limit && IsPlaying(beatStart))
            {
                _beats.Add(beatStart);
                if (beat == 0)
                {
                    _downbeats.Add(beatStart);
                }
            }

            for (int step = 0; step < StepsPerBeat; step++)
            {
                double played = beatStart + beatSeconds * Swung((double)step / StepsPerBeat);
                WriteStep(played, limit, part, bar, beat * StepsPerBeat + step, isLast, beatSeconds);
            }

            beatStart += beatSeconds;
        }

        return beatStart;
    }

    private bool IsPlaying(double seconds) => !_options.Pauses.Any(pause => pause.Contains(seconds));

    private double Swung(double position)
    {
        double middle = 0.5 + _options.Swing / 6;
        return position <= 0.5 ? position * 2 * middle : middle + (position - 0.5) * 2 * (1 - middle);
    }

    private void WriteStep(double grid, double limit, SongPart part, int bar, int step, bool isLast, double beatSeconds)
    {
        double seconds = Math.Max(0, grid + _timing.NextNormal() * _options.JitterMs / 1000);
        if (seconds >= limit || !IsPlaying(grid))
        {
            return;
        }

        int before = _notes.Count;
        foreach (Instrument instrument in Enum.GetValues<Instrument>())
        {
            double velocity = Velocity(part, instrument, step, isLast);
            if (velocity > 0)
            {
                _notes.Add(
                    new Note(
                        seconds, instrument, velocity, KeyOf(instrument, bar), LengthOf(part, instrument, step, beatSeconds)));
            }
        }

        if (_notes.Count > before)
        {
            _onsets.Add(seconds);
        }
    }

    private double Velocity(SongPart part, Instrument instrument, int step, bool isLast)
    {
        if (isLast && instrument == Instrument.Snare && _options.Groove != Groove.Click && step >= 12)
        {
            // The last beat before a new part is a fill.
            return 0.5 + 0.12 * (step - 12);
        }

        return PlanOf(part, instrument)[step] * (0.9 + 0.1 * _random.NextUnit());
    }

    private double[] PlanOf(SongPart part, Instrument instrument)
    {
        if (_plans.TryGetValue((part, instrument), out double[]? plan))
        {
            return plan;
        }

        string pattern = SongPatterns.Of(_options.Groove, part, instrument);
        plan = pattern.Select(c => c switch { 'x' => 1, 'o' => 0.6, _ => 0 }).ToArray();
        Syncopate(plan, instrument);
        _plans.Add((part, instrument), plan);
        return plan;
    }

    // A bar keeps its first beat and the hats keep time; others may come a sixteenth or an eighth early, or an eighth late.
    private void Syncopate(double[] plan, Instrument instrument)
    {
        if (instrument is Instrument.ClosedHat or Instrument.Click)
        {
            return;
        }

        for (int step = StepsPerBeat; step < plan.Length; step += StepsPerBeat)
        {
            int shift = _random.Next(3) switch { 0 => -1, 1 => -2, _ => 2 };
            double chance = instrument == Instrument.Snare ? _options.Syncopation / 3 : _options.Syncopation;
            bool moves = _random.NextUnit() < chance;
            if (moves && plan[step] > 0 && plan[step + shift] == 0)
            {
                (plan[step], plan[step + shift]) = (0, plan[step]);
            }
        }
    }

    private int KeyOf(Instrument instrument, int bar)
    {
        int root = _progression[bar % _progression.Length];
        if (instrument == Instrument.Lead)
        {
            _melody = Math.Clamp(_melody + _random.Next(5) - 2, 0, Pentatonic.Length - 1);
            return Pentatonic[_melody];
        }

        return instrument == Instrument.Bass ? root - 12 : root + 12;
    }

    // Basses and leads let a note go a little before their next one, so that each can be heard to begin.
    private double LengthOf(SongPart part, Instrument instrument, int step, double beatSeconds)
    {
        if (instrument == Instrument.Chord)
        {
            return step == 0 ? 3.5 * beatSeconds : 1.5 * beatSeconds;
        }

        int next = step + 1;
        while (next < SongPatterns.Steps && PlanOf(part, instrument)[next] == 0)
        {
            next++;
        }

        return Math.Min(0.42 * beatSeconds, (next - step) * beatSeconds / StepsPerBeat - GapSeconds);
    }
}
