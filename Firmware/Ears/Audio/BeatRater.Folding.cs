namespace NanoFirmware.Audio;

/// <content>The last beats of a period on top of each other: where in it the beat may fall.</content>
public sealed partial class BeatRater
{
    /// <summary>
    /// Lays the last beats of a period on top of each other; returns how many <see cref="Peaks"/> there are, 0 to 2.
    /// </summary>
    public int Fold(float period)
    {
        byte[] all = _history.All;
        int[] sums = _sums;
        int length = (int)(period + 0.999f);
        int beats = (int)((_age - length) / period);
        if (beats < 1)
        {
            return 0;
        }

        // Five beats in one pass; where fewer are known the newest stands for the others.
        int a = _newest;
        int b = beats > 1 ? FrameAt(1, period) : a;
        int c = beats > 2 ? FrameAt(2, period) : a;
        int d = beats > 3 ? FrameAt(3, period) : a;
        int e = beats > 4 ? FrameAt(4, period) : a;
        for (int ago = 0; ago < length; ago++)
        {
            sums[ago] = all[(a - ago) & Mask] + all[(b - ago) & Mask] + all[(c - ago) & Mask]
                + all[(d - ago) & Mask] + all[(e - ago) & Mask];
        }

        return FindPeaks(length);
    }

    private int FrameAt(int beat, float period) => (int)(_newest - (beat * period) + 0.5f);

    private int FindPeaks(int length)
    {
        int[] sums = _sums;
        int count = 0;
        int best = -1;
        int second = -1;
        int before = sums[length - 1];
        int sum = sums[0];

        // A period has no end: behind its last frame comes its first.
        sums[length] = sum;
        for (int ago = 0; ago < length; ago++)
        {
            int next = sums[ago + 1];
            if (sum >= before && sum > next)
            {
                count++;
                if (best < 0 || sum > sums[best])
                {
                    second = best;
                    best = ago;
                }
                else if (second < 0 || sum > sums[second])
                {
                    second = ago;
                }
            }

            before = sum;
            sum = next;
        }

        if (best >= 0)
        {
            Peaks[0] = PeakAt(best, length);
        }

        if (second >= 0)
        {
            Peaks[1] = PeakAt(second, length);
        }

        return count > PeaksMax ? PeaksMax : count;
    }

    // The centre of gravity of three frames above their least.
    private float PeakAt(int ago, int length)
    {
        int left = _sums[ago == 0 ? length - 1 : ago - 1];
        int right = _sums[ago + 1 == length ? 0 : ago + 1];
        int least = left < right ? left : right;
        int sum = left + _sums[ago] + right - (3 * least);
        return sum <= 0 ? ago : ago + ((right - left) / (float)sum);
    }
}
