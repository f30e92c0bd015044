using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>What the usual ways would reach on the same chip.</summary>
public static class Rivals
{
    private static readonly (string Name, string Method)[] Ways =
    [
        ("the same drawing, none of the habits", "Plain"),
        ("bits made into symbols in C#", "BitByBit"),
        ("a Color struct for every pixel", "ColorStructs"),
        ("paced by Thread.Sleep(16)", "SleepPaced"),
        ("waitTxDone = true", "WaitsForTx"),
        ("all together, as samples have it", "AllTogether"),
    ];

    /// <summary>Runs each for <paramref name="seconds"/> virtual seconds.</summary>
    public static RivalReport[] Run(double seconds = 5, double k = 200) =>
    [
        .. Ways.Select(
            w => Report(
                w.Name,
                DeviceRun.Run(
                    new ScenarioOptions { Seconds = seconds, K = k, Subject = "NanoFirmware.Subjects.Rival::" + w.Method }))),
        Report("this firmware, listening", DeviceRun.Run(new ScenarioOptions { Seconds = seconds, K = k })),
    ];

    private static RivalReport Report(string name, RunReport run) =>
        new(
            name, run.Channels.Count == 0 ? 0 : run.Channels.Values.Min(c => c.Fps), run.Channels.Values.Sum(c => c.TornFrames),
            run.AllocatedBytes / run.Seconds);
}

/// <summary>One way: frames a second of the slower strip, torn frames, bytes allocated a second.</summary>
public sealed record RivalReport(string Name, double Fps, int TornFrames, double AllocatedBytesPerSecond);
