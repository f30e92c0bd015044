using NanoFirmware.DeviceModel.Costs;

namespace NanoFirmware.DeviceModel.Scheduling;

/// <summary>
/// The timing of one machine that runs the interpreter.
/// </summary>
/// <param name="K">How many times slower than the reference machine.</param>
/// <param name="QuantumUs">Length of a thread's turn.</param>
/// <param name="QuantumInTicks">
/// True on the chip, where the turn ends by a FreeRTOS timer armed in ticks: the rest of the running tick counts as the first,
/// so that a turn of 20 ms lasts 10 to 20 (read in nf-interpreter's targetPAL_Events.cpp; not measured on a board).
/// </param>
/// <param name="TickUs">The step of sleeps, time-outs and idle waits.</param>
/// <param name="SwitchNs">One pass of the scheduler in reference ns: the timer re-armed, the lists walked.</param>
/// <param name="TurnChipUs">What a turn takes to have its data in the cache again, in µs of the chip.</param>
public sealed record Timing(double K, int QuantumUs, bool QuantumInTicks, int TickUs, double SwitchNs, double TurnChipUs = 0)
{
    /// <summary>
    /// The chip: 10 ms ticks; 0.3 µs of reference for a pass, 60 µs at K = 200, an assumption: no figure is published.
    /// </summary>
    /// <param name="k">How much slower than the reference machine.</param>
    /// <param name="costs">What the PSRAM takes; none: that is left out.</param>
    public static Timing Chip(double k = 200, CostConstants? costs = null) =>
        new(k, 20_000, true, 10_000, 300, costs == null ? 0 : costs.PsramLineChipUs * costs.PsramLinesPerTurn);

    /// <summary>
    /// The interpreter's own build for a PC, on which platform.md's hand-over table was measured: it starts an OS thread for
    /// every turn, to end it.
    /// </summary>
    public static Timing Pc { get; } = new(1, 20_000, false, 1_000, 30_000);
}
