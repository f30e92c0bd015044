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

    // Darkening takes 28 µs of reference time for 384 LEDs: while it lasts a longer strip shows every second frame.
    internal const int MostLedsScaledEachFrame = 240;

    // Of a frame that nobody has added up yet.
    private const int Unknown = -1;

    private const int UsualSlices = 1;
    private const int SlicesAfterScaling = 2;

    // Relative luminance of light in the sRGB primaries (IEC 61966-2-1), in ten-thousandths.
    private const int RedLuminance = 2126;
    private const int GreenLuminance = 7152;
    private const int BlueLuminance = 722;

    private readonly int _index;
    private readonly int _leds;
    private readonly int _full;
    private readonly SharedLimits _limits;
    private readonly FrameBlocks _blocks;
    private readonly FrameMetrics _metrics;
    private int _boundSum;
    private int _boundMa;
    private int _boundVersion = -1;
    private bool _isSafe;

    // Made for the first frame that may be too much.
    private LightMeter _meter;
    private bool _hasScaled;
    private int _luminance;

    public FrameLimiter(Output output, SharedLimits limits, FrameBlocks blocks)
    {
        _index = output.Index;
        _leds = output.Strip.Leds;
        _full = _leds * FullLevel;
        _limits = limits;
        _blocks = blocks;
        _metrics = output.Metrics;
        Power = new PowerLimit(output, limits.Power);
    }

    /// <summary>What the strip asks of the supply, and how bright its palette may be so that it gets that.</summary>
    public readonly PowerLimit Power;

    /// <summary>
    /// True when the last frame might have exceeded what its strip is sure of, and the next may have to be counted and scaled: 6
    /// and 13 µs of reference time.
    /// </summary>
    public bool IsTight;

    /// <summary>Every byte of the last frame was counted.</summary>
    public bool IsExact;

    /// <summary>The last frame was passed on as it was: <see cref="Settle"/> has to be called when it is on its way.</summary>
    public bool IsOwed;

    /// <summary>
    /// Slices of the palette's work that the next frame has time for. One that works and is beyond a limit is left out, so the
    /// next one is scaled and does not work, and the one after does twice as much.
    /// </summary>
    public int Slices = UsualSlices;

    /// <summary>Another picture is going to be drawn: what the one before would have liked to draw counts no longer.</summary>
    public void Begin()
    {
        _meter?.Forget();
        Power.Begin();
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
        SharedLimits limits = _limits;
        MasterControls master = limits.Master;
        PowerLimit power = Power;
        if (light.BrightestSum != _boundSum || master.Version != _boundVersion)
        {
            Bound(light.BrightestSum);
        }

        bool isKnown = known != null && known.IsKnown;
        int ceiling = master.Values[MasterControls.GuardIndex] == 0
            ? FlashWatch.Full
            : limits.Guard.Ceiling(_index, nowUs);
        bool isTight = !_isSafe || light.Level > power.Cap;
        if (!isTight && ceiling == FlashWatch.Full && power.IsSafeGranted && light.IsLit)
        {
            if (!IsOwed)
            {
                BeginToPass();
            }

            // What is known is taken at once: who knows it may be about to draw the next picture.
            IsExact = isKnown && known.IsExact;
            _luminance = Unknown;
            if (isKnown)
            {
                Take(known);
                _luminance = 0;
            }

            Array.Copy(frame, 0, wire, 0, frame.Length);
            return;
        }

        IsTight = isTight;
        IsExact = isKnown && known.IsExact;
        IsOwed = false;
        int luminance;
        int factor;
        int sum;
        if (isTight)
        {
            factor = Granted(frame, known, light, ceiling);
            luminance = _luminance;
            sum = _meter.Sum;
        }
        else
        {
            factor = Guarded(frame, isKnown ? known : null, light, ceiling);
            luminance = _luminance;
            sum = Sum;
        }

        if (factor != Unchanged && IsLeftOut(light))
        {
            _hasScaled = false;
            Slices = IsTight ? 0 : UsualSlices;
            return;
        }

        if (factor != Unchanged)
        {
            luminance = luminance * factor / Unchanged;
            sum = Scaled(sum, factor);
        }

        Put(frame, wire, factor);
        _metrics.LitSum = sum;
        _limits.Guard.Show(_index, luminance, nowUs);
    }

    // The factor for a frame that is never too much, but perhaps a flash.
    private int Guarded(byte[] frame, FrameSums known, PictureLight light, int ceiling)
    {
        PowerLimit power = Power;
        int factor = power.IsSafeGranted && light.IsLit ? Unchanged : power.GrantSafe(_boundMa, light);
        if (known != null)
        {
            Take(known);
        }
        else
        {
            _blocks.Sample(frame);
        }

        int luminance = Luminance();
        _luminance = luminance;
        return luminance <= ceiling ? factor : factor * Guarded(luminance, ceiling) / Unchanged;
    }

    // The factor for a frame that may be too much.
    private int Granted(byte[] frame, FrameSums known, PictureLight light, int ceiling)
    {
        PowerLimit power = Power;
        power.TakeShare();
        LightMeter meter = Read(frame, known, light);
        int luminance = Luminance();
        _luminance = luminance;
        int factor = luminance <= ceiling ? Unchanged : Guarded(luminance, ceiling);
        int most = factor == Unchanged ? meter.MostSum : Scaled(meter.MostSum, factor);
        return power.Grant(meter.Sum, most, light) ? factor : Darkened(factor, frame);
    }

    // Whatever the next frames add up to, they are shown as they are: that is found out when they are on their way.
    private void BeginToPass()
    {
        IsOwed = true;
        IsTight = false;
        _hasScaled = false;
        Slices = UsualSlices;
    }

    private void Put(byte[] frame, byte[] wire, int factor)
    {
        _hasScaled = factor != Unchanged;
        if (_hasScaled)
        {
            Slices = IsTight ? SlicesAfterScaling : UsualSlices;
            _blocks.Scale(frame, wire, factor);
            return;
        }

        Slices = UsualSlices;
        Array.Copy(frame, 0, wire, 0, frame.Length);
    }

    /// <summary>Finds out what a frame that was passed on added up to, while it is on its way.</summary>
    /// <param name="frame">The frame.</param>
    /// <param name="nowUs">The µs clock when it was made.</param>
    public void Settle(byte[] frame, long nowUs)
    {
        FrameBlocks blocks = _blocks;
        if (_luminance == Unknown)
        {
            blocks.Sample(frame);
        }

        int green = blocks.Green;
        int red = blocks.Red;
        int blue = blocks.Blue;
        _metrics.LitSum = green + red + blue;
        int luminance = ((green * GreenLuminance) + (red * RedLuminance) + (blue * BlueLuminance)) / _full;
        _limits.Guard.Show(_index, luminance, nowUs);
    }

    private int Sum => _blocks.Green + _blocks.Red + _blocks.Blue;

    private int Luminance()
    {
        FrameBlocks blocks = _blocks;
        return ((blocks.Green * GreenLuminance) + (blocks.Red * RedLuminance) + (blocks.Blue * BlueLuminance)) / _full;
    }

    private void Take(FrameSums known)
    {
        FrameBlocks blocks = _blocks;
        blocks.Green = known.Green;
        blocks.Red = known.Red;
        blocks.Blue = known.Blue;
    }

    // What a frame that may be too much adds up to, as well as it is known.
    private LightMeter Read(byte[] frame, FrameSums known, PictureLight light)
    {
        LightMeter meter = _meter ?? new LightMeter(_blocks);
        _meter = meter;
        if (IsExact)
        {
            Take(known);
            meter.Know(Sum);
        }
        else
        {
            IsExact = meter.Read(frame, Power.ShareSum, light.IsWorking || light.HasWorked);
        }

        return meter;
    }

    // A frame that is too much as far as it is told is counted first.
    private int Darkened(int factor, byte[] frame)
    {
        if (!IsExact)
        {
            LightMeter meter = _meter;
            meter.Count(frame, Power.ShareSum);
            IsExact = true;
            if (Power.IsGranted(Scaled(meter.Sum, factor)))
            {
                return factor;
            }
        }

        return Power.Darken(factor);
    }

    private static int Scaled(int sum, int factor) => (int)((long)sum * factor / Unchanged);

    // What has no time to be darkened is not shown: the strip keeps its last frame, unless that draws too much by now.
    private bool IsLeftOut(PictureLight light)
    {
        bool hasNoTime = (IsTight && light.HasWorked) || (_hasScaled && _leds > MostLedsScaledEachFrame);
        return hasNoTime && _limits.Power.LitMa(_metrics.LitSum) <= Power.AllowedMa;
    }

    private void Bound(int brightestSum)
    {
        Power.Bound();
        _boundSum = brightestSum;
        _boundVersion = _limits.Master.Version;
        _boundMa = _limits.Power.LitMa(brightestSum * _leds);
        _isSafe = _boundMa <= _limits.Power.SureMa(_index);
    }

    private int Guarded(int luminance, int ceiling)
    {
        _metrics.Guarded++;
        return ceiling * Unchanged / luminance;
    }
}
