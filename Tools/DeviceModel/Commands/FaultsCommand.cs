using System.CommandLine;
using NanoFirmware.DeviceModel.Faults;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>Everything that can go wrong, and how the device takes it.</summary>
internal sealed class FaultsCommand : Command
{
    private readonly Option<string?> _report = new("--report") { Description = "Write the rows as JSON." };
    private readonly Option<string?> _docs = new("--docs") { Description = "Run nothing, but write the table into this page (docs/reliability.md)." };
    private readonly Option<string?> _only = new("--only") { Description = "Only faults whose name holds these words." };
    private readonly Option<string?> _without = new("--without") { Description = "Leave a safeguard out of the firmware: Type::Method, or Type::Method=true." };

    internal FaultsCommand()
        : base("faults", "Puts one fault after the other into the modelled board and says whether the device survived it as docs/reliability.md promises.")
    {
        Add(_report);
        Add(_docs);
        Add(_only);
        Add(_without);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        if (line.GetValue(_docs) is { } page)
        {
            File.WriteAllText(page, FaultTable.Write(File.ReadAllText(page)));
            return 0;
        }

        string? only = line.GetValue(_only), without = line.GetValue(_without);
        FaultReport report = only == null && without == null
            ? FaultBench.RunAll(Write)
            : Some(only ?? "", without);
        Console.WriteLine($"survived {report.Survived} of {report.Total}");
        if (line.GetValue(_report) is { } path)
        {
            File.WriteAllText(path, FaultBench.ToJson(report));
        }

        return report.Survived == report.Total ? 0 : 1;
    }

    private static FaultReport Some(string only, string? without)
    {
        var rows = new List<FaultRow>();
        foreach (string name in FaultBench.Names.Where(n => n.Contains(only, StringComparison.OrdinalIgnoreCase)))
        {
            rows.Add(FaultBench.Run(name, without));
            Write(rows[^1]);
        }

        return new FaultReport(rows.Count(r => r.Survived), rows.Count, [.. rows]);
    }

    private static void Write(FaultRow row)
    {
        Console.WriteLine($"{(row.Survived ? "survived" : "FAILED  ")}  {row.Name,-44} {(row.Restarts > 0 ? row.Restarts + " restarts, " : "")}{row.Figures}");
        if (row.Complaint != null)
        {
            Console.WriteLine("          " + row.Complaint);
        }
    }
}
