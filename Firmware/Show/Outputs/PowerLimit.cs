using NanoFirmware.Rendering;

namespace NanoFirmware.Outputs;

/// <summary>
/// What one strip asks of the supply and what it is granted: how far a frame has to be darkened now, and how bright its palette
/// may be so that the next ones need not.
/// </summary>
internal sealed class PowerLimit
{
    // A palette is worked in anew for a gain of a thirty-second, not for less.
    private const int Worthwhile = 32;

    // A picture near its share is counted in every frame, and darkened now and then: 9 and 28 µs of reference time for 384 LEDs.
    private const int SpareOfDear = 8;

    private readonly Output _output;
    private readonly PowerBudget _power;
    private readonly bool _isDear;

    // Made for the first frame that may be too much.
    private FrameWish _wish;
    private int _shareMa;
    private int _litMa;

    /// <param name="output">Whose frames.</param>
    /// <param name="power">What it shares with the others.</param>
    public PowerLimit(Output output, PowerBudget power)
    {
        _output = output;
        _power = power;
        _isDear = output.Strip.Leds > FrameLimiter.MostLedsScaledEachFrame;
    }

    /// <summary>Once all that a safe frame could be is granted, it stays so.</summary>
    public bool IsSafeGranted;

    /// <summary>
    /// How bright the palette may be so that frames need not be darkened, 1–255, whatever is asked for: what a supply cannot
    /// carry is taken off all colours there, and a frame is only touched until that is done.
    /// </summary>
    public int Cap = FrameLimiter.FullLevel;

    /// <summary>What the bytes of a frame may add up to, as <see cref="TakeShare"/> found it.</summary>
    public int ShareSum;

    /// <summary>What the last frame may draw besides its idle current, in mA.</summary>
    public int AllowedMa;

    /// <summary>Another picture is going to be drawn: what the one before would have liked to draw counts no longer.</summary>
    public void Begin()
    {
        ForgetWish();
        Cap = FrameLimiter.FullLevel;
    }

    /// <summary>What a safe frame could draw has changed, or a setting has.</summary>
    public void Bound()
    {
        IsSafeGranted = false;
        _power.TakeIdle();
        ShareSum = _power.LitSum(_shareMa);
    }

    /// <summary>
    /// What is not added up counts as all that it could be; that is within the strip's half, and is given at once or with the
    /// next frame.
    /// </summary>
    /// <returns>The factor by which the frame is darkened.</returns>
    public int GrantSafe(int boundMa, PictureLight light)
    {
        Cap = FrameLimiter.FullLevel;
        _litMa = light.IsLit ? boundMa : 0;
        _power.Wish(_output.Index, _litMa);
        AllowedMa = _power.Take(_output.Index, _litMa, _power.ShareMa(_output.Index));
        ForgetWish();
        IsSafeGranted = light.IsLit && AllowedMa >= _litMa;
        return AllowedMa >= _litMa ? FrameLimiter.Unchanged : Darken(FrameLimiter.Unchanged);
    }

    /// <summary>What the other strips leave, which is asked anew for each frame that is granted by its sum.</summary>
    public void TakeShare()
    {
        int shareMa = _power.ShareMa(_output.Index);
        if (shareMa != _shareMa)
        {
            _shareMa = shareMa;
            ShareSum = _power.LitSum(shareMa);
        }
    }

    /// <summary>Says what the strip would like to draw, and chooses how bright its palette may be.</summary>
    /// <param name="sum">The frame's bytes added up, as well as it is known.</param>
    /// <param name="most">What they may add up to at most, as dark as the frame is going to be anyway.</param>
    /// <param name="light">What is known of it.</param>
    /// <returns>As <see cref="IsGranted"/>.</returns>
    public bool Grant(int sum, int most, PictureLight light)
    {
        PowerBudget power = _power;
        FrameWish wish = _wish ?? new FrameWish(_output.Strip.Leds, _isDear);
        _wish = wish;
        IsSafeGranted = false;
        int wishMa = 0;
        if (light.IsLit)
        {
            wish.Note(sum, light.ShownLevel, light.IsMixed);
            wishMa = power.LitMa(wish.Peak * light.Level / FrameLimiter.FullLevel);
        }
        else
        {
            wish.Forget();
        }

        power.Wish(_output.Index, wishMa);
        ChooseCap(light);
        return IsGranted(most);
    }

    /// <summary>Whether a frame may draw so much; else <see cref="AllowedMa"/> says how much it may.</summary>
    /// <param name="sum">The most that its bytes may add up to.</param>
    public bool IsGranted(int sum)
    {
        _litMa = _power.LitMa(sum);
        AllowedMa = _power.Take(_output.Index, _litMa, _shareMa);
        return AllowedMa >= _litMa;
    }

    /// <summary>The factor by which a frame is darkened that was not granted.</summary>
    /// <param name="factor">How far it would be darkened anyway.</param>
    public int Darken(int factor)
    {
        _output.Metrics.Limited++;
        return (int)((long)factor * AllowedMa / _litMa);
    }

    private void ForgetWish() => _wish?.Forget();

    // What the palette rounds down is reckoned with, so that a brighter one cannot turn out too bright and be taken back: else a
    // steady picture would go up and down for ever.
    private void ChooseCap(PictureLight light)
    {
        if (light.IsReceived || !light.IsLit)
        {
            Cap = FrameLimiter.FullLevel;
            return;
        }

        if (light.IsWorking)
        {
            return;
        }

        int mostSum = _wish.MostSum;
        int aimSum = _isDear ? ShareSum - (ShareSum / SpareOfDear) : ShareSum;
        if (mostSum <= aimSum)
        {
            Cap = FrameLimiter.FullLevel;
            return;
        }

        int aimMa = _isDear ? _shareMa - (_shareMa / SpareOfDear) : _shareMa;
        int cap = FrameLimiter.FullLevel * aimMa / _power.LitMa(mostSum);
        cap = cap > 0 ? cap : 1;
        int shownSum = _wish.Peak * light.ShownLevel / FrameLimiter.FullLevel;
        int mostShownSum = _isDear ? ShareSum - (ShareSum / (2 * SpareOfDear)) : ShareSum;
        if (shownSum > mostShownSum || cap > Cap + (Cap / Worthwhile))
        {
            Cap = cap;
        }
    }
}
