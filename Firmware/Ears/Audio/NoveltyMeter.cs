namespace NanoFirmware.Audio;

/// <summary>
/// Measures how much of what an octave holds is new: rises between hops, weighed against what was there anyway.
/// </summary>
/// <remarks>
/// A rise r between powers q and p counts r / (p + q + 4.5 m), with m the octave's slow mean: a logarithm's slope without a
/// logarithm, and little of it where more is usual. Of q and m only what is above the floor.
/// </remarks>
public sealed class NoveltyMeter
{
    // Low octaves judge by few samples a hop and flutter in noise: their floors are raised the most. Highest octave first.
    private static readonly float[] FloorFactor = { 6.2f, 6.2f, 6.2f, 7.6f, 6.3f, 7.6f, 11.6f };

    // Found by a search over training songs, with no onset allowed in noise.
    private static readonly float[] Weight = { 0.92f, 1.46f, 0.56f, 0.4f, 0.46f, 1.15f, 0.87f };

    // An onset must beat the last two hops, and what was there before them, which fades to 0.6 a hop: of a buzz or a low tone
    // one hop holds one pulse and the next one two, and nothing began. Pulses take every rise, as the beat network was taught.
    private const float HeldKept = 0.6f;

    // A low tone with all harmonics is a pulse a hop or less, and it falls into the few samples that the two highest octaves hear
    // or beside them: they jump up and are back by 13 dB in the next hop, below a tone that goes on (240 to 480 Hz). Where that
    // happens more than twice within a second it is flutter, and what is not 1.5 dB above it is not new; it fades by 2 dB a
    // second (docs/adr/0102).
    private const int FlutteringOctaves = 2;
    private const int ToneOctave = 4;
    private const float GoneBy = 20f;
    private const float FlutterFrom = 2f;
    private const float FlutterMargin = 1.4f;
    private const float FlutterKept = 0.97f;
    private const float CountKept = 0.96f;

    // Every fourth hop the floor creeps up by 0.1 dB or drops by 1.7 dB: it stays near the softest hundredth of the last seconds.
    private const float FloorCreep = 1.022f;
    private const float FloorDrop = 0.67f;

    // A tenth of a count squared: below the least the converter can say.
    private const float FloorLeast = 0.1f;

    private const float Means = 4.5f;
    private const float MeanRise = 0.004f;
    private const float MeanFall = 0.1f;
    private const int Turns = 4;

    // What is usual is taken off the pulses: 1.09 times the mean of 2.5 s.
    private const float UsualRate = 0.0066f;
    private const float UsualShare = 1.09f;

    // Bass and kick carry most of the beat. A drum that falls on the edge of two hops counts as one.
    private const float MidShare = 0.8f;
    private const float HighShare = 0.35f;
    private const float SpreadShare = 0.163f;

    // The high pulse is all above 1.9 kHz, the low one all from 60 Hz to 240: behind the last octave of each, highest first.
    private const int Parts = 3;

    // What lies below 60 Hz a small microphone hardly hears, and notes that begin there have overtones.
    private const int Heard = 7;
    private static readonly int[] Ends = { 2, 5, Heard };

    /// <summary>Novelty of notes and drums, 0 to about 7.</summary>
    public float Flux;

    /// <summary>How much power came in this hop above 1.9 kHz, from 240 Hz up to there, and below, in counts².</summary>
    public readonly float[] Rises = new float[Parts];

    /// <summary>Novelty less what is usual, 0 to about 4: what carries the beat.</summary>
    public float Pulse;

    /// <summary>
    /// Its parts: above 1.9 kHz, 0 to 2 (hats, claps, snares), from 240 Hz up to there, 0 to 3 (snares and chords), and below,
    /// 0 to 2.2 (kicks and basses).
    /// </summary>
    public readonly float[] Pulses = new float[Parts];

    private readonly float[] _floor = new float[Heard];
    private readonly float[] _before = new float[Heard];
    private readonly float[] _held = new float[Heard];
    private readonly float[] _flutter = new float[FlutteringOctaves];
    private float _gone;

