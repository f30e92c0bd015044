namespace NanoFirmware.Sensors;

/// <content>One number of the signal.</content>
internal abstract partial class Sensor
{
    /// <summary>Samples that came one after the other; afterwards they are the outline.</summary>
    /// <param name="samples">−32,767 to 32,767 each; the outline is that of their sizes.</param>
    /// <param name="count">How many.</param>
    /// <param name="stepUs">Time between two.</param>
    /// <param name="nowUs">When the last one was there.</param>
    protected void Take(int[] samples, int count, int stepUs, long nowUs)
    {
        if (count == 0)
        {
            return;
        }

        Samples += count;
        Signal = samples[count - 1];
        MeasureHighest(samples, count);
        _envelope.Follow(samples, count, stepUs, _holdUs);
        PeakDetector detector = _detector;
        for (int i = detector.Next(samples, 0, count, _threshold, _hysteresis); i < count;
            i = detector.Next(samples, i + 1, count, _threshold, _hysteresis))
        {
            long atUs = nowUs - ((long)stepUs * (count - 1 - i));
            if (detector.Take(samples[i], _threshold, _hysteresis, _refractoryUs, atUs))
            {
                NotePeak(atUs);
            }
        }
    }

    // They lose their signs.
    private void MeasureHighest(int[] samples, int count)
    {
        int highest = _highest;
        for (int i = 0; i < count; i++)
        {
            int size = samples[i];
            if (size < 0)
            {
                size = -size;
            }

            if (size >= highest)
            {
                highest = size;
                _highestSignal = samples[i];
            }

            samples[i] = size;
        }

        _highest = highest;
    }
}
