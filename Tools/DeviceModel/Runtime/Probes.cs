using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>Stop watches at the beginning and the end of some methods of the firmware; they cost nothing on the device.</summary>
public static class Probes
{
    /// <summary>What is watched; the number of a probe is its place here.</summary>
    internal static readonly string[] Methods =
    [
        "NanoFirmware.Rendering.Channel::RenderFrame",
        "NanoFirmware.Audio.SpectrumAnalyzer::Analyze",
        "NanoFirmware.Audio.BeatTracker::Track",
        "NanoFirmware.Audio.SnapshotExchange::Publish",
        "NanoFirmware.Web.Dispatcher::Handle",
    ];

    internal const int RenderFrame = 0;
    internal const int Analyze = 1;
    internal const int Track = 2;
    internal const int Publish = 3;
    internal const int Handle = 4;

    private static readonly Dictionary<(int Probe, int Thread), (long NowPs, long WorkPs)> Open = [];

    /// <summary>
    /// Called for every watched call that returned: probe, thread, begin and end in ps, and the thread's own work in between.
    /// </summary>
    internal static Action<int, GreenThread, long, long, long>? Passed { get; set; }

    /// <summary>A watched method begins; called by woven code.</summary>
    public static void Enter(int probe)
    {
        GreenThread? thread = Scheduler.Current.Running;
        if (thread != null)
        {
            Scheduler.Current.Settle();
            Open[(probe, thread.Id)] = (Scheduler.Current.Clock.NowPs, thread.Use.WorkPs);
        }
    }

    /// <summary>It returns.</summary>
    public static void Leave(int probe)
    {
        GreenThread? thread = Scheduler.Current.Running;
        if (thread != null && Passed != null && Open.Remove((probe, thread.Id), out (long NowPs, long WorkPs) from))
        {
            Scheduler.Current.Settle();
            Passed(probe, thread, from.NowPs, Scheduler.Current.Clock.NowPs, thread.Use.WorkPs - from.WorkPs);
        }
    }
}
