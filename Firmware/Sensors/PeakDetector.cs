namespace NanoFirmware.Sensors;

/// <summary>
/// Tells the one moment in which a signal's outline reaches the threshold. It must fall below the threshold by the hysteresis
/// before it can reach it again, and what comes within the refractory time after a peak is none. Time is an argument.
/// </summary>
internal sealed class PeakDetector
{
    private long _peakUs;
    private bool _hasPeak;

    /// <summary>The outline has reached the threshold and not left it since.</summary>
    public bool IsAbove;

    /// <summary>Times that it reached the threshold too soon after a peak.</summary>
    public int Suppressed;

    /// <summary>Looks at one value; true when this is a peak.</summary>
    /// <param name="envelope">The outline.</param>
    /// <param name="threshold">What is a peak.</param>
    /// <param name="hysteresis">By how much it must leave the threshold.</param>
    /// <param name="refractoryUs">Between two peaks, at least.</param>
    /// <param name="nowUs">The clock.</param>
    public bool Take(int envelope, int threshold, int hysteresis, int refractoryUs, long nowUs)
    {
        if (IsAbove)
        {
            IsAbove = envelope >= threshold - hysteresis;
            return false;
        }

        if (envelope < threshold)
        {
            return false;
        }

        IsAbove = true;
        if (_hasPeak && nowUs - _peakUs < refractoryUs)
        {
            Suppressed++;
            return false;
        }

        _hasPeak = true;
        _peakUs = nowUs;
        return true;
    }

    /// <summary>
    /// The next of several values that <see cref="Take"/> has to look at: those before it change nothing. The count when there is
    /// none.
    /// </summary>
    public int Next(int[] envelopes, int from, int count, int threshold, int hysteresis)
    {
        bool isAbove = IsAbove;
        int edge = isAbove ? threshold - hysteresis : threshold;
        for (int i = from; i < count; i++)
        {
            if (envelopes[i] >= edge != isAbove)
            {
                return i;
            }
        }

        return count;
    }

    /// <summary>Begins anew: whoever is above already has no peak to come.</summary>
    public void Restart()
    {
        IsAbove = false;
        _hasPeak = false;
    }
}
