using System.Text.Json;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>All faults, one after the other.</summary>
public static class FaultBench
{
    private static readonly JsonSerializerOptions Format = new() { PropertyNamingPolicy = JsonNamingPolicy.CamelCase, WriteIndented = true };

    /// <summary>Names of all faults, in the order of the table.</summary>
    public static IReadOnlyList<string> Names => [.. FaultCatalog.All.Select(f => f.Name)];

    /// <summary>What the device does in a fault.</summary>
    public static string Expected(string name) => FaultCatalog.Find(name).Expected;

    /// <summary>Runs one fault.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="removed">A safeguard to leave out of the firmware, as Type::Method, with =true for one that should always say so.</param>
    public static FaultRow Run(string name, string? removed = null) => FaultRun.Run(FaultCatalog.Find(name), removed);

    /// <summary>Runs all of them, as many at once as the machine has processors.</summary>
    /// <param name="done">Called with each row, in order.</param>
    public static FaultReport RunAll(Action<FaultRow> done)
    {
        var rows = new List<FaultRow>();
        foreach (FaultRow row in FaultCatalog.All.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(f => FaultRun.Run(f)))
        {
            rows.Add(row);
            done(row);
        }

        return new FaultReport(rows.Count(r => r.Survived), rows.Count, [.. rows]);
    }

    internal static string ToJson(FaultReport report) => JsonSerializer.Serialize(report, Format);
}

/// <summary>The table.</summary>
public sealed record FaultReport(int Survived, int Total, FaultRow[] Rows);
