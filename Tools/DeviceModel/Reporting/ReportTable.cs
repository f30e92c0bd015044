using System.Globalization;

namespace NanoFirmware.DeviceModel.Reporting;

/// <summary>A report for people.</summary>
internal static class ReportTable
{
    internal static void Write(RunReport r, TextWriter to)
    {
        to.WriteLine(Line($"{r.Scenario}: {r.Seconds:0.#} s modelled at K = {r.K:0}"));
        to.WriteLine(
            "channel   fps   worst s  render µs mean/p99/max   publish→start µs p50/p99   →latched µs mean/p99   stall ms  "
                + "missed  torn");
        foreach ((string name, ChannelReport c) in r.Channels)
        {
            to.WriteLine(Line(
                $"   {name}   {c.Fps,6:0.0} {c.FpsMin,7:0}   {c.RenderUsMean,7:0} {c.RenderUsP99,7:0} {c.RenderUsMax,7:0}   ",
                $"{c.PublishToStartUsP50,10:0} {c.PublishToStartUsP99,9:0}   {c.PublishToLatchedUsMean,10:0} ",
                $"{c.PublishToLatchedUsP99,9:0}   {c.LongestStallMs,7:0.0} {c.MissedFrames,7} {c.TornFrames,5}"));
        }

        to.WriteLine(
            Line(
                $"analysis {r.AnalyzeUsMean:0} µs mean, {r.AnalyzeUsMax:0} max; A to B {r.AbSkewUsP50:0} µs p50, ",
                $"{r.AbSkewUsP99:0} p99"));
        to.WriteLine(
            Line($"samples read {r.SamplesRead}, lost {r.SamplesLost}; snapshots {r.Snapshots}, misses {r.SnapshotMisses}"));
        to.WriteLine(Line(
            $"heap {r.LiveHeapBytes} B live, {r.AllocatedBytesPerFrame:0.##} B per frame, {r.Collections} collections; idle ",
            $"{r.IdleShare:P1}, switching {r.SwitchingShare:P1}"));
        if (r.Web.Requests > 0)
        {
            to.WriteLine(Line(
                $"web {r.Web.Answered} of {r.Web.Requests} answered, {r.Web.LatencyMsP50:0} ms p50, {r.Web.LatencyMsP99:0} ms ",
                $"p99; our part {r.Web.HandlerMsMean:0.0} ms mean, {r.Web.HandlerMsMax:0.0} max; status ",
                $"{string.Join(", ", r.Web.Status.Select(s => $"{s.Value} × {s.Key}"))}"));
        }

        foreach (ThreadReport t in r.Threads)
        {
            to.WriteLine(
                Line(
                    $"  {t.Name,-28} priority {t.Priority}  cpu {t.CpuShare,6:P1}  held {t.HeldShare,6:P1}  ",
                    $"{t.AllocatedBytes,9} B  {t.Turns,8} turns  {t.Died}"));
        }
    }

    internal static void WriteHeap(RunReport r, TextWriter to)
    {
        foreach (HeapRow row in r.LiveHeap)
        {
            to.WriteLine(Line($"{row.Bytes,8} B  {row.Count,5} × {row.Type}"));
        }
    }

    private static string Line(params FormattableString[] parts) =>
        string.Concat(parts.Select(part => part.ToString(CultureInfo.InvariantCulture)));
}
