using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Web;
using NanoHost;

namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>Makes the report of what was recorded.</summary>
internal static class Reporter
{
    internal static RunReport Report(
        ScenarioOptions options, Scenario scenario, Scheduler scheduler, SimulatedBoard board, RunRecord record, WebLoad web,
        Timeline timeline)
    {
        double total = scheduler.Clock.NowPs;
        var channels = new Dictionary<string, ChannelReport>();
        int number = 0;
        foreach ((int pin, StripLog strip) in record.Strips)
        {
            long stale = board.Rmt.Lines.Where(line => line.Pin == pin).Sum(line => line.StaleFrames);
            List<double> renders = record.RenderUs.Count > number ? record.RenderUs.ElementAt(number).Value : [];
            channels[((char)('a' + number++)).ToString()] = Channel(
                strip, renders, record.PublishedUs, options.Seconds) with { StaleFrames = stale };
        }

        int frames = channels.Values.Sum(c => c.Frames);
        double[] skew = Skew(record);
        Device? device = Program.Device;
        return new RunReport
        {
            Seconds = options.Seconds,
            Scenario = scenario.Name,
            K = options.K ?? scenario.K,
            Channels = channels,
            Snapshots = device?.Audio.Snapshots ?? 0,
            SnapshotMisses = device == null ? 0 : device.RenderA.SnapshotMisses + device.RenderB.SnapshotMisses,
            SamplesRead = board.I2s.SamplesRead,
            SamplesLost = board.I2s.SamplesLost,
            AllocatedBytesPerFrame = frames == 0 ? 0 : Figures.Round(record.FrameBytes(scheduler) / (double)frames),
            Saves = device?.Settings.Saves ?? 0,
            AbSkewUsP50 = Figures.Percentile(skew, 50),
            AbSkewUsP99 = Figures.Percentile(skew, 99),
            AnalyzeUsMean = Figures.Mean(record.AnalyzeUs),
            AnalyzeUsMax = Figures.Percentile(record.AnalyzeUs, 100),
            Threads = [.. Threads(scheduler, total)],
            SwitchingShare = Figures.Round(scheduler.SwitchingPs / total, 4),
            IdleShare = Figures.Round(scheduler.IdlePs / total, 4),
            LiveHeapBytes = Heap.LiveBytes(),
            LiveHeap = [.. Heap.LiveByType().Select(type => new HeapRow(type.Type, type.Count, type.Bytes))],
            AllocatedBytes = Heap.AllocatedBytes,
            Collections = Heap.Collections,
            Web = WebOf(record, web),
            Timeline = Rows(timeline, record),
        };
    }

    private static ChannelReport Channel(StripLog strip, List<double> renders, List<long> published, double seconds)
    {
        var judged = strip.StartUs.Select((s, i) => (Start: s, Latched: strip.LatchedUs[i]))
            .Where(f => f.Start >= RunRecord.WarmUpS * 1e6).ToArray();
        double span = Math.Max(0.001, seconds - RunRecord.WarmUpS);
        var toStart = new List<double>();
        var toLatched = new List<double>();
        foreach ((long start, long latched) in judged)
        {
            int at = Latest(published, start);
            if (at >= 0)
            {
                toStart.Add(start - published[at]);
                toLatched.Add(latched - published[at]);
            }
        }

        double stallUs = judged.Zip(judged.Skip(1), (a, b) => b.Start - a.Start).DefaultIfEmpty(0).Max();
        double fps = judged.Length / span;
        return new ChannelReport
        {
            Frames = strip.StartUs.Count,
            Fps = Figures.Round(fps),
            FpsMin = WorstSecond(judged.Select(f => f.Start), span),
            RenderUsMean = Figures.Mean(renders),
            RenderUsP99 = Figures.Percentile(renders, 99),
            RenderUsMax = Figures.Percentile(renders, 100),
            TornFrames = strip.Torn,
            TimingViolations = strip.TimingViolations,
            MissedFrames = (int)Math.Max(0, Math.Round((60 * span) - judged.Length)),
            LongestStallMs = Figures.Round(stallUs / 1000),
            PublishToStartUsP50 = Figures.Percentile(toStart, 50),
            PublishToStartUsP99 = Figures.Percentile(toStart, 99),
            PublishToLatchedUsMean = Figures.Mean(toLatched),
            PublishToLatchedUsP50 = Figures.Percentile(toLatched, 50),
            PublishToLatchedUsP99 = Figures.Percentile(toLatched, 99),
        };
    }

    private static double WorstSecond(IEnumerable<long> starts, double span)
    {
        var perSecond = new int[Math.Max(1, (int)span)];
        foreach (long start in starts)
        {
            int second = (int)((start / 1e6) - RunRecord.WarmUpS);
            if (second < perSecond.Length)
            {
                perSecond[second]++;
            }
        }

        return perSecond.Min();
    }

    private static int Latest(List<long> times, long until)
    {
        int at = times.BinarySearch(until);
        return at >= 0 ? at : ~at - 1;
    }

    private static double[] Skew(RunRecord record)
    {
        if (record.Strips.Count < 2)
        {
            return [];
        }

        StripLog a = record.Strips.Values.First();
        StripLog b = record.Strips.Values.Last();
        var byPublish = a.StartUs.GroupBy(s => Latest(record.PublishedUs, s)).ToDictionary(g => g.Key, g => g.First());
        return [.. b.StartUs.Select(s => (Start: s, At: Latest(record.PublishedUs, s)))
            .Where(f => byPublish.ContainsKey(f.At)).Select(f => (double)Math.Abs(f.Start - byPublish[f.At]))];
    }

    private static IEnumerable<ThreadReport> Threads(Scheduler scheduler, double total) => scheduler.Threads
        .GroupBy(t => t.Name is "WebConnection.Run" or "Timer" ? t.Name : t.Id + " " + t.Name)
        .Select(g => new ThreadReport(
            g.Key,
            g.First().Priority,
            Figures.Round(g.Sum(t => t.Use.WorkPs) / total, 4),
            Figures.Round(g.Sum(t => t.Use.HeldPs) / total, 4),
            g.Sum(t => t.Use.AllocatedBytes),
            g.Sum(t => t.Use.Turns),
            g.Select(t => t.Death).FirstOrDefault(d => d != null)?.ToString()));

    private static WebReport WebOf(RunRecord record, WebLoad web) => new()
    {
        Requests = web.Arrived,
        Answered = web.LatenciesUs.Count,
        RefusedBySockets = web.RefusedBySockets,
        Status = web.Answers,
        LatencyMsP50 = Figures.Percentile(web.LatenciesUs.Select(l => l / 1000.0), 50),
        LatencyMsP99 = Figures.Percentile(web.LatenciesUs.Select(l => l / 1000.0), 99),
        HandlerMsMean = Figures.Mean(record.DispatchUs.Select(u => u / 1000)),
        HandlerMsMax = Figures.Percentile(record.DispatchUs.Select(u => u / 1000), 100),
    };

    private static TimelineRow[] Rows(Timeline timeline, RunRecord record)
    {
        int number = 0;
        foreach (StripLog strip in record.Strips.Values)
        {
            string row = "TX " + (char)('A' + number++);
            for (int i = 0; i < strip.StartUs.Count; i++)
            {
                timeline.Add(row, "tx", strip.StartUs[i] * 1_000_000, strip.LatchedUs[i] * 1_000_000);
            }
        }

        return [.. timeline.Bars.GroupBy(b => b.Row).Select(g =>
            new TimelineRow(g.Key, [.. g.Select(b => new TimelineSpan(b.Kind, b.FromPs / 1e6, b.ToPs / 1e6))]))];
    }
}
