using System.Text.Json;

namespace NanoFirmware.DeviceModel.Faults;

/// <summary>All faults, one after the other, and what shows that their rows would notice.</summary>
public static class FaultBench
{
    private static readonly JsonSerializerOptions Format = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    };

    /// <summary>Names of all faults, in the order of the table.</summary>
    public static IReadOnlyList<string> Names => [.. FaultCatalog.All.Select(f => f.Name)];

    /// <summary>What the device does in a fault.</summary>
    public static string Expected(string name) => FaultCatalog.Find(name).Expected;

    /// <summary>What makes it do so, as Type::Method.</summary>
    public static string SafeguardOf(string name) => FaultCatalog.Find(name).Safeguard;

    /// <summary>Runs one fault.</summary>
    /// <param name="name">One of <see cref="Names"/>.</param>
    /// <param name="removed">A safeguard to leave out of the firmware, as <see cref="Weaving.Safeguards"/> takes it.</param>
    public static FaultRow Run(string name, string? removed = null) => FaultRun.Run(FaultCatalog.Find(name), removed);

    /// <summary>Runs one fault without its safeguard: the row must not survive that.</summary>
    public static FaultRow Prove(string name)
    {
        Fault fault = FaultCatalog.Find(name);
        return FaultRun.Run(fault, fault.Safeguard);
    }

    /// <summary>Runs some of them, as many at once as the machine has processors.</summary>
    /// <param name="names">Which.</param>
    /// <param name="run"><see cref="Run"/> or <see cref="Prove"/>.</param>
    /// <param name="done">Called with each row, in order.</param>
    public static FaultReport RunAll(IEnumerable<string> names, Func<string, FaultRow> run, Action<FaultRow> done)
    {
        var rows = new List<FaultRow>();
        foreach (FaultRow row in names.AsParallel().AsOrdered().WithMergeOptions(ParallelMergeOptions.NotBuffered).Select(run))
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
