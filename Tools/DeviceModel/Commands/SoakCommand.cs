using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Soak;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The device for a day.</summary>
internal sealed class SoakCommand : Command
{
    private readonly Option<double> _hours = new("--hours") { Description = "Virtual hours.", DefaultValueFactory = _ => 24 };
    private readonly Option<string> _scenario = new("--scenario")
    {
        Description = "What the clients do.",
        DefaultValueFactory = _ => "demo-day",
    };

    internal SoakCommand()
        : base(
            "soak",
            "A day of demo-day in virtual time: live heap and counters hour by hour. Signals are decoded for ten seconds of "
                + "every hour.")
    {
        Add(_hours);
        Add(_scenario);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        var watch = Stopwatch.StartNew();
        double hours = line.GetValue(_hours);
        SoakReport report = ProgressDisplay.Show(
            "hours", (int)Math.Ceiling(hours),
            progress => SoakRun.Run(hours, mark => Write(mark, progress), line.GetValue(_scenario)!));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"heap {report.HeapDriftPercent:+0.00;-0.00;0.00} % since the first hour; {report.FpsA:0.0} / {report.FpsB:0.0} "
                + $"frames a second; {report.DecodedFrames} frames decoded, {report.TornFrames} torn, {report.TimingViolations} "
                + $"timing violations; {report.Deaths} threads died"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"took {watch.Elapsed.TotalMinutes:0.0} min"));
        bool isSound = Math.Abs(report.HeapDriftPercent) <= 1 && report.TornFrames == 0 && report.Deaths == 0
            && Array.TrueForAll(report.Marks, m => m.Contradictions.Length == 0);
        return isSound ? 0 : 1;
    }

    private static void Write(SoakMark m, ProgressDisplay progress)
    {
        progress.Advance();
        progress.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{m.Seconds / 3600,6:0.00} h  heap {m.LiveBytes} B, {m.Collections} collections; frames {m.FramesA} / {m.FramesB}, "
                + $"left out {m.SkippedA} / {m.SkippedB}; lost {m.SamplesLost} samples; requests {m.Requests}, refused "
                + $"{m.Refused}; restarts {m.LoopRestarts + m.WebRestarts}, stalls {m.Stalls}, events {m.Events}, faults "
                + $"{m.Faults}"));
        foreach (string contradiction in m.Contradictions)
        {
            progress.WriteLine("          " + contradiction);
        }
    }
}
