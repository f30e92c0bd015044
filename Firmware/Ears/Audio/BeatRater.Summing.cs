using System;

namespace NanoFirmware.Audio;

/// <content>What lies on the beats and between them, added up band by band.</content>
public sealed partial class BeatRater
{
    // Where the sums on beats by threes begin, behind six times three others.
    private const int Thirds = 18;

    // Adds up what the bands hold, low, mid and high of each: on even beats, on odd ones, half way before either, at the quarter
    // after and at the one before; then on beats by threes. The fold's sums are not needed any more.
    private void Sum(float period, float ago, int beats)
    {
        byte[] low = _history.Low;
        byte[] mid = _history.Mid;
        byte[] high = _history.High;
        int[] sums = _sums;
        Array.Clear(sums, 0, Thirds + 9);
        float quarter = 0.25f * period;
        float newest = _newest - ago + 0.5f;
        int afterLow = 0;
        int afterMid = 0;
        int afterHigh = 0;
        int beforeLow = 0;
        int beforeMid = 0;
        int beforeHigh = 0;
        for (int odd = 0; odd < 2; odd++)
        {
            float frame = newest - (odd * period);
            int third = Thirds + (3 * odd);
            int onLow = 0;
            int onMid = 0;
            int onHigh = 0;
            int halfLow = 0;
            int halfMid = 0;
            int halfHigh = 0;
            for (int beat = odd; beat < beats; beat += 2)
            {
                int at = (int)frame & Mask;
                int value = low[at];
                onLow += value;
                sums[third] += value;
                value = mid[at];
                onMid += value;
                sums[third + 1] += value;
                value = high[at];
                onHigh += value;
                sums[third + 2] += value;
                third = third == Thirds ? Thirds + 6 : third - 3;

                frame -= quarter;
                at = (int)frame & Mask;
                beforeLow += low[at];
                beforeMid += mid[at];
                beforeHigh += high[at];
                frame -= quarter;
                at = (int)frame & Mask;
                halfLow += low[at];
                halfMid += mid[at];
                halfHigh += high[at];
                frame -= quarter;
                at = (int)frame & Mask;
                afterLow += low[at];
                afterMid += mid[at];
                afterHigh += high[at];
                frame -= quarter + period;
            }

            int side = 3 * odd;
            Keep(side, onLow, onMid, onHigh);
            Keep(side + 6, halfLow, halfMid, halfHigh);
        }

        Keep(12, afterLow, afterMid, afterHigh);
        Keep(15, beforeLow, beforeMid, beforeHigh);
    }

    private void Keep(int at, int low, int mid, int high)
    {
        int[] sums = _sums;
        sums[at] = low;
        sums[at + 1] = mid;
        sums[at + 2] = high;
    }

    // The ones of a bar of three are to be those with the most bass, or the loudest.
    private void PutThirds(int beats)
    {
        int[] sums = _sums;
        int one = 0;
        float most = -1f;
        for (int i = 0; i < 3; i++)
        {
            int at = Thirds + (3 * i);
            float weight = (2f * sums[at] * _perLow) + (sums[at + 1] * _perMid) + (sums[at + 2] * _perHigh);
            weight /= ThirdOf(beats, i);
            if (weight > most)
            {
                most = weight;
                one = i;
            }
        }

        int ones = ThirdOf(beats, one);
        int others = beats - ones;
        int left = Thirds + (one == 0 ? 3 : 0);
        int right = Thirds + (one == 2 ? 3 : 6);
        Put(29, Thirds + (3 * one), 1f / ones);
        float share = others == 0 ? 0f : 1f / others;
        sums[left] += sums[right];
        sums[left + 1] += sums[right + 1];
        sums[left + 2] += sums[right + 2];
        Put(32, left, share);
    }

    // Beats that are the i-th of three; one at least, so that nothing is divided by zero.
    private static int ThirdOf(int beats, int i)
    {
        int count = (beats + 2 - i) / 3;
        return count < 1 ? 1 : count;
    }
}
