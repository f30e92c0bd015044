using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    // When the device has just started again, its first second belongs to the start.
    private const double StrikeS = 4;

    private static IEnumerable<Fault> Loops() =>
    [
        new("audio loop throws once", "restarted within half a second, both strips go on", 8,
            _ => FaultStage.Throw(Trips.Audio, StrikeS, 1),
            v =>
            {
                v.GapBelow(0, 500, 2, v.Last.Seconds);
                v.GapBelow(1, 500, 2, v.Last.Seconds);
                v.LogSays("the loop audio threw and was started again");
            }),
        new("audio loop throws until a restart", "after five attempts the device restarts, and says why", 8,
            stage => ThrowInFirstLife(stage, Trips.Audio),
            v => RestartedOnce(v, "started: the loop audio failed again and again")),
        new("audio loop hangs", "replaced within a second", 9,
            _ => FaultStage.Hang(Trips.Audio, StrikeS),
            v =>
            {
                v.GapBelow(0, 1250, 2, v.Last.Seconds);
                v.Fps(0, 58, 6, v.Last.Seconds);
                v.Fps(1, 58, 6, v.Last.Seconds);
                v.LogSays("the loop audio stood still and was replaced");
            }),
        new("render loop throws once", "restarted within half a second, the other strip misses nothing", 8,
            _ => FaultStage.Throw(Trips.Render, StrikeS, 1, IsA),
            v =>
            {
                v.GapBelow(0, 500, 2, v.Last.Seconds);
                v.Fps(1, 58, 2, v.Last.Seconds);
                v.LogSays("the loop channel a threw and was started again");
            }),
        new("render loop throws until a restart", "after five attempts the device restarts, and says why", 8,
            stage => ThrowInFirstLife(stage, Trips.Render, IsA),
            v => RestartedOnce(v, "started: the loop channel a failed again and again")),
        new("render loop throws always", "three restarts of the device, then the other strip and the API go on without it", 10,
            _ => FaultStage.Throw(Trips.Render, 3, int.MaxValue, IsA),
            v =>
            {
                v.Check(v.Lives.Count == 4, $"the device restarted {v.Lives.Count - 1} times, not 3");
                v.Fps(1, 57, 6, v.Last.Seconds);
                v.LogSays("the loop channel a fails again and again");
            }),
        new("render loop hangs", "replaced within a second, the other strip goes on", 9,
            _ => FaultStage.Hang(Trips.Render, StrikeS, IsB),
            v =>
            {
                v.GapBelow(1, 1250, 2, v.Last.Seconds);
                v.Fps(1, 58, 6, v.Last.Seconds);
                v.GapBelow(0, 120, 2, v.Last.Seconds);
                v.LogSays("the loop channel b stood still and was replaced");
            }),
        new("web loop throws once", "restarted, the API answers all along", 8,
            _ => FaultStage.Throw(Trips.Web, StrikeS, 1),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop web threw and was started again");
            }),
        new("web loop throws until a restart", "after five attempts the device restarts, and says why", 8,
            stage => ThrowInFirstLife(stage, Trips.Web),
            v => RestartedOnce(v, "started: the loop web failed again and again")),
        new("web loop hangs", "replaced, the API answers all along", 16,
            _ => FaultStage.Hang(Trips.Web, StrikeS),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop web stood still and was replaced");
            }),
        new("storage loop throws once", "restarted, nobody notices", 8,
            _ => FaultStage.Throw(Trips.Storage, StrikeS, 1),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop storage threw and was started again");
            }),
        new("storage loop throws always", "tried again each half minute, nothing else suffers", 12,
            _ => FaultStage.Throw(Trips.Storage, StrikeS, int.MaxValue),
            v =>
            {
                v.BothStrips();
                v.Check(v.Lives.Count == 1, "the device restarted");
                v.LogSays("the loop storage fails again and again");
            }),
        new("storage loop hangs", "replaced after ten seconds", 20,
            _ => FaultStage.Hang(Trips.Storage, StrikeS),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop storage stood still and was replaced");
            }),
        new("button loop throws always", "tried again each half minute, nothing else suffers", 12,
            _ => FaultStage.Throw(Trips.Button, StrikeS, int.MaxValue),
            v =>
            {
                v.BothStrips();
                v.Check(v.Lives.Count == 1, "the device restarted");
            }),
        new("supervisor throws for a second", "it counts that and looks again", 8,
            _ => FaultStage.Throw(Trips.Supervisor, StrikeS, 4),
            v =>
            {
                v.BothStrips();
                v.LogSays("the supervisor failed");
            }),
    ];

    private static bool IsA(object loop) => loop == Program.Device.RenderA;

    private static bool IsB(object loop) => loop == Program.Device.RenderB;

    private static void ThrowInFirstLife(FaultStage stage, int trip, Func<object, bool>? victim = null)
    {
        if (stage.Life == 1)
        {
            FaultStage.Throw(trip, StrikeS, int.MaxValue, victim);
        }
    }

    private static void RestartedOnce(Verdict v, string reason)
    {
        v.Check(v.Lives.Count == 2, $"the device restarted {v.Lives.Count - 1} times, not once");
        v.BothStrips();
        v.LogSays(reason);
    }
}
