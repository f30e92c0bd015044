using NanoFirmware.Audio;

namespace NanoFirmware.Bench.Audio.Rooms;

/// <summary>What the firmware heard in one hop, as far as a light shows it.</summary>
internal readonly record struct RoomHop(bool Onset, bool Beat, int Confidence, double Bpm, int Level, int LoudestBand,
    int LoudestPeak, byte[] Bands, int Bar, OnsetKind Kind, int Strength);

/// <summary>All that the firmware heard in one recording.</summary>
internal sealed class RoomHearing
{
    private RoomHearing(RoomHop[] hops) => Hops = hops;

    /// <summary>One a hop; hop n ends at (n + 1)/60 s.</summary>
    internal RoomHop[] Hops { get; }

    internal double Seconds => Hearing.TimeOf(Hops.Length - 1);

    internal static RoomHearing Of(short[] samples, int squelch)
    {
        var engine = new FirmwareEngine();
        engine.Controls.Set(AudioControls.SquelchIndex, squelch);
        var hops = new RoomHop[samples.Length / Hearing.HopFrames];
        for (int i = 0; i < hops.Length; i++)
        {
            HopReport report = engine.Process(samples.AsSpan(i * Hearing.HopFrames, Hearing.HopFrames));
            AudioSnapshot heard = engine.Snapshot;
            byte[] bands = (byte[])heard.Bands.Clone();
            hops[i] = new RoomHop(report.Onset, report.Beat, heard.Confidence, report.Bpm, heard.Level, bands.Max(),
                heard.Peaks.Max(), bands, heard.Bar, heard.OnsetKind, heard.OnsetStrength);
        }

        return new RoomHearing(hops);
    }

    /// <summary>What a rival hears: onsets, beats and tempos, and nothing that is shown.</summary>
    internal static RoomHearing Of(IBeatEngine rival, short[] samples)
    {
        HopReport[] reports = Hearing.Of(rival, samples).Hops;
        return new RoomHearing(Array.ConvertAll(reports, report =>
            new RoomHop(report.Onset, report.Beat, 0, report.Bpm, 0, 0, 0, [], -1, OnsetKind.Kick, 0)));
    }

    /// <summary>Hops that end between two times.</summary>
    internal IEnumerable<RoomHop> Between(double fromSeconds, double toSeconds) =>
        Hops.Where((_, i) => Hearing.TimeOf(i) > fromSeconds && Hearing.TimeOf(i) <= toSeconds);

    internal IEnumerable<RoomHop> After(double seconds) => Between(seconds, double.PositiveInfinity);

    internal double OnsetsPerMinute(double fromSeconds = 0) =>
        After(fromSeconds).Count(hop => hop.Onset) * 60 / (Seconds - fromSeconds);

    /// <summary>Share of the hops in which something is shown.</summary>
    internal double LitShare(double fromSeconds, double toSeconds) =>
        Between(fromSeconds, toSeconds).Average(hop => hop.Level > 0 ? 1 : 0);

    /// <summary>Beats that patterns act on.</summary>
    internal int TrustedBeats(double fromSeconds = 0) => After(fromSeconds).Count(hop => hop.Beat);

    /// <summary>F-measure of the beats, as the scorecard has it.</summary>
    internal double BeatF(IReadOnlyList<double> truth) => EventMetrics.BeatF(truth, TimesOf(hop => hop.Beat));

    /// <summary>F-measure of the first beats of bars after <paramref name="fromSeconds"/>, told or not.</summary>
    internal double DownbeatF(IReadOnlyList<double> truth, double fromSeconds) => EventMetrics.FMeasure(
        truth.Where(time => time > fromSeconds).ToList(),
        TimesOf(hop => hop.Beat && hop.Bar == 0).Where(time => time > fromSeconds).ToList(),
        EventMetrics.BeatWindow);

    private List<double> TimesOf(Func<RoomHop, bool> isEvent) =>
        Enumerable.Range(0, Hops.Length).Where(i => isEvent(Hops[i])).Select(Hearing.TimeOf).ToList();

    /// <summary>Seconds of the last onset before a time; 0 when there was none.</summary>
    internal double LastOnset(double beforeSeconds) => Enumerable.Range(0, Hops.Length)
        .Where(i => Hops[i].Onset)
        .Select(Hearing.TimeOf)
        .LastOrDefault(time => time < beforeSeconds);

    /// <summary>The middle one of the tempos named in the second half.</summary>
    internal double MedianBpm()
    {
        double[] known = After(Seconds / 2).Select(hop => hop.Bpm).Where(bpm => bpm > 0).Order().ToArray();
        return known.Length == 0 ? 0 : known[known.Length / 2];
    }
}
