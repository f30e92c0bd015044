using System.Diagnostics;
using NanoFirmware.Simulator;

namespace NanoFirmware.Bench.Networked;

/// <summary>The PC's clock in µs, the same in all its processes.</summary>
internal static class PcClock
{
    private static readonly double UsPerTick = 1e6 / Stopwatch.Frequency;

    internal static double NowUs => Stopwatch.GetTimestamp() * UsPerTick;

    /// <summary>What it showed at a moment of a simulated device's own time.</summary>
    internal static double Of(SimulatedDevice device, long deviceUs) => (device.BeganAt * UsPerTick) + deviceUs;
}
