namespace NanoFirmware.Audio;

/// <summary>Learns what a room sounds like all the time, octave by octave: a fan, an air conditioner, a hum. It is taken off
/// what is shown.</summary>
/// <remarks>Learnt is what lasts for 20 s without a note; whatever turns softer is believed at once, so that music never
/// adds to it.</remarks>
public sealed class SteadyNoise
{
    /// <summary>Hops until every octave had its turn.</summary>
    public const int Turns = 2 * FilterBank.Octaves;

    // −45 dBFS in counts²: louder steady sound is meant to be seen.
    private const float LoudestPower = 16977f;

    // In the hop after so many it learns.
    private const int PatienceHops = (20 * Board.FrameRateHz) - 1;

    // A note is louder than what lasts. A hum's pulses, which the highest octaves hear one by one, are not: they are no music.
    private const float NoteRise = 1.25f;

    // Means of 2.2 s; what is learnt follows them in 3 s. Of four hops two have their octave, whose parity is the bank's turn.
    private const float MeanRate = 0.0076f;
    private const float TurnMeanRate = 0.116f;
    private const float LearnRate = 0.086f;
    private const float PowerLearnRate = 0.0056f;

    // Few samples a hop tell of a low octave: it flutters so much above its mean, highest octave first.
    private static readonly float[] Flutter = { 1.1f, 1.15f, 1.2f, 1.3f, 1.4f, 1.6f, 2f, 2f };

    private readonly float[] _meanEnergy = new float[FilterBank.Octaves];
    private readonly float[] _meanLag = new float[FilterBank.Octaves];
    private float _meanPower;
    private int _patience = PatienceHops;

    /// <summary>What to take off each octave's energy, in counts², highest octave first.</summary>
    public readonly float[] Energy = new float[FilterBank.Octaves];

    /// <summary>What to take off each octave's product of neighbouring samples.</summary>
    public readonly float[] Lag = new float[FilterBank.Octaves];

    /// <summary>Mean power of the whole in counts².</summary>
    public float Power;

    /// <summary>Takes the next hop.</summary>
    /// <param name="bank">Has split it.</param>
    /// <param name="isOnset">Whether a note began in the hop before.</param>
    /// <param name="turn">The hop's number, from 0 to <see cref="Turns"/> − 1 and again; even where the bank's turn is 0.</param>
    public void Follow(FilterBank bank, bool isOnset, int turn)
    {
        float power = bank.TotalPower;
        float mean = _meanPower;
        _meanPower = mean += MeanRate * (power - mean);
        bool isLearning = false;
        if (isOnset && power > NoteRise * mean)
        {
            _patience = PatienceHops;
        }
        else if (_patience > 0)
        {
            _patience--;
        }
        else
        {
            isLearning = mean <= LoudestPower;
        }

        if (mean < Power)
        {
            Power = mean;
        }
        else if (isLearning)
        {
            Power += PowerLearnRate * (mean - Power);
        }

        if ((turn & 2) == 0)
        {
            Learn(bank, ((turn >> 1) & (FilterBank.Octaves - 2)) | (turn & 1), isLearning);
        }
    }

    private void Learn(FilterBank bank, int octave, bool isLearning)
    {
        float meanEnergy = _meanEnergy[octave];
        float meanLag = _meanLag[octave];
        _meanEnergy[octave] = meanEnergy += TurnMeanRate * (bank.Energy[octave] - meanEnergy);
        _meanLag[octave] = meanLag += TurnMeanRate * (bank.Lag[octave] - meanLag);
        float flutter = Flutter[octave];
        float learnt = Energy[octave];
        float change = (flutter * meanEnergy) - learnt;
        if (change < 0f)
        {
            Energy[octave] = learnt + change;
            Lag[octave] = flutter * meanLag;
        }
        else if (isLearning)
        {
            Energy[octave] = learnt + (LearnRate * change);
            Lag[octave] += LearnRate * ((flutter * meanLag) - Lag[octave]);
        }
    }

    /// <summary>Takes what sounds now for the room's noise, unless it is louder than any.</summary>
    public void LearnNow()
    {
        if (_meanPower > LoudestPower)
        {
            return;
        }

        Power = _meanPower;
        for (int octave = 0; octave < FilterBank.Octaves; octave++)
        {
            Energy[octave] = Flutter[octave] * _meanEnergy[octave];
            Lag[octave] = Flutter[octave] * _meanLag[octave];
        }
    }
}
