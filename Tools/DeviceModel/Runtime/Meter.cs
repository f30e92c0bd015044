using System.Runtime.CompilerServices;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// Counts the reference time that woven code spends. One thread runs at a time and every run has its own copy of this
/// class (its own load context), so a plain static is enough, and cheap: the weaver calls <see cref="Charge"/> in every basic block.
/// </summary>
public static class Meter
{
    /// <summary>Reference picoseconds until somebody has to look at the clock.</summary>
    private static long _left = Unlimited;
    private static long _granted = Unlimited;
    private static long _before;
    private static Action? _expired;

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
    private static void Expire()
    {
        if (_expired == null)
        {
            throw new InvalidOperationException("The meter ran for longer than it can count.");
        }

        _expired();
    }
}
