using NanoFirmware.Rendering;

namespace NanoFirmware.Outputs;

/// <summary>
/// Tells what the bytes of a frame add up to. Counting them all takes more than twice as long as looking at some (9.2 µs of
/// reference time more for 384 LEDs), so where the supply might be exceeded they are counted four times a second, and whenever
/// the sum comes near what the supply can carry. In between it is told from some, by what those were short of at the last count.
/// </summary>
internal sealed class LightMeter
{
    // A quarter of a second. A picture near the limit comes to that by 1, 3 and 7 frames while what is told of it is right.
    private const int MostBetweenCounts = 15;

    // To less than two hundredths.
    private const int Right = 64;

    // What the sample is multiplied by, in 4096ths: not more than double, whatever was counted of a nearly black frame.
    private const int Same = 4096;
    private const int LeastRatio = Same / 2;
    private const int MostRatio = Same * 2;

    // How far a told sum may be beside the counted one: four times what it was beside at one of the last counts, of which each
    // counts for seven eighths of the one after; a 64th at least, and an eighth of a picture that nothing is known of yet.
    private const int Misses = 4;
    private const int LeastDoubt = 64;
    private const int FirstDoubt = 8;

    private readonly FrameBlocks _blocks;
    private int _ratio = Same;
    private int _doubt;
    private int _counted;
    private int _between;
    private int _framesLeft;

    // Where the half lies that was looked at; a sample of another one, or of all, is short of something else.
    private int _halfFrom;
    private bool _isNew = true;

    /// <param name="blocks">The output's; they keep the sums of the colours.</param>
    public LightMeter(FrameBlocks blocks) => _blocks = blocks;

    /// <summary>All bytes of the last frame that was read added up, or what is told of it.</summary>
    public int Sum;

    /// <summary>The most that it may be.</summary>
    public int MostSum;

    /// <summary>Another picture is going to be drawn.</summary>
    public void Forget()
    {
        _isNew = true;
        _between = 0;
        _framesLeft = 0;
    }

    /// <summary>Takes what somebody knows of a frame.</summary>
    public void Know(int sum)
    {
        Sum = sum;
        MostSum = sum;
    }

    /// <summary>
    /// Tells what a frame draws, and leaves the sums of its colours in the output's blocks; true when every byte was counted, as
    /// always where it may be beyond <paramref name="mostSum"/>.
    /// </summary>
    /// <param name="frame">3 bytes a pixel.</param>
    /// <param name="mostSum">What the supply can carry.</param>
    /// <param name="isBusy">It has no time to look at some bytes first, and then to count them all.</param>
    public bool Read(byte[] frame, int mostSum, bool isBusy)
    {
        if (isBusy)
        {
            // What is learnt of a picture that changes helps nobody.
            FrameBlocks counted = _blocks;
            counted.Measure(frame);
            Sum = counted.Green + counted.Red + counted.Blue;
            MostSum = Sum;
            _framesLeft = 0;
            return true;
        }

        FrameBlocks blocks = _blocks;
        if (_framesLeft > 0 && blocks.HalfFrom == _halfFrom)
        {
            _framesLeft--;
            blocks.Sample(frame);
            int sum = (int)((long)(blocks.Green + blocks.Red + blocks.Blue) * _ratio / Same);

            // What has changed since the last count may be of other colours than what was counted.
            int change = sum > _counted ? sum - _counted : (_counted - sum) / 2;
            int most = sum + change + _doubt;
            if (most <= mostSum)
            {
                Sum = sum;
                MostSum = most;
                return false;
            }
        }

        Count(frame, mostSum);
        return true;
    }

    /// <summary>Counts every byte.</summary>
    public void Count(byte[] frame, int mostSum)
    {
        FrameBlocks blocks = _blocks;
        blocks.MeasureAndSample(frame);
        int sum = blocks.Green + blocks.Red + blocks.Blue;
        int sampled = blocks.Sampled;
        int told = (int)((long)sampled * _ratio / Same);
        int miss = told > sum ? told - sum : sum - told;
        int doubt = _isNew ? sum / FirstDoubt : miss * Misses;
        int before = _doubt - (_doubt / 8);
        int least = sum / LeastDoubt;
        doubt = doubt > before ? doubt : before;
        _doubt = doubt > least ? doubt : least;
        bool isRight = !_isNew && miss * Right <= sum;
        _between = isRight ? (_between * 2) + 1 : 0;
        _between = _between > MostBetweenCounts || sum + _doubt <= mostSum * 3 / 4 ? MostBetweenCounts : _between;
        _framesLeft = sum + _doubt <= mostSum ? _between : 0;
        _ratio = Ratio(sum, sampled);
        _counted = sum;
        _halfFrom = blocks.HalfFrom;
        _isNew = false;
        Sum = sum;
        MostSum = sum;
    }

    private static int Ratio(int sum, int sampled)
    {
        if (sampled == 0)
        {
            return Same;
        }

        int ratio = (int)((long)sum * Same / sampled);
        ratio = ratio > LeastRatio ? ratio : LeastRatio;
        return ratio < MostRatio ? ratio : MostRatio;
    }
}
