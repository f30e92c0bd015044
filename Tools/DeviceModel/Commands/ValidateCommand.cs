using System.CommandLine;
using System.Globalization;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The model beside the measurements.</summary>
internal sealed class ValidateCommand : Command
{
    private readonly Option<string?> _costs = new("--costs") { Description = "Another cost table than the one that ships." };
    private readonly Option<string?> _rows = new("--rows")
    {
        Description = "Further measurements: name,type,method,operations a turn,ns.",
    };
    private readonly Option<string?> _assembly = new("--assembly") { Description = "The assembly that holds them." };

    internal ValidateCommand()
        : base("validate", "Modelled against measured reference time: platform.md's bodies, every row of nanoclr-cost.csv, "
            + "and whole frames, hops and answers, which have to be met within 8 %.")
    {
        Add(_costs);
        Add(_rows);
        Add(_assembly);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        string? costs = line.GetValue(_costs);
        if (line.GetValue(_rows) is { } rows)
        {
            Write(Validation.ForFile(rows, line.GetValue(_assembly)!, costs), 0.2);
            return 0;
        }

        Write(Validation.ForBodies(costs), 0.15);
        Write(Validation.ForRows(costs), 0.2);
        ValidationRow[] frames = FrameValidation.Rows(costs == null ? null : CostTable.Load(costs));
        Write(frames, FrameValidation.Limit);
        return Array.TrueForAll(frames, r => Math.Abs(r.Error) <= FrameValidation.Limit) ? 0 : 1;
    }

    private static void Write(ValidationRow[] rows, double limit)
    {
        foreach (ValidationRow r in rows)
        {
            string mark = Math.Abs(r.Error) > limit ? " *" : "";
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{r.Name,-22} {r.MeasuredNs,10:0.0} measured {r.ModelledNs,10:0.0} modelled {r.Error,7:+0.0%;-0.0%}{mark}"));
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"{rows.Count(r => Math.Abs(r.Error) > limit)} of {rows.Length} are off by more than {limit:P0}"));
    }
}
