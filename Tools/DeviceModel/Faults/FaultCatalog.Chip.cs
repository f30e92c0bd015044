using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.Health;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    // Before the supervisor looks at the heap for the first time: a chip without PSRAM.
    private const double FirstLookS = 0.2;

    private static IEnumerable<Fault> Chip() =>
    [
        Wrap("2^31 µs", 2147.483648, "Outputs.Strip::WaitUntilFree=int"),
        Wrap("2^32 µs", 4294.967296, "Outputs.Strip::WaitUntilFree=uint"),
        Wrap("2^31 ms", 2147483.648, "Storage.SettingsKeeper::Step/0=int"),
        Wrap("2^32 ms", 4294967.296, "Storage.SettingsKeeper::Step/0=uint"),
        new("clock set back", "nothing goes by the calendar: frames, and what waits to be saved",
            "Storage.SettingsKeeper::Step/0=calendar", 12,
            stage => stage.At(StrikeS, () => Clocks.SetBy = TimeSpan.FromDays(-400)),
            v =>
            {
                v.BothStrips();
                v.StatusSays("1", "storage", "saves");
            })
        { Clients = Change },
        new("heap nearly full", "collections instead of growth, what can be spared is let go, the log says how little is left",
            "Health.HeapWatch::Collect", 68,
            stage => stage.At(StrikeS, () => FaultStage.LimitHeap(6 * 1024)),
            v =>
            {
                v.BothStrips(56);
                v.LogSays("little memory left");
            }),
        new("heap fragmented",
            "it is compacted in silence and both strips would send old pixels for good: their transmitters are opened anew in "
                + "such a time, and after it",
            "Outputs.Strip::OpenAnew", 46,
            stage =>
            {
                stage.At(9, () => FaultStage.LimitHeap(10 * 1024));
                stage.At(14, stage.Board.Memory.Compact);
                stage.At(24, stage.Board.Memory.Compact);
                stage.At(25, () => Heap.CapacityBytes = 7_000_000);
            },
            v =>
            {
                v.BothStrips(56);
                v.LogSays("little memory left");
                v.Check(v.Last.StaleFrames > 60, $"{v.Last.StaleFrames} frames of old pixels: nothing was moved");
                v.Note("old pixels until", v.Last.StaleUntilS, "s");
                v.Check(v.Last.StaleUntilS < 36, $"old pixels until {v.Last.StaleUntilS:0.0} s");
            }),
        new("the longest answers with little memory", "each has room in one piece, nothing is moved and no old pixel is sent",
            "Health.HeapWatch::Spend", 34,
            stage => stage.At(FirstLookS, () => FaultStage.LimitHeap((11 * 1024) + HeapWatch.ReserveBytes)),
            v =>
            {
                v.BothStrips(44);
                v.Check(v.Last.StaleFrames == 0, $"{v.Last.StaleFrames} frames of old pixels: the heap was compacted");
                v.Check(
                    v.Last.Answers.Count(a => a.Path == "/api/backup" && a.Status == 200) >= 3, "hardly a backup was answered");
            })
        { Clients = _ => LongestAnswers() },
    ];

    private static IEnumerable<WebRequest> LongestAnswers()
    {
        string[] paths = ["/api/backup", "/api/log", "/api/backup", "/api/patterns"];
        // Each alone, so that the second slot is not made before the heap is full.
        for (int slot = 1; slot <= 4; slot++)
        {
            yield return WebRequest.Curl(0.7 + slot, "/api/presets/" + slot, """{"name":"a look to be kept"}""");
        }

        for (int i = 0; i < 18; i++)
        {
            double atS = StrikeS + 1 + (i * 1.4);
            yield return WebRequest.Browser(atS, paths[i % paths.Length]);
            if (i % paths.Length == paths.Length - 1)
            {
                // While the longest is served, so that a second slot is needed.
                yield return WebRequest.Browser(atS + 0.02, "/api/status");
                yield return WebRequest.Browser(atS + 0.03, "/api/log");
            }
        }
    }

    private static Fault Wrap(string count, double seconds, string planted) =>
        new("the clock passes " + count, "nothing happens: frames, loops, saving and the API go on", planted, 12,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("1", "storage", "saves");
                v.StatusSays("[]", "faults");
                v.StatusSays("0", "health", "stalls");
            })
        { BornS = seconds - StrikeS, Clients = Change };
}
