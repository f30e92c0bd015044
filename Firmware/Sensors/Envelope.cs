namespace NanoFirmware.Sensors;

/// <summary>
/// The outline of a signal: it rises with it at once, stays up for a while, and then falls towards it. Time is an argument.
/// </summary>
internal sealed class Envelope
{
    // After the hold a third of the way to the signal is left after so long.
    private const int FallUs = 100000;

    // A product with this and a distance of 16 bits fits 31.
    private const int LongestStepUs = 30000;

    private int _heldUs;

    /// <summary>The outline now.</summary>
    public int Value;

    /// <summary>Follows one sample; the outline with it.</summary>
    /// <param name="signal">0 to 65,535.</param>
    /// <param name="elapsedUs">Time since the sample before.</param>
    /// <param name="holdUs">How long it stays up after the signal last reached it.</param>
    public int Next(int signal, int elapsedUs, int holdUs)
    {
        int value = Value;
        if (signal >= value)
        {
            _heldUs = 0;
            Value = signal;
            return signal;
        }

        if (_heldUs < holdUs)
        {
            _heldUs += elapsedUs;
            return value;
        }

        int stepUs = elapsedUs < LongestStepUs ? elapsedUs : LongestStepUs;
        int fall = (value - signal) * stepUs / FallUs;
        Value = value - (fall > 0 ? fall : 1);
        return Value;
    }

    /// <summary>Follows samples that came one after the other: each becomes the outline with it.</summary>
    /// <param name="samples">0 to 65,535 each.</param>
    /// <param name="count">How many.</param>
    /// <param name="stepUs">Time between two.</param>
    /// <param name="holdUs">How long it stays up.</param>
    public void Follow(int[] samples, int count, int stepUs, int holdUs)
    {
        for (int i = 0; i < count; i++)
        {
            samples[i] = Next(samples[i], stepUs, holdUs);
        }
    }

    /// <summary>Begins anew at nothing.</summary>
    public void Restart()
    {
        Value = 0;
        _heldUs = 0;
    }
}
