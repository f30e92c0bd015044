using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>The last thing before the wire: no flash too many, no mA too much. A frame that goes beyond is darkened as a whole.</summary>
internal sealed class FrameLimiter
{
    // 12 bits: a frame is never brighter than allowed, and less than a thousandth darker than it might be.
    private const int Unchanged = 4096;

    // Relative luminance of light in the sRGB primaries (IEC 61966-2-1), in ten-thousandths.
    private const int RedLuminance = 2126;
    private const int GreenLuminance = 7152;
    private const int BlueLuminance = 722;

    // Frames that a palette takes to be worked in: no new verdict on it before.
    private const int SettleFrames = 24;
    private const int RecoverFrames = 120;

    private readonly int _index;
    private readonly Stage _stage;
    private readonly FrameBlocks _blocks;
    private readonly FrameMetrics _metrics;
    private int _framesWithin = SettleFrames;
    private int _boundSum;
    private int _boundVersion = -1;
    private bool _isSafe;
    private int _peakMa;

    public FrameLimiter(int index, Stage stage, FrameBlocks blocks, FrameMetrics metrics)
    {
        _index = index;
        _stage = stage;
        _blocks = blocks;
        _metrics = metrics;
    }

    /// <summary>
    /// How far the palette should be darkened so that frames need not be, 0–4096: what a supply cannot carry is taken off all
    /// colours there, and a frame is only touched until that is done.
    /// </summary>
    public int Cap = Unchanged;

    /// <summary>True when the last frame had to be scaled, which takes 15 µs of reference time.</summary>
    public bool HasScaled;

    /// <summary>Darkens <paramref name="wire"/> as far as it must be.</summary>
    /// <param name="wire">The frame.</param>
    /// <param name="nowUs">The µs clock.</param>
    /// <param name="brightestSum">No pixel's bytes add up to more; a frame that could not exceed its share even if all were so bright is not added up.</param>
    public void Limit(byte[] wire, long nowUs, int brightestSum)
    {
        FrameBlocks blocks = _blocks;
        if (brightestSum != _boundSum || _stage.Master.Version != _boundVersion || !_isSafe)
        {
            Bound(brightestSum);
        }

        if (_isSafe)
        {
            blocks.Sample(wire);
        }
        else
        {
            blocks.Measure(wire);
        }

        int green = blocks.Green, red = blocks.Red, blue = blocks.Blue;
        int luminance = ((green * GreenLuminance) + (red * RedLuminance) + (blue * BlueLuminance)) / (Board.LedCount * 255);
        int factor = Guarded(luminance, nowUs);
        int sum = green + red + blue;
        _metrics.LitSum = sum;
        if (!_isSafe || Cap != Unchanged)
        {
            factor = Limited(factor, sum);
        }

        HasScaled = factor < Unchanged;
        if (HasScaled)
        {
            blocks.Scale(wire, factor);
            luminance = luminance * factor / Unchanged;
            _metrics.LitSum = (int)((long)sum * factor / Unchanged);
        }

        _stage.Guard.Show(_index, luminance, nowUs);
    }

    private void Bound(int brightestSum)
    {
        _boundSum = brightestSum;
        _boundVersion = _stage.Master.Version;
        int boundMa = _stage.Power.LitMa(brightestSum * Board.LedCount);
        _isSafe = _stage.Power.Claim(_index, boundMa) == boundMa;
    }

    private int Guarded(int luminance, long nowUs)
    {
        if (_stage.Master.Values[MasterControls.GuardIndex] == 0)
        {
            return Unchanged;
        }

        int ceiling = _stage.Guard.Ceiling(_index, nowUs);
        if (luminance <= ceiling)
        {
            return Unchanged;
        }

        _metrics.Guarded++;
        return ceiling * Unchanged / luminance;
    }

    private int Limited(int factor, int sum)
    {
        PowerBudget power = _stage.Power;
        int litMa = power.LitMa((int)((long)sum * factor / Unchanged));
        int allowedMa = _isSafe ? litMa : power.Claim(_index, litMa);
        if (allowedMa >= litMa)
        {
            Recover(litMa, power.MostMa(_index));
            return factor;
        }

        _metrics.Limited++;
        _framesWithin++;
        if (_framesWithin > SettleFrames)
        {
            // A little more than needed, so that the next peak does not miss by one.
            Cap = (int)((long)Cap * allowedMa / litMa * 31 / 32);
            _framesWithin = 0;
            _peakMa = 0;
        }

        return (int)((long)factor * allowedMa / litMa);
    }

    // Two seconds without need, and a good deal to spare: an eighth more.
    private void Recover(int litMa, int allowedMa)
    {
        _framesWithin++;
        _peakMa = litMa > _peakMa ? litMa : _peakMa;
        if (Cap == Unchanged || _framesWithin < RecoverFrames)
        {
            return;
        }

        if (_peakMa * 5 < allowedMa * 4)
        {
            int more = Cap + (Cap / 8) + 1;
            Cap = more < Unchanged ? more : Unchanged;
        }

        _framesWithin = 0;
        _peakMa = 0;
    }
}
