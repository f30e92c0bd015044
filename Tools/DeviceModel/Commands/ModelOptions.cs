using System.CommandLine;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The options that several commands have alike.</summary>
internal static class ModelOptions
{
    private const double NominalK = 200;

    /// <summary><c>--k</c>, for commands that reckon with the nominal chip unless told otherwise.</summary>
    internal static Option<double> K() => new("--k")
    {
        Description = "How much slower the chip is.",
        DefaultValueFactory = _ => NominalK,
    };

    /// <summary><c>--seconds</c>, for commands that make several runs.</summary>
    internal static Option<double> SecondsOfEachRun(double initial) => new("--seconds")
    {
        Description = "Virtual seconds of each run.",
        DefaultValueFactory = _ => initial,
    };
}
