using System.Globalization;
using NanoFirmware.Bench.Audio.Songs;
using NanoFirmware.DeviceModel.Reporting;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>How the firmware does on rhythms it was never trained on, by the scorecard's measures.</summary>
internal static class HeldOutScore
{
    /// <summary>The songs that are asked for as a rule.</summary>
    internal const int Songs = 300;

    private const long FirstSeed = 900_000;

    /// <summary>Mean F-measure, 0…1, of the beats that the firmware hears in so many songs over the held-out grooves.</summary>
    internal static double BeatF(IReadOnlyList<Groove> grooves, int songs) =>
        Scores(grooves, songs, () => { }).Average(score => score.BeatF);

    /// <summary>
    /// Plays so many songs over the held-out grooves to the firmware and prints the means, by groove and in all.
    /// </summary>
    internal static void Print(IReadOnlyList<Groove> grooves, int songs, TextWriter output)
    {
        Score[] scores = ProgressDisplay.Show("songs", songs, progress => Scores(grooves, songs, progress.Advance));
        output.WriteLine("held-out groove       songs beatF  acc1  acc2 onsetF lock s");
        foreach (var group in scores.GroupBy(score => score.Groove).OrderBy(group => group.Key))
        {
            Print(group.Key, group, output);
        }

        Print("all", scores, output);
    }

    private static void Print(string name, IEnumerable<Score> all, TextWriter output)
    {
        Score[] s = [.. all];
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{name,-22}{s.Length,5} {s.Average(one => one.BeatF),5:0.000} {s.Average(one => one.Accuracy1),5:0.00} "
            + $"{s.Average(one => one.Accuracy2),5:0.00} {s.Average(one => one.OnsetF),6:0.00} "
            + $"{s.Average(one => one.Lock),6:0.0}"));
    }

    private static Score[] Scores(IReadOnlyList<Groove> grooves, int songs, Action advance)
    {
        var scores = new Score[songs];
        Parallel.For(0, songs, i =>
        {
            scores[i] = Of(new BandSong(grooves, FirstSeed + i));
            advance();
        });
        return scores;
    }

    private static Score Of(BandSong song)
    {
        Hearing hearing = Hearing.Of(new FirmwareEngine(), song.Samples);
        double bpm = hearing.MedianBpm(EventMetrics.BeatTrim, BandSong.Seconds);
        return new Score(
            song.GrooveName,
            EventMetrics.BeatF(song.Beats, hearing.Beats),
            song.IsSteady ? Share(TempoMetrics.IsAccurate1(song.Bpm, bpm)) : null,
            song.IsSteady ? Share(TempoMetrics.IsAccurate2(song.Bpm, bpm)) : null,
            EventMetrics.OnsetF(song.Onsets, hearing.Onsets),
            TempoMetrics.LockSeconds(song.Beats, hearing.Beats) ?? BandSong.Seconds);
    }

    private static double Share(bool isRight) => isRight ? 1 : 0;

    private sealed record Score(string Groove, double BeatF, double? Accuracy1, double? Accuracy2, double? OnsetF, double? Lock);
}
