using NanoFirmware.Control;

namespace NanoFirmware.Outputs;

/// <summary>
/// Shares the supply between the strips. What a strip may draw follows from both present wishes and the budgets alone: its half
/// of the board, and beyond it what the other does not wish for. Nothing that was before counts.
/// </summary>
/// <remarks>
/// The two renderers may be stopped anywhere, and take no lock: each announces what it is going to hold before it looks at what
/// the other holds, so at least one of two that reach out at once sees the other, and steps back.
/// </remarks>
internal sealed class PowerBudget
{
    // A byte of 255 draws what the setting says, in µA.
    private const int LitParts = 255 * 1000;

    private readonly int[] _values;
    private readonly int[] _leds;
    private readonly int[] _idle;

    // In mA, idle current included: what each strip would show if it could, what the frame that it shows draws, and the
    // most of that frame and the next. A strip that gives back counts as lit until its dimmer frame has been sent.
    private readonly int[] _wishes;
    private readonly int[] _shown;
    private readonly int[] _held;

    /// <param name="master">Where the budgets are set.</param>
    /// <param name="leds">Pixels of each strip; 0 where there is none.</param>
    public PowerBudget(MasterControls master, int[] leds)
    {
        _values = master.Values;
        _leds = leds;
        _idle = new int[leds.Length];
        _wishes = new int[leds.Length];
        _shown = new int[leds.Length];
        _held = new int[leds.Length];
        TakeIdle();
    }

    /// <summary>What a strip draws in black, in mA.</summary>
    public int IdleMa(int strip) => ((_values[MasterControls.IdleIndex] * _leds[strip]) + 999) / 1000;

    /// <summary>What a frame draws besides, in mA, rounded up.</summary>
    /// <param name="sum">All its bytes added up.</param>
    public int LitMa(int sum) => (int)(((long)sum * _values[MasterControls.ColourIndex] / LitParts) + 1);

    /// <summary>The most that the bytes of a frame may add up to for so many mA.</summary>
    public int LitSum(int litMa) => litMa > 0 ? (int)((((long)litMa * LitParts) - 1) / _values[MasterControls.ColourIndex]) : 0;

    /// <summary>Takes over what the strips draw in black; called by each renderer when a setting has changed.</summary>
    public void TakeIdle()
    {
        for (int i = 0; i < _idle.Length; i++)
        {
            _idle[i] = IdleMa(i);
        }
    }

    /// <summary>What a strip may draw besides its idle current whatever the other one wishes, in mA.</summary>
    public int SureMa(int strip)
    {
        int channel = _values[MasterControls.ChannelBudgetIndex];
        int half = _values[MasterControls.BoardBudgetIndex] / 2;
        return (channel < half ? channel : half) - IdleMa(strip);
    }

    /// <summary>Says what a strip would draw besides its idle current if it could, in mA.</summary>
    public void Wish(int strip, int litMa)
    {
        int channel = _values[MasterControls.ChannelBudgetIndex];
        int wish = litMa + _idle[strip];
        _wishes[strip] = wish < channel ? wish : channel;
    }

    /// <summary>What a strip may draw besides its idle current while both wishes stay as they are, in mA.</summary>
    public int ShareMa(int strip)
    {
        int board = _values[MasterControls.BoardBudgetIndex];
        int channel = _values[MasterControls.ChannelBudgetIndex];
        int other = Others(_wishes, strip);
        int share = other > board / 2 ? board / 2 : board - other;
        share = (share < channel ? share : channel) - _idle[strip];
        return share > 0 ? share : 0;
    }

    /// <summary>What a strip's next frame may draw besides its idle current, in mA.</summary>
    /// <param name="strip">Its index.</param>
    /// <param name="litMa">What it would draw as it is.</param>
    /// <param name="shareMa">Its share, see <see cref="ShareMa"/>.</param>
    /// <returns>At most <paramref name="litMa"/>; less than its share only until the other one has sent a dimmer frame.</returns>
    public int Take(int strip, int litMa, int shareMa)
    {
        int idle = _idle[strip];
        int next = (litMa < shareMa ? litMa : shareMa) + idle;
        int shown = _shown[strip];
        _held[strip] = next > shown ? next : shown;
        int free = _values[MasterControls.BoardBudgetIndex] - Others(_held, strip);
        if (next > free)
        {
            next = free > idle ? free : idle;
            _held[strip] = next > shown ? next : shown;
        }

        _shown[strip] = next;
        return next - idle;
    }

    // All but one strip together, each at least its idle current.
    private int Others(int[] milliamps, int strip)
    {
        int[] idle = _idle;
        int sum = 0;
        for (int i = 0; i < idle.Length; i++)
        {
            if (i != strip)
            {
                int other = milliamps[i];
                int least = idle[i];
                sum += other > least ? other : least;
            }
        }

        return sum;
    }
}
