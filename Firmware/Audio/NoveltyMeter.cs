namespace NanoFirmware.Audio;

/// <summary>Measures how much of what an octave holds is new: rises between hops, weighed against what was there anyway.</summary>
/// <remarks>
/// A rise r between powers q and p counts r / (p + q + k m), with m the octave's slow mean: a logarithm's slope without a
/// logarithm. A small k hears every note, a large one mostly the loud ones.
/// </remarks>
public sealed class NoveltyMeter
{
    // Low octaves judge by few samples a hop and flutter in noise: their floors are raised the most. Highest octave first.
    private static readonly float[] FloorFactor = { 4.5f, 4.5f, 4.5f, 5.5f, 6.3f, 7.6f, 11.6f, 12.9f };

    // Share of each octave in the flux that makes an onset, and in the pulse that carries the beat.
    private static readonly float[] FluxWeight = { 1f, 1f, 1f, 1f, 1f, 0.62f, 0.62f, 0.62f };
    private static readonly float[] PulseWeight = { 0.41f, 0.37f, 0.44f, 0.54f, 0.69f, 0.4f, 1f, 0.81f };

    // Snares and claps live above 240 Hz.
    private static readonly float[] BackbeatWeight = { 0.69f, 1f, 1f, 1f, 0.135f };

    // Every second hop the floor creeps up by 0.1 dB or drops by 1.7 dB: it stays near the softest hundredth of the last seconds.
    private const float FloorCreep = 1.022f;
    private const float FloorDrop = 0.67f;

    // A thousandth of a count squared: below the least the converter can say.
    private const float FloorLeast = 0.02f;

    private const float FluxMeans = 5f;
    private const float FluxMeanRise = 0.002f;
    private const float FluxMeanFall = 0.06f;

    private const int BackbeatOctaves = 5;
    private const float PulseMeans = 16f;
    private const float BackbeatMeans = 79f;
    private const float PulseMeanRate = 0.0076f;

    // What is usual is taken off the pulses: 1.09 times the mean of 2.5 s, and a peak counts 10 means at most.
    private const float UsualRate = 0.0066f;
    private const float UsualShare = 1.09f;
    private const float PeakMeans = 9.44f;
    private const float BackbeatShare = 0.458f;
    private const float SpreadShare = 0.163f;

    /// <summary>Novelty of notes and drums, 0 to about 7.</summary>
    public float Flux;

    /// <summary>Novelty of what is loud, less what is usual, 0 to about 3: what carries the beat.</summary>
    public float Pulse;

    /// <summary>The same above 240 Hz and for the loudest only: what carries the backbeat.</summary>
    public float Backbeat;

    private readonly float[] _floor = new float[FilterBank.Octaves];
    private readonly float[] _fluxMean = new float[FilterBank.Octaves];
    private readonly float[] _pulseMean = new float[FilterBank.Octaves];
    private readonly float[] _before = new float[FilterBank.Octaves];
    private float _usualPulse;
    private float _usualBackbeat;
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

        float[] floors = _floor, fluxMeans = _fluxMean, pulseMeans = _pulseMean, befores = _before;
        float[] factors = FloorFactor, fluxWeights = FluxWeight, pulseWeights = PulseWeight, backbeatWeights = BackbeatWeight;
        float flux = 0f, pulse = 0f, backbeat = 0f;
        Learn(energies);
        for (int octave = 0; octave < FilterBank.Octaves; octave++)
        {
            float power = energies[octave], before = befores[octave];
            befores[octave] = power;
            if (power > before)
            {
                float floor = floors[octave] * factors[octave], rise = power - before;
                if (power > floor)
                {
                    float above = before > floor ? before - floor : 0f, fresh = power - floor;
                    flux += fluxWeights[octave] * (fresh - above) / (fresh + above + (FluxMeans * fluxMeans[octave]) + floor);
                }

                float mean = pulseMeans[octave], sum = power + before + 1f;
                pulse += pulseWeights[octave] * rise / (sum + (PulseMeans * mean));
                if (octave < BackbeatOctaves)
                {
                    backbeat += backbeatWeights[octave] * rise / (sum + (BackbeatMeans * mean));
                }
            }
        }

        Flux = flux;
        Emphasise(pulse, backbeat);
    }

    // Floors and means are slow: every other octave has its turn in a hop.
    private void Learn(float[] energies)
    {
        float[] floors = _floor, factors = FloorFactor, fluxMeans = _fluxMean, pulseMeans = _pulseMean;
        for (int octave = _turn ^= 1; octave < FilterBank.Octaves; octave += 2)
        {
            float power = energies[octave], floor = floors[octave], mean = pulseMeans[octave];
            pulseMeans[octave] = mean + (PulseMeanRate * (power - mean));
            floor *= power > floor ? FloorCreep : FloorDrop;
            floors[octave] = floor < FloorLeast ? FloorLeast : floor;

            power -= floor * factors[octave];
            power = power < 0f ? 0f : power;
            mean = fluxMeans[octave];
            fluxMeans[octave] = mean + ((power - mean) * (power > mean ? FluxMeanRise : FluxMeanFall));
        }
    }

    private void Emphasise(float pulse, float backbeat)
    {
        float usual = _usualBackbeat;
        usual += UsualRate * (backbeat - usual);
        _usualBackbeat = usual;
        backbeat -= UsualShare * usual;
        Backbeat = backbeat = backbeat < 0f ? 0f : backbeat;

        usual = _usualPulse;
        usual += UsualRate * (pulse - usual);
        _usualPulse = usual;
        pulse -= UsualShare * usual;
        pulse = pulse < 0f ? 0f : pulse > PeakMeans * usual ? PeakMeans * usual : pulse;

        // A drum that falls on the edge of two hops counts as one.
        Pulse = pulse + (BackbeatShare * backbeat) + (SpreadShare * _lastPulse);
        _lastPulse = pulse + (BackbeatShare * backbeat);
    }

    private void Start(float[] energies)
    {
        _started = true;
        for (int octave = 0; octave < FilterBank.Octaves; octave++)
        {
            _floor[octave] = energies[octave];
            _before[octave] = energies[octave];
        }
    }
}