    // 4.5 times the octaves' slow means above their floors.
    private readonly float[] _usual = new float[Heard];
    private readonly float[] _usualPulses = new float[Parts];
    private float _lastPulse;
    private int _turn;
    private bool _started;

    /// <summary>Takes the octave energies of the next hop, in counts².</summary>
    public void Measure(float[] energies)
    {
        if (!_started)
        {
            Start(energies);
        }

        Learn(energies);
        float pulse = Rise(energies);
        Pulse = pulse + (SpreadShare * _lastPulse);
        _lastPulse = pulse;
    }

    // Adds up what is new: for the three pulses and their weighted sum, and for an onset.
    private float Rise(float[] energies)
    {
        float[] floors = _floor;
        float[] usuals = _usual;
        float[] befores = _before;
        float[] helds = _held;
        float[] weights = Weight;
        float[] pulses = Pulses;
        float[] usualPulses = _usualPulses;
        float[] rises = Rises;
        int[] ends = Ends;
        float[] flutters = _flutter;
        float flux = 0f;
        int octave = 0;
        for (int i = 0; i < Parts; i++)
        {
            float sum = 0f;
            float rise = 0f;
            for (int end = ends[i]; octave < end; octave++)
            {
                // Held is the highest of what came before the last hop.
                float power = energies[octave];
                float before = befores[octave];
                float held = helds[octave];
                float fading = held * HeldKept;
                befores[octave] = power;
                helds[octave] = before > fading ? before : fading;
                if (power > before)
                {
                    float floor = floors[octave];
                    if (power > floor)
                    {
                        float weight = weights[octave];
                        float least = before > floor ? before : floor;
                        float usual = power - floor + usuals[octave];
                        float novelty = weight * (power - least) / (least + usual);
                        rise += power - before;
                        sum += novelty;
                        if (i == 0 && held < flutters[octave])
                        {
                            held = flutters[octave];
                        }

                        if (held > least)
                        {
                            novelty = power > held ? weight * (power - held) / (held + usual) : 0f;
                        }

                        flux += novelty;
                    }
                }
                else if (i == 0 && GoneBy * power < before && before < energies[ToneOctave])
                {
                    NoteFlutter(octave, before);
                }
            }

            rises[i] = rise;
            float mean = usualPulses[i];
            usualPulses[i] = mean += UsualRate * (sum - mean);
            sum -= UsualShare * mean;
            pulses[i] = sum < 0f ? 0f : sum;
        }

        Flux = flux;
        return pulses[2] + (MidShare * pulses[1]) + (HighShare * pulses[0]);
    }

    private void NoteFlutter(int octave, float before)
    {
        float flutter = FlutterMargin * before;
        if (++_gone > FlutterFrom && _flutter[octave] < flutter)
        {
            _flutter[octave] = flutter;
        }
    }

    // Floors and means are slow: two octaves have their turn in a hop.
    private void Learn(float[] energies)
    {
        float[] floors = _floor;
        float[] factors = FloorFactor;
        float[] usuals = _usual;
        int turn = _turn = (_turn + 1) & (Turns - 1);
        if (turn < FlutteringOctaves)
        {
            _flutter[turn] *= FlutterKept;
            _gone *= CountKept;
        }

        for (int octave = turn; octave < Heard; octave += Turns)
        {
            float power = energies[octave];
            float floor = floors[octave];
            floor *= power * factors[octave] > floor ? FloorCreep : FloorDrop;
            floor = floor < FloorLeast ? FloorLeast : floor;
            floors[octave] = floor;

            float usual = usuals[octave];
            float change = (power > floor ? Means * (power - floor) : 0f) - usual;
            usuals[octave] = usual + (change * (change > 0f ? MeanRise : MeanFall));
        }
    }

    private void Start(float[] energies)
    {
        _started = true;
        for (int octave = 0; octave < Heard; octave++)
        {
            _floor[octave] = energies[octave] * FloorFactor[octave];
            _before[octave] = energies[octave];
        }
    }
}
