using System.CommandLine;
using NanoFirmware.DeviceModel.Measuring;
using static System.FormattableString;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>Which methods a hop of the ears is spent in.</summary>
internal sealed class EarsCommand : Command
{
    private readonly Option<string> _signal = new("--signal")
    {
        Description = "What the microphone hears.",
        DefaultValueFactory = _ => "song",
    };
    private readonly Option<int> _hops = new("--hops") { Description = "Hops to measure.", DefaultValueFactory = _ => 1800 };
    private readonly Option<bool> _worst = new("--worst") { Description = "How they share the dearest hop, not the mean." };

    internal EarsCommand()
        : base("ears", "Reference µs of a hop of the ears, and how its methods share them.")
    {
        Add(_signal);
        Add(_hops);
        Add(_worst);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        string signal = line.GetValue(_signal)!;
        int hops = line.GetValue(_hops);
        Measurement ears = AudioMeter.Measure(hops, signal);
        Console.WriteLine(Invariant($"{ears.MeanUs,7:0.00} µs mean, {ears.WorstUs:0.00} worst, {ears.BytesPerCall:0} B"));
        foreach ((string method, double us) in AudioMeter.Shares(hops, signal, line.GetValue(_worst)))
        {
            Console.WriteLine(Invariant($"{us,7:0.00} {method}"));
        }

        return 0;
    }
}
