using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    // When the device has just started again, its first second belongs to the start.
    private const double StrikeS = 4;

    // After so long the restarts of before do not count any more.
    private const double GoodHourS = 3600;

    private static IEnumerable<Fault> Loops() =>
    [
        new("audio loop throws once", "restarted within half a second, both strips go on",
            "Loop::Examine", 8,
            _ => FaultStage.Throw(Trips.Audio, StrikeS, 1),
            v =>
            {
                v.GapBelow(0, 500, 2, v.Last.Seconds);
                v.GapBelow(1, 500, 2, v.Last.Seconds);
                v.LogSays("the loop audio threw and was started again");
            }),
        new("audio loop throws until a restart", "after five attempts the device restarts, and says why",
            "Health.Supervisor::RestartDevice", 8,
            stage => ThrowInFirstLife(stage, Trips.Audio),
            v => RestartedOnce(v, "started: the loop audio failed again and again"))
        { Restarts = 1 },
        new("audio loop hangs", "replaced within a second",
            "Health.Supervisor::Mend", 9,
            _ => FaultStage.Hang(Trips.Audio, StrikeS),
            v =>
            {
                v.GapBelow(0, 1250, 2, v.Last.Seconds);
                v.Fps(0, 58, 6, v.Last.Seconds);
                v.Fps(1, 58, 6, v.Last.Seconds);
                v.LogSays("the loop audio stood still and was replaced");
            }),
        new("render loop throws once", "restarted within half a second, the other strip misses nothing",
            "Loop::Examine", 8,
            _ => FaultStage.Throw(Trips.Render, StrikeS, 1, IsA),
            v =>
            {
                v.GapBelow(0, 500, 2, v.Last.Seconds);
                v.Fps(1, 58, 2, v.Last.Seconds);
                v.LogSays("the loop channel a threw and was started again");
            }),
        new("render loop throws until a restart", "after five attempts the device restarts, and says why",
            "Health.RestartNote::TryStore", 8,
            stage => ThrowInFirstLife(stage, Trips.Render, IsA),
            v => RestartedOnce(v, "started: the loop channel a failed again and again"))
        { Restarts = 1 },
        new("render loop throws always", "three restarts of the device, then the other strip and the API go on without it",
            "Health.RestartNote::TryStore=true", 10,
            _ => FaultStage.Throw(Trips.Render, 3, int.MaxValue, IsA),
            v =>
            {
                v.Fps(1, 57, 6, v.Last.Seconds);
                v.LogSaysOnce("the loop channel a fails again and again");
            })
        { Restarts = 3 },
        new("restart whose note cannot be kept",
            "the drive takes nothing: the device does not restart, the loop rests, the other strip goes on",
            "Health.RestartNote::TryStore=true", 12,
            stage =>
            {
                stage.Board.Storage.Faults.ReadOnly = true;
                FaultStage.Throw(Trips.Render, StrikeS, int.MaxValue, IsA);
            },
            v =>
            {
                v.Fps(1, 57, 2, v.Last.Seconds);
                v.LogSaysOnce("the loop channel a fails again and again");
            }),
        new("restart a moment after a change", "what was changed is saved before the device restarts",
            "Storage.SettingsKeeper::Flush", 9,
            stage => ThrowInFirstLife(stage, Trips.Render, IsA),
            v =>
            {
                RestartedOnce(v, "started: the loop channel a failed again and again");
                v.Reads("/api/global", "brightness", 77);
            })
        {
            Restarts = 1,
            Clients = life => [life == 1 ? Set(3.5, 77) : WebRequest.Curl(5, "/api/global")],
        },
        new("failure a good hour after three restarts", "those are forgotten: the device restarts once more",
            "Health.RestartNote::ClearWhenGood", 9,
            stage => ThrowInFirstLife(stage, Trips.Render, IsA, GoodHourS + 2),
            v => RestartedOnce(v, "started: the loop channel a failed again and again"))
        {
            BornS = GoodHourS - 2,
            Restarts = 1,
            Prepare = (folder, life) => StoredFile.Write(folder, "restart.1", life == 1 ? [0, 3, 0, 0, 0, 0, 0, 0] : null),
        },
        new("render loop hangs", "replaced within a second, the other strip goes on",
            "Loop::Restart:Start", 9,
            _ => FaultStage.Hang(Trips.Render, StrikeS, IsB),
            v =>
            {
                v.GapBelow(1, 1250, 2, v.Last.Seconds);
                v.Fps(1, 58, 6, v.Last.Seconds);
                v.GapBelow(0, 120, 2, v.Last.Seconds);
                v.LogSays("the loop channel b stood still and was replaced");
            }),
        new("web loop throws once", "restarted, the API answers all along",
            "Loop::Examine", 8,
            _ => FaultStage.Throw(Trips.Web, StrikeS, 1),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop web threw and was started again");
                v.Served(_ => true);
            }),
        new("web loop throws until a restart", "after five attempts the device restarts, and says why",
            "Loop::FailsTooOften", 8,
            stage => ThrowInFirstLife(stage, Trips.Web),
            v => RestartedOnce(v, "started: the loop web failed again and again"))
        { Restarts = 1 },
        new("web loop hangs", "replaced, the API answers all along",
            "Loop::Examine", 16,
            _ => FaultStage.Hang(Trips.Web, StrikeS),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop web stood still and was replaced");
                v.Served(_ => true);
            }),
        new("storage loop throws once", "restarted, nobody notices: what was changed before is saved",
            "Loop::Restart", 12,
            _ => FaultStage.Throw(Trips.Storage, StrikeS, 1),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop storage threw and was started again");
                v.StatusSays("1", "storage", "saves");
            })
        { Clients = Change },
        new("storage loop throws always", "tried again each half minute, nothing else suffers",
            "Health.Supervisor::Mend:Rest", 12,
            _ => FaultStage.Throw(Trips.Storage, StrikeS, int.MaxValue),
            v =>
            {
                v.BothStrips();
                v.LogSaysOnce("the loop storage fails again and again");
            }),
        new("storage loop hangs", "replaced after ten seconds",
            "Loop::Examine", 20,
            _ => FaultStage.Hang(Trips.Storage, StrikeS),
            v =>
            {
                v.BothStrips();
                v.LogSays("the loop storage stood still and was replaced");
                v.StatusSays("1", "storage", "saves");
            })
        { Clients = Change },
        new("button loop throws always", "tried again each half minute, nothing else suffers",
            "Health.Supervisor::Mend:Rest", 12,
            _ => FaultStage.Throw(Trips.Button, StrikeS, int.MaxValue),
            v =>
            {
                v.BothStrips();
                v.LogSaysOnce("the loop button fails again and again");
            }),
        new("supervisor throws for a second", "it counts that and looks again",
            "Health.Supervisor::Run=uncaught", 8,
            _ => FaultStage.Throw(Trips.Supervisor, StrikeS, 4),
            v =>
            {
                v.BothStrips();
                v.LogSays("the supervisor failed");
            }),
    ];

    private static bool IsA(object loop) => loop == Program.Device.RenderA;

    private static bool IsB(object loop) => loop == Program.Device.RenderB;

    private static void ThrowInFirstLife(FaultStage stage, int trip, Func<object, bool>? victim = null, double fromS = StrikeS)
    {
        if (stage.Life == 1)
        {
            FaultStage.Throw(trip, fromS, int.MaxValue, victim);
        }
    }

    private static void RestartedOnce(Verdict v, string reason)
    {
        v.BothStrips();
        v.LogSays(reason);
    }
}
