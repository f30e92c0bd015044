using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Web;

namespace NanoFirmware.DeviceModel.Faults;

internal static partial class FaultCatalog
{
    private const double StormFromS = 4;
    private const double StormToS = 14;

    private static IEnumerable<Fault> Web() =>
    [
        new("accept fails six times", "the listener is dead and says nothing: it is back within a second",
            "Web.WebFront::Reopen", 10,
            stage => stage.At(StrikeS, () => stage.Web.FailAccepts(6)),
            v =>
            {
                v.BothStrips();
                BackWithin(v, 1);
                v.LogSays("the web server did not answer");
            })
        { Clients = Impatient },
        new("listener hangs", "it accepts and answers nobody: it is back within a second and a half",
            "Web.WebProbe::IsAnswered=true", 10,
            stage => stage.At(StrikeS, () => stage.Web.Mute = true),
            v =>
            {
                v.BothStrips();
                BackWithin(v, 1.5);
                v.LogSays("the web server did not answer");
            })
        { Clients = _ => Enumerable.Range(0, 8).Select(i => WebRequest.Curl(5 + (i * 0.1), "/api/global")) },
        new("fifty requests a second",
            "at least 30 frames a second all along, every refused client is told why, all as before within two seconds",
            "Web.Admission::TryEnter=true", 20,
            _ => { },
            v =>
            {
                for (int second = 2; second < 19; second++)
                {
                    v.Check(
                        v.Last.Fps(0, second, second + 1) >= 30 && v.Last.Fps(1, second, second + 1) >= 30,
                        $"fewer than 30 frames in second {second}");
                }

                v.Fps(0, 30, StormFromS, StormToS);
                v.Check(v.Last.SamplesLost == 0, $"{v.Last.SamplesLost} samples lost");
                v.Check(v.Last.Unaccepted == 0, $"{v.Last.Unaccepted} clients were not even accepted");
                WebAnswer[] refused = [.. v.Last.Answers.Where(a => a.Status != 200)];
                v.Note("refused", refused.Length, "of 500");
                v.Check(
                    Array.TrueForAll(
                        refused,
                        a => a is { Status: 503, RetryAfter: not null } && a.Text.Contains("error", StringComparison.Ordinal)),
                    "a client was refused without a reason");
                v.Fps(0, 59, StormToS + 2, 19);
                v.Fps(1, 59, StormToS + 2, 19);
                v.Check(
                    v.Last.Answers.Where(a => a.AskedUs > (StormToS + 2) * 1e6).All(a => a.Status == 200),
                    "clients are refused two seconds after the storm");
            })
        { Clients = Storm },
        new("a web server that nothing brings back",
            "in the middle of a show the strips go on, and only after a minute and a half does the device restart, and says why",
            "Web.WebPatience::IsOver", 100,
            stage => stage.At(StrikeS, () => stage.Web.StaysMute = stage.Web.Mute = stage.Life == 1),
            v =>
            {
                v.Check(v.Lives[0].Seconds >= 90, $"it restarted after {v.Lives[0].Seconds:0} s");
                v.LogSays("started: the web server could not be brought back");
                v.Check(v.Lives[0].Fps(0, 2, v.Lives[0].Seconds) >= 58, "strip A suffered");
                v.BothStrips();
            })
        { Restarts = 1 },
        new(
            "sixteen silent clients",
            "all sockets are taken in the middle of a show: they are sent away, and everybody is served again",
            "Web.UnreadConnections::RemoveLate", 14,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.Check(
                    v.Last.Answers.Any(a => a.AskedUs is > 6_000_000 and < 7_000_000 && a.Status == 200),
                    "nobody was served after three seconds");
            })
        // Two more than there are sockets: whoever is being served when they come must leave no place behind.
        { Clients = _ => Silent(18, long.MaxValue).Append(WebRequest.Curl(6.5, "/api/global")) },
        new("sixteen silent clients that leave", "their sockets are free at once, the API is back",
            "Web.WebConnection::CloseUnread", 14,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("0", "health", "webRestarts");
                v.Check(
                    v.Last.Answers.Any(a => a.AskedUs is > 5_000_000 and < 6_000_000 && a.Status == 200),
                    "nobody was served after they had left");
            })
        { Clients = _ => Silent(18, 3_500_000).Append(WebRequest.Curl(5.5, "/api/global")) },
        new("clients that say nothing and leave", "they take no socket with them: all others are served and the listener lives",
            "Web.WebConnection::Serve:CloseUnread", 60,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("0", "health", "webRestarts");
                v.Check(v.Last.Answers.All(a => a.Status == 200), "a client was refused");
                v.Check(v.Last.Unaccepted == 0, $"{v.Last.Unaccepted} clients were not accepted");
            })
        { Clients = _ => Enumerable.Range(0, 50).Select(
            i => Bad(3 + (i * 1.1), Misconduct.Silent) with { LeavesUs = (long)((3.2 + (i * 1.1)) * 1e6) }) },
        new(
            "clients that drip their headers",
            "two of them for a minute: each is sent away after three seconds, all others are served, nothing restarts",
            "Web.UnreadConnections::TurnAwayLate", 66,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("0", "health", "webRestarts");
                v.Check(v.Last.Answers.All(a => a.Status == 200), "a client was refused");
                v.Check(v.Last.Unaccepted == 0, $"{v.Last.Unaccepted} clients were not accepted");
            })
        { Clients = _ => Enumerable.Range(0, 34).Select(i => Bad(3 + (i / 2 * 3.6), Misconduct.HalfSent)) },
        new(
            "sixteen clients that drip their headers",
            "they come back as often as they are sent away, for half a minute: now and then somebody is served, nothing restarts",
            "Web.UnreadConnections::RemoveLate", 40,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.Check(
                    v.Last.Answers.Count(a => a.Path == "/api/global" && a.Status == 200) >= 10,
                    "hardly anybody was served beside them");
            })
        {
            Clients = _ => Enumerable.Range(0, 16 * 8).Select(i => Bad(4 + (i / 16 * 3.5) + (i % 16 * 0.01), Misconduct.HalfSent))
                .Concat(Enumerable.Range(0, 30).Select(i => WebRequest.Curl(4.2 + i, "/api/global"))),
        },
        new("a minute of a busy page",
            "what its requests leave behind is collected in small portions: each costs one late frame at most",
            "Health.HeapWatch::get_HasGarbage", 66,
            _ => { },
            v =>
            {
                v.BothStrips();
                v.StatusSays("0", "health", "stalls");

                v.Note("longest collection", v.Last.Collections.Max(c => c.TookUs) / 1000.0, "ms");
                foreach (CollectionCost cost in v.Last.Collections)
                {
                    v.Check(
                        cost.LateFrames <= 1, $"{cost.LateFrames} late frames by a collection of {cost.TookUs / 1000} ms");
                }

                int counted = v.Last.Collections.Count(c => c.LateFrames > 0);
                v.Note("collections that made a frame late", counted, $"of {v.Last.Collections.Length}");
                int late = Metric(v, "heap_late_frames_total");
                int collections = Metric(v, "heap_collections_total");
                v.Check(
                    late >= counted && late <= collections,
                    $"{late} late frames counted of {collections} collections, {counted} of which made one late");
            })
        { Clients = _ => ClientLoad.Poll(63).Append(WebRequest.Curl(63.7, "/api/metrics")) },
        new("half-sent requests", "their threads wait three seconds at most, everybody else is served",
            "Web.UnreadConnections::TurnAwayLate", 12, _ => { },
            v =>
            {
                v.BothStrips();
                v.Check(v.Last.Answers.All(a => a.Status == 200), "a client was refused");
            })
        { Clients = _ => Enumerable.Range(0, 20).Select(i => Bad(3 + (i * 0.3), Misconduct.HalfSent)) },
        new("a body of 1 MB", "refused with 413 before it is read",
            "Web.Request::get_Limit=2000000", 8, _ => { },
            v =>
            {
                v.BothStrips();
                v.Check(v.Last.Answers.Count(a => a.Status == 413) == 5, "not every one of them was refused with 413");
            })
        {
            Clients = _ => Enumerable.Range(0, 5).Select(i =>
                WebRequest.Curl(3 + (i * 0.2), "/api/global/brightness", """{"value": 1}""") with { ClaimedBytes = 1_000_000 }),
        },
        new("a header without end", "the library gives up after 4 KB, its socket is free and the strips go on",
            "Web.WebConnection::Serve:CloseUnread", 14, _ => { },
            v =>
            {
                v.BothStrips(56);
                v.StatusSays("0", "health", "webRestarts");
            })
        { Clients = _ => Enumerable.Range(0, 18).Select(i => Bad(3 + (i * 0.5), Misconduct.EndlessHeader)) },
    ];

    private const long FrameUs = 1_000_000 / Board.FrameRateHz;

    // The value in the last answer to /api/metrics; −1 when it is not there.
    private static int Metric(Verdict v, string name)
    {
        string text = v.Last.Answers.LastOrDefault(a => a.Path == "/api/metrics")?.Text ?? "";
        string? line = text.Split('\n').LastOrDefault(l => !l.StartsWith('#') && l.Contains(name, StringComparison.Ordinal));
        return line == null ? -1 : int.Parse(line.Split(' ')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static IEnumerable<WebRequest> Impatient(int life)
    {
        for (double at = StrikeS + 0.05; at < StrikeS + 3; at += 0.1)
        {
            yield return WebRequest.Curl(at, "/api/global");
        }
    }

    private static IEnumerable<WebRequest> Storm(int life)
    {
        for (int i = 0; i < 50 * (StormToS - StormFromS); i++)
        {
            yield return WebRequest.Curl(StormFromS + (i * 0.02), "/api/status");
        }

        yield return WebRequest.Curl(StormToS + 2.1, "/api/channel/a/frame");
    }

    private static IEnumerable<WebRequest> Silent(int count, long leavesUs) =>
        Enumerable.Range(0, count).Select(i => Bad(3 + (i * 0.01), Misconduct.Silent) with { LeavesUs = leavesUs });

    private static WebRequest Bad(double at, Misconduct misconduct) =>
        WebRequest.Curl(at, "/api/status") with { Misconduct = misconduct };

    private static void BackWithin(Verdict v, double seconds)
    {
        long first = v.Last.Answers.Where(a => a.AskedUs > StrikeS * 1e6 && a.Status == 200).Select(a => a.AnsweredUs)
            .DefaultIfEmpty(long.MaxValue / 2).Min();
        double after = (first / 1e6) - StrikeS;
        v.Note("back after", after, "s");
        v.Check(after <= seconds, $"the API was back after {after:0.0} s");
    }
}
