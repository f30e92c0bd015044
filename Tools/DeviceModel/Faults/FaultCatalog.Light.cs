using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoHost.Rmt;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private static IEnumerable<Fault> Light() =>
    [
        new("transmitter refuses to open at the start", "B runs, A joins when its transmitter can be had",
            "Outputs.Strip::Prepare", 12,
            stage => Line(stage, Board.StripAPin).RefuseOpens = 3,
            v =>
            {
                v.Fps(1, 58, 2, v.Last.Seconds);
                v.Fps(0, 58, 9, v.Last.Seconds);
                v.LogSays("channel a: its transmitter is open again");
            }),
        new("transmitter refuses to open for ever", "B runs, the status names the transmitter of A",
            "Outputs.Strip::TryOpen=uncaught", 10,
            stage => Line(stage, Board.StripAPin).RefuseOpens = int.MaxValue,
            v =>
            {
                v.Fps(1, 58, 2, v.Last.Seconds);
                v.StatusSays("transmitter a", "faults");
                v.StatusSays("0", "health", "level");
            }),
        new("transmitter fails once", "it is opened anew, one frame is missed",
            "Outputs.Strip::Send:Close", 8,
            stage => stage.At(4, () => Line(stage, Board.StripBPin).FailSends = 1),
            v =>
            {
                v.BothStrips();
                v.GapBelow(1, 60, 2, v.Last.Seconds);
                v.LogSays("channel b: frames failed: 1");
                v.LogSays("channel b: its transmitter is open again");
            }),
        new("transmitter fails for three seconds", "A runs, B comes back",
            "Outputs.Strip::Prepare:TryOpen", 12,
            stage =>
            {
                stage.At(4, () => Line(stage, Board.StripBPin).FailSends = int.MaxValue);
                stage.At(7, () => Line(stage, Board.StripBPin).FailSends = 0);
            },
            v =>
            {
                v.Fps(0, 58, 2, v.Last.Seconds);
                v.Fps(1, 58, 7.5, v.Last.Seconds);
                v.LogSays("channel b: its transmitter is open again");
            }),
        new("pattern throws once", "that frame is missed, and counted; the next one comes as ever",
            "Rendering.RenderThread::Step=uncaught", 8,
            _ => FaultStage.Throw(Trips.Pattern, StrikeS, 1),
            v =>
            {
                v.BothStrips();
                v.GapBelow(0, 60, 2, v.Last.Seconds);
                v.GapBelow(1, 60, 2, v.Last.Seconds);
                v.LogSays("channel a: frames failed: 1");
            }),
        new("pattern throws always", "after ten frames solid takes its place",
            "Rendering.RenderThread::Fail", 8,
            _ => FaultStage.Throw(Trips.Pattern, 4, int.MaxValue),
            v =>
            {
                v.BothStrips(58, 4.5);
                v.LogSays("channel a: frames failed");
                v.Check(v.Last.Last("/api/channel/a")?.GetProperty("pattern").GetString() == "solid", "the pattern is not solid");
                v.Check(v.Last.LongestGapMs(0, 3, 5) < 400, "strip A stood still for too long");
            })
        { Clients = _ => [WebRequest.Curl(5, "/api/channel/a")] },
        new("pattern hangs", "its render loop is replaced within a second, the other strip goes on",
            "Audio.FrameSignal::Forget", 10,
            _ => FaultStage.Hang(Trips.Pattern, 4),
            v =>
            {
                v.Check(
                    Math.Max(v.Last.LongestGapMs(0, 2, 9), v.Last.LongestGapMs(1, 2, 9)) < 1250,
                    "a strip stood still for too long");
                v.Check(Math.Min(v.Last.LongestGapMs(0, 2, 9), v.Last.LongestGapMs(1, 2, 9)) < 150, "both strips stood still");
                v.BothStrips(58, 6);
            }),
    ];

    private static RmtLine Line(FaultStage stage, int pin) => stage.Board.Rmt[pin];
}
