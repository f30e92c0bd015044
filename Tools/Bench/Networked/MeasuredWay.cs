using NanoFirmware.DeviceModel.Scenarios;
using static System.FormattableString;

namespace NanoFirmware.Bench.Networked;

/// <summary>One row of the table: a way in which light comes to both strips, measured on a PC.</summary>
/// <param name="Way">Its name.</param>
/// <param name="Pixels">Of both strips together.</param>
/// <param name="Fps">Pictures a second that were sent; null for what the device draws itself.</param>
/// <param name="Pictures">What became of them.</param>
/// <param name="CpuPercent">Share of one core that the simulator took.</param>
/// <param name="MemoryBytes">Memory of the simulator.</param>
/// <param name="Torn">Torn frames of its whole run.</param>
internal sealed record MeasuredWay(
    string Way, int Pixels, double? Fps, PictureFigures Pictures, double CpuPercent, long MemoryBytes, int Torn)
{
    /// <summary>The first two lines of the table.</summary>
    internal static IReadOnlyList<string> Head { get; } =
    [
        "| way | pixels | sent a second | shown a second | latency ms, mean / p99 | jitter ms | core % | memory MB | torn |",
        "|---|---|---|---|---|---|---|---|---|",
    ];

    /// <summary>Its line.</summary>
    internal string Row => string.Concat(
        Invariant($"| {Way} | {Pixels} | {(Fps is double fps ? Invariant($"{fps:0}") : "–")} | {Pictures.Fps:0.0} "),
        Invariant($"| {Pictures.LatencyMs:0.0} / {Pictures.LatencyMsP99:0.0} | {Pictures.JitterMs:0.0} | {CpuPercent:0} "),
        Invariant($"| {MemoryBytes / 1e6:0} | {Torn} |"));
}
