using System;
using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Outputs;

/// <summary>
/// The last thing before the wire: no flash too many, no mA too much. A frame that goes beyond is darkened as a whole.
/// </summary>
internal sealed class FrameLimiter
{
    // 12 bits: a frame is never brighter than allowed, and less than a thousandth darker than it might be.
    internal const int Unchanged = 4096;

    // The palette may be as bright as it can be.
    internal const int FullLevel = 255;

    // A palette is worked in anew for a gain of a thirty-second, not for less.
    private const int Worthwhile = 32;

    private const int UsualSlices = 1;
    private const int SlicesAfterScaling = 2;

    // Relative luminance of light in the sRGB primaries (IEC 61966-2-1), in ten-thousandths.
    private const int RedLuminance = 2126;
    private const int GreenLuminance = 7152;
    private const int BlueLuminance = 722;

    private readonly int _index;
    private readonly int _leds;
    private readonly SharedLimits _limits;
    private readonly FrameBlocks _blocks;
    private readonly FrameMetrics _metrics;
    private readonly FrameWish _wish;
    private int _boundSum;
    private int _boundMa;
    private int _boundVersion = -1;
    private bool _isSafe;
    private bool _knowsWish;
    private int _allowedMa;

    // Once all that a safe frame could be is granted, it stays so.
    private bool _isGranted;

    public FrameLimiter(Output output, SharedLimits limits, FrameBlocks blocks)
    {
        _index = output.Index;
        _leds = output.Strip.Leds;
        _limits = limits;
        _blocks = blocks;
        _metrics = output.Metrics;
        _wish = new FrameWish(_leds);
    }

    /// <summary>
    /// How bright the palette may be so that frames need not be darkened, 1–255, whatever is asked for: what a supply cannot
    /// carry is taken off all colours there, and a frame is only touched until that is done.
    /// </summary>
    public int Cap = FullLevel;

    /// <summary>
    /// True when the last frame had to be added up, and the next may have to be scaled: 6 and 13 µs of reference time.
    /// </summary>
    public bool IsTight;

    /// <summary>
    /// Slices of the palette's work that the next frame has time for. One that works and is beyond a limit is left out, so the
    /// next one is scaled and does not work, and the one after does twice as much.
    /// </summary>
    public int Slices = UsualSlices;

    /// <summary>Another picture is going to be drawn: what the one before would have liked to draw counts no longer.</summary>
    public void Begin()
    {
        ForgetWish();
        Cap = FullLevel;
    }

    /// <summary>Puts <paramref name="frame"/> on the wire, as dark as it must be.</summary>
    /// <param name="frame">What is to be shown.</param>
    /// <param name="wire">What was shown last, and is shown again when this frame is left out.</param>
    /// <param name="nowUs">The µs clock.</param>
    /// <param name="light">
    /// What is known of it. A frame that could not exceed what the strip is sure of, even if every pixel were as bright as the
    /// brightest may be, is not added up.
    /// </param>
    /// <param name="known">What the frame adds up to, where somebody may know it; else null.</param>
    public void Limit(byte[] frame, byte[] wire, long nowUs, PictureLight light, FrameSums known)
    {
        FrameBlocks blocks = _blocks;
        if (light.BrightestSum != _boundSum || _limits.Master.Version != _boundVersion)
        {
            Bound(light.BrightestSum);
        }

        bool isSafe = _isSafe && light.Level <= Cap;
        IsTight = !isSafe;
        if (known != null && known.IsKnown && (isSafe || known.IsExact))
        {
            blocks.Green = known.Green;
            blocks.Red = known.Red;
            blocks.Blue = known.Blue;
        }
        else if (isSafe)
        {
            blocks.Sample(frame);
        }
        else
        {
            blocks.Measure(frame);
        }

        int green = blocks.Green;
        int red = blocks.Red;
        int blue = blocks.Blue;
        int luminance = ((green * GreenLuminance) + (red * RedLuminance) + (blue * BlueLuminance)) / (_leds * 255);
        int factor = Guarded(luminance, nowUs);
        int sum = green + red + blue;
        factor = isSafe ? Bounded(factor, light) : Limited(factor, sum, light);
        if (factor == Unchanged)
        {
            Slices = UsualSlices;
            Array.Copy(frame, 0, wire, 0, frame.Length);
            _metrics.LitSum = sum;
        }
        else if (IsTight && light.HasWorked && _limits.Power.LitMa(_metrics.LitSum) <= _allowedMa)
        {
            Slices = 0;
            return;
        }
        else
        {
            Slices = IsTight ? SlicesAfterScaling : UsualSlices;
            blocks.Scale(frame, wire, factor);
            luminance = luminance * factor / Unchanged;
            _metrics.LitSum = (int)((long)sum * factor / Unchanged);
        }

        _limits.Guard.Show(_index, luminance, nowUs);
    }

