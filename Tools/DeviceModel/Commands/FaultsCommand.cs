using System.CommandLine;
using NanoFirmware.DeviceModel.Faults;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>Everything that can go wrong, and how the device takes it.</summary>
internal sealed class FaultsCommand : Command
{
    private readonly Option<string?> _report = new("--report") { Description = "Write the rows as JSON." };
    private readonly Option<string?> _docs = new("--docs")
    {
        Description = "Run nothing, but write the table into this page (docs/reliability.md).",
    };
    private readonly Option<string?> _only = new("--only") { Description = "Only faults whose name holds these words." };
    private readonly Option<string?> _without = new("--without")
    {
        Description = "Leave a safeguard out of the firmware: Type::Method, Type::Method=true, Type::Method:Callee, …",
    };
    private readonly Option<bool> _prove = new("--prove")
    {
        Description = "Take each row's own safeguard out, and show that the row notices.",
    };

    internal FaultsCommand()
        : base(
            "faults",
            "Puts one fault after the other into the modelled board and says whether the device survived it as "
                + "docs/reliability.md promises.")
    {
        Add(_report);
        Add(_docs);
        Add(_only);
        Add(_without);
        Add(_prove);
        SetAction(Try);
    }

    private int Try(ParseResult line)
    {
        try
        {
            return Run(line);
        }
        catch (AggregateException fault) when (fault.InnerException is InvalidOperationException unknown)
        {
            Console.Error.WriteLine(unknown.Message);
            return 2;
        }
    }

    private int Run(ParseResult line)
    {
        if (line.GetValue(_docs) is { } page)
        {
            File.WriteAllText(page, FaultTable.Write(File.ReadAllText(page)));
            return 0;
        }

        string only = line.GetValue(_only) ?? "";
        string[] names = [.. FaultBench.Names.Where(n => n.Contains(only, StringComparison.OrdinalIgnoreCase))];
        bool proves = line.GetValue(_prove);
        FaultReport report = ProgressDisplay.Show("faults", names.Length, progress => proves
            ? FaultBench.RunAll(names, FaultBench.Prove, row => WriteProof(row, progress))
            : FaultBench.RunAll(names, n => FaultBench.Run(n, line.GetValue(_without)), row => Write(row, progress)));
        int good = proves ? report.Total - report.Survived : report.Survived;
        Console.WriteLine($"{(proves ? "noticed without their safeguards" : "survived")} {good} of {report.Total}");
        if (line.GetValue(_report) is { } path)
        {
            File.WriteAllText(path, FaultBench.ToJson(report));
        }

        return good == report.Total ? 0 : 1;
    }

    private static void Write(FaultRow row, ProgressDisplay progress)
    {
        progress.Advance();
        progress.WriteLine(
            $"{(row.Survived ? "survived" : "FAILED  ")}  {row.Name,-44} "
                + $"{(row.Restarts > 0 ? row.Restarts + " restarts, " : "")}{row.Figures}");
        if (row.Complaint != null)
        {
            progress.WriteLine("          " + row.Complaint);
        }
    }

    private static void WriteProof(FaultRow row, ProgressDisplay progress)
    {
        progress.Advance();
        progress.WriteLine($"{(row.Survived ? "UNSEEN " : "noticed")}  {row.Name,-44} {row.Safeguard}");
        progress.WriteLine("          " + (row.Complaint ?? row.Figures));
    }
}
