using System.CommandLine;
using System.Globalization;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>The ways of handing a frame over, side by side.</summary>
internal sealed class HandOverCommand : Command
{
    internal HandOverCommand()
        : base("handover", "One thread wakes two workers 60 times a second: platform.md's table in the model, timed as a PC.")
        => SetAction(_ => Run());

    private static int Run()
    {
        Write("Sleep(0) in a loop", HandOverTable.Run(handshake: false));
        Write("wait for both answers", HandOverTable.Run(handshake: true));
        Write("… an equal thread busy 15 of 65 ms", HandOverTable.Run(true, busy: true));
        Write(
            "… ours Highest, the busy one Lowest",
            HandOverTable.Run(true, 0, true, ThreadPriority.Highest, ThreadPriority.Lowest));
        Write(
            "whole frame, web thread Lowest", HandOverTable.Run(true, 4000, true, ThreadPriority.Highest, ThreadPriority.Lowest));
        Write(
            "whole frame, web thread Normal", HandOverTable.Run(true, 4000, true, ThreadPriority.Highest, ThreadPriority.Normal));
        return 0;
    }

    private static void Write(string name, HandOverRow r) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-38} first {r.StartMs:0.00}/{r.StartMaxMs:0.0} ms, second {r.SecondStartMs:0.00}, done "
            + $"{r.DoneMs:0.0}/{r.DoneMaxMs:0.0}, {r.FramesPerSecond:0.0} fps, late {r.Late:P0}, "
            + $"{r.BurstsPerSecond:0.0} bursts/s"));
}