    private void Bound(int brightestSum)
    {
        _isGranted = false;
        _boundSum = brightestSum;
        _boundVersion = _limits.Master.Version;
        _boundMa = _limits.Power.LitMa(brightestSum * _leds);
        _isSafe = _boundMa <= _limits.Power.SureMa(_index);
    }

    private int Guarded(int luminance, long nowUs)
    {
        if (_limits.Master.Values[MasterControls.GuardIndex] == 0)
        {
            return Unchanged;
        }

        int ceiling = _limits.Guard.Ceiling(_index, nowUs);
        if (luminance <= ceiling)
        {
            return Unchanged;
        }

        _metrics.Guarded++;
        return ceiling * Unchanged / luminance;
    }

    // What is not added up counts as all that it could be; that is within the strip's half, and is given at once or with the next
    // frame.
    private int Bounded(int factor, PictureLight light)
    {
        if (_isGranted && light.IsLit)
        {
            return factor;
        }

        Cap = FullLevel;
        PowerBudget power = _limits.Power;
        int boundMa = light.IsLit ? _boundMa : 0;
        power.Wish(_index, boundMa);
        int allowedMa = power.Take(_index, boundMa, power.ShareMa(_index));
        ForgetWish();
        _isGranted = light.IsLit && allowedMa >= boundMa;
        return allowedMa >= boundMa ? factor : Darkened(factor, allowedMa, boundMa);
    }

    private int Limited(int factor, int sum, PictureLight light)
    {
        PowerBudget power = _limits.Power;
        _isGranted = false;
        _knowsWish = true;
        if (light.IsLit)
        {
            _wish.Note(sum, light.ShownLevel, light.IsMixed);
        }
        else
        {
            _wish.Forget();
        }

        int wishSum = _wish.SumAt(light.Level);
        power.Wish(_index, light.IsLit ? power.LitMa(wishSum) : 0);
        int shareMa = power.ShareMa(_index);
        ChooseCap(light, shareMa);
        int litMa = power.LitMa((int)((long)sum * factor / Unchanged));
        int allowedMa = power.Take(_index, litMa, shareMa);
        _allowedMa = allowedMa;
        return allowedMa >= litMa ? factor : Darkened(factor, allowedMa, litMa);
    }

    private void ForgetWish()
    {
        if (_knowsWish)
        {
            _wish.Forget();
            _knowsWish = false;
        }
    }

    private int Darkened(int factor, int allowedMa, int litMa)
    {
        _metrics.Limited++;
        return (int)((long)factor * allowedMa / litMa);
    }

    // What the palette rounds down is reckoned with, so that a brighter one cannot turn out too bright and be taken back: else a
    // steady picture would go up and down for ever.
    private void ChooseCap(PictureLight light, int shareMa)
    {
        if (light.IsReceived || !light.IsLit)
        {
            Cap = FullLevel;
            return;
        }

        if (light.IsWorking)
        {
            return;
        }

        PowerBudget power = _limits.Power;
        int shownMa = power.LitMa(_wish.SumAt(light.ShownLevel));
        int mostMa = power.LitMa(_wish.MostSum);
        int cap = mostMa <= shareMa ? FullLevel : FullLevel * shareMa / mostMa;
        cap = cap > 0 ? cap : 1;
        if (cap == FullLevel || shownMa > shareMa || cap > Cap + (Cap / Worthwhile))
        {
            Cap = cap;
        }
    }
}
