using System.CommandLine;
using System.Globalization;
using NanoFirmware.DeviceModel.Measuring;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>What one method costs.</summary>
internal sealed class CostCommand : Command
{
    private readonly Option<string> _type = new("--type") { Description = "Full name of the type.", Required = true };
    private readonly Option<string> _method = new("--method") { Description = "Its method.", Required = true };
    private readonly Option<string?> _arguments = new("--args")
    {
        Description = "One value per parameter, separated by commas: 5, true, null, byte[540] (noise), zero[256], _ (made up, "
            + "the default).",
    };

    private readonly Option<string?> _constructor = new("--ctor") { Description = "The same for the constructor." };
    private readonly Option<int> _calls = new("--calls") { Description = "Calls to measure.", DefaultValueFactory = _ => 60 };
    private readonly Option<double> _k = ModelOptions.K();
    private readonly Option<string?> _assembly = new("--assembly")
    {
        Description = "Another assembly than the firmware, by path.",
    };

    internal CostCommand()
        : base(
            "cost",
            "Reference µs, chip time and bytes of one method: cost --type NanoFirmware.Audio.SpectrumAnalyzer --method Analyze")
    {
        Add(_type);
        Add(_method);
        Add(_arguments);
        Add(_constructor);
        Add(_calls);
        Add(_k);
        Add(_assembly);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        Measurement m = MethodMeter.Measure(
            line.GetValue(_type)!,
            line.GetValue(_method)!,
            line.GetValue(_arguments)?.Split(','),
            line.GetValue(_constructor)?.Split(','),
            line.GetValue(_calls),
            line.GetValue(_assembly));
        double k = line.GetValue(_k);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"mean {m.MeanUs:0.00} µs, worst {m.WorstUs:0.00} µs reference; {m.MeanUs * k / 1000:0.00} ms, worst "
                + $"{m.WorstUs * k / 1000:0.00} ms on the chip at K = {k}; {m.BytesPerCall:0} bytes per call"));
        return 0;
    }
}
