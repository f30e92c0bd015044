using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// Shares the supply between two strips, counted from the bytes that are sent. Each strip is sure of half of the board's budget and
/// may borrow what the other leaves; what it borrowed it gives back with its next frame.
/// </summary>
internal sealed class PowerBudget
{
    private readonly int[] _values;

    // What each strip shows, and what it would show if it could, in mA.
    private readonly int[] _shown = new int[2];
    private readonly int[] _wanted = new int[2];

    public PowerBudget(MasterControls master) => _values = master.Values;

    /// <summary>What a strip draws in black, in mA.</summary>
    public int IdleMa => (_values[MasterControls.IdleIndex] * Board.LedCount + 999) / 1000;

    /// <summary>What a frame draws besides, in mA, rounded up.</summary>
    /// <param name="sum">All its bytes added up.</param>
    public int LitMa(int sum) => (int)(((long)sum * _values[MasterControls.ColourIndex] / 255000) + 1);

    /// <summary>The most that a strip may draw besides its idle current, whatever the other one wants, in mA.</summary>
    public int MostMa(int strip)
    {
        int channel = _values[MasterControls.ChannelBudgetIndex];
        int half = _values[MasterControls.BoardBudgetIndex] / 2;
        int board = _wanted[1 - strip] > half ? half : (2 * half) - _wanted[1 - strip];
        return (channel < board ? channel : board) - IdleMa;
    }

    /// <summary>What a strip may draw besides its idle current now, in mA.</summary>
    /// <param name="strip">0 or 1.</param>
    /// <param name="litMa">What it would like to.</param>
    /// <returns>At most <paramref name="litMa"/>.</returns>
    public int Claim(int strip, int litMa)
    {
        int idle = IdleMa;
        int other = 1 - strip;
        int channel = _values[MasterControls.ChannelBudgetIndex];
        int board = _values[MasterControls.BoardBudgetIndex];
        int wanted = litMa + idle < channel ? litMa + idle : channel;
        _wanted[strip] = wanted;

        int fair = _wanted[other] > board / 2 ? board / 2 : board - _wanted[other];
        int free = board - (_shown[other] > idle ? _shown[other] : idle);
        int allowed = wanted < fair ? wanted : fair;
        allowed = allowed < free ? allowed : free;
        _shown[strip] = allowed > idle ? allowed : idle;
        return _shown[strip] - idle;
    }
}
