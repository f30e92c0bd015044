using System.Runtime.CompilerServices;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// Counts the reference time that woven code spends. One thread runs at a time and every run has its own copy of this
/// class (its own load context), so a plain static is enough, and cheap: the weaver calls <see cref="Charge"/> in every basic
/// block.
/// </summary>
public static class Meter
{
    /// <summary>Reference picoseconds until somebody has to look at the clock.</summary>
    private static long _left = Unlimited;
    private static long _granted = Unlimited;
    private static long _before;
    private static Action? _expired;

    // The turn in which each segment of code ran last.
    private static int[] _seen = new int[1 << 15];
    private static int _turn = 1;

    // What each segment spent so far, in the contexts that ask for it.
    private static long[] _shares = new long[1 << 15];

    private const long Unlimited = long.MaxValue / 4;

    /// <summary>Spends reference picoseconds; looks at the clock when the grant is used up.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Charge(int ps)
    {
        long left = _left - ps;
        _left = left;
        if (left < 0)
        {
            Expire();
        }
    }

    /// <summary>Runs a segment of woven code: what it costs, and more when this turn has not seen it yet.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Run(int ps, int coldPs, int segment)
    {
        int[] seen = _seen;
        if ((uint)segment < (uint)seen.Length && seen[segment] == _turn)
        {
            Charge(ps);
        }
        else
        {
            RunCold(ps + coldPs, segment);
        }
    }

    /// <summary>The same, and notes what the segment spends.</summary>
    public static void RunShared(int ps, int coldPs, int segment)
    {
        long before = Spent;
        Run(ps, coldPs, segment);
        if (segment >= _shares.Length)
        {
            Array.Resize(ref _shares, Math.Max(segment + 1, 2 * _shares.Length));
        }

        _shares[segment] += Spent - before;
    }

    /// <summary>Reference picoseconds by segment since the last time; empty for all code that does not note them.</summary>
    internal static long[] TakeShares()
    {
        long[] shares = _shares;
        _shares = new long[shares.Length];
        return shares;
    }

    /// <summary>Another thread's turn, or another frame, hop or answer: its code is cold.</summary>
    internal static void BeginTurn() => _turn++;

    /// <summary>Reference picoseconds spent since the last <see cref="Grant"/>.</summary>
    internal static long Spent => _granted - _left;

    /// <summary>Reference picoseconds spent since the beginning.</summary>
    internal static long Total => _before + Spent;

    /// <summary>Lets code run for this long before <paramref name="expired"/> is called; without one, for ever.</summary>
    internal static void Grant(long ps, Action? expired)
    {
        _before += Spent;
        _granted = _left = ps;
        _expired = expired;
    }

    /// <summary>Starts counting from zero, without limit.</summary>
    internal static void Restart() => Grant(Unlimited, null);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RunCold(int ps, int segment)
    {
        if (segment >= _seen.Length)
        {
            Array.Resize(ref _seen, Math.Max(segment + 1, 2 * _seen.Length));
        }

        _seen[segment] = _turn;
        Charge(ps);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Expire()
    {
        if (_expired == null)
        {
            throw new InvalidOperationException("The meter ran for longer than it can count.");
        }

        _expired();
    }
}
