namespace NanoFirmware.DeviceModel.Scenarios;

/// <summary>When each strip took over which picture, and what that says of those that were sent.</summary>
internal sealed class PictureLog
{
    /// <summary>The number of what is drawn here: each frame is a new picture.</summary>
    internal const int Unnumbered = -1;

    // Numbers come again: beyond this a picture of that number is another one.
    private const double LatestUs = 1e6;

    private readonly SortedDictionary<int, List<Seen>> _strips = [];

    /// <summary>A strip took over a frame; the picture that it showed before is no new one.</summary>
    internal void Add(int strip, int number, double latchedUs)
    {
        if (!_strips.TryGetValue(strip, out List<Seen>? seen))
        {
            _strips[strip] = seen = [];
        }

        if (number == Unnumbered || seen.Count == 0 || seen[^1].Number != number)
        {
            seen.Add(new Seen(number, latchedUs));
        }
    }

    /// <summary>What became of the pictures that were sent in a span of time.</summary>
    internal PictureFigures Figures(IEnumerable<SentPicture> sent, double fromUs, double toUs)
    {
        SentPicture[] counted = [.. sent.Where(picture => picture.SentUs >= fromUs && picture.SentUs < toUs)];
        double[] latencies = [.. counted.Select(LatencyUs).OfType<double>().Order()];
        double[][] times =
            [.. _strips.Values.Select(seen => seen.Select(s => s.LatchedUs).Where(us => us >= fromUs && us < toUs).ToArray())];
        double[] intervals = [.. times.SelectMany(t => t.Zip(t.Skip(1), (a, b) => b - a))];
        double mean = intervals.DefaultIfEmpty().Average();
        return new PictureFigures(
            counted.Length, latencies.Length, times.Select(t => t.Length).DefaultIfEmpty().Min() / ((toUs - fromUs) / 1e6),
            latencies.DefaultIfEmpty().Average() / 1000, latencies.ElementAtOrDefault((int)(latencies.Length * 0.99)) / 1000,
            Math.Sqrt(intervals.DefaultIfEmpty(mean).Average(us => (us - mean) * (us - mean))) / 1000);
    }

    // Null when one of the strips never showed it.
    private double? LatencyUs(SentPicture picture)
    {
        double? last = _strips.Count == 0 ? null : 0;
        foreach (List<Seen> seen in _strips.Values)
        {
            int at = seen.FindIndex(
                s => s.LatchedUs > picture.SentUs && s.LatchedUs < picture.SentUs + LatestUs && s.Number == picture.Number);
            last = at < 0 || last == null ? null : Math.Max(last.Value, seen[at].LatchedUs - picture.SentUs);
        }

        return last;
    }

    private sealed record Seen(int Number, double LatchedUs);
}

/// <summary>A picture that was sent: its number, and when its first byte was.</summary>
internal sealed record SentPicture(int Number, double SentUs);

/// <summary>What became of pictures.</summary>
/// <param name="Sent">How many were sent.</param>
/// <param name="Shown">How many of them both strips showed.</param>
/// <param name="Fps">New pictures a second on the slower strip.</param>
/// <param name="LatencyMs">From a picture's first byte, or from what was heard, to the strip that takes it over last.</param>
/// <param name="LatencyMsP99">The same, 99th percentile.</param>
/// <param name="JitterMs">Standard deviation of the time between two new pictures.</param>
internal sealed record PictureFigures(
    int Sent, int Shown, double Fps, double LatencyMs, double LatencyMsP99, double JitterMs);
