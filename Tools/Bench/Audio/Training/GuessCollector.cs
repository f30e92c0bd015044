using NanoFirmware.Audio;

namespace NanoFirmware.Bench.Audio.Training;

/// <summary>Plays recordings to the firmware's own ears and writes down what they would guess, once in a second.</summary>
internal static class GuessCollector
{
    private const int BytesPerFrame = SlotFinder.BytesPerFrame;
    private const int HopsPerFrame = PulseHistory.HopsPerFrame;

    // As the firmware's search begins: after the first pulse that is music, and a second later.
    private const float MusicPulse = 0.3f;
    private const int FirstHops = 50;
    private const int HopsPerSearch = 60;
    private const double HopsPerSecond = 60;

    // A guess is right within 4.5 % of the period, and 70 ms or a sixth of a beat of its place.
    private const double PeriodTolerance = 0.045;
    private const double PlaceTolerance = 0.07;
    private const double PlaceShare = 0.17;

    /// <summary>
    /// The guesses of each search; <paramref name="beats"/> are in seconds, empty where there are none to find.
    /// </summary>
    internal static List<Guess[]> Collect(short[] samples, IReadOnlyList<double> beats)
    {
        var bank = new FilterBank();
        var novelty = new NoveltyMeter();
        var history = new PulseHistory();
        var periods = new PeriodFinder();
        var rater = new BeatRater(history, periods.Correlator);
        var searches = new List<Guess[]>();
        byte[] hop = new byte[Hearing.HopFrames * BytesPerFrame];
        float low = 0;
        float mid = 0;
        float high = 0;
        int first = int.MaxValue;
        for (int hops = 1; hops * Hearing.HopFrames <= samples.Length; hops++)
        {
            Fill(hop, samples.AsSpan((hops - 1) * Hearing.HopFrames, Hearing.HopFrames));
            bank.Split(hop, 0, false);
            novelty.Measure(bank.Energy);
            periods.Follow(novelty.Pulse);
            float[] pulses = novelty.Pulses;
            (low, mid, high) = (low + pulses[2], mid + pulses[1], high + pulses[0]);
            if (hops % HopsPerFrame == 0)
            {
                history.Add(low, mid, high);
                (low, mid, high) = (0, 0, 0);
            }

            first = first == int.MaxValue && novelty.Pulse > MusicPulse ? hops : first;
            if (hops % HopsPerSearch == 0 && hops - FirstHops > first)
            {
                int age = Math.Min(history.Newest - 1, ((hops - first) / HopsPerFrame) + 8);
                rater.Begin(age, periods.Mean());
                AddSearch(searches, rater, periods, hops / HopsPerSecond, beats);
            }
        }

        return searches;
    }

    private static void Fill(byte[] hop, ReadOnlySpan<short> samples)
    {
        for (int i = 0; i < samples.Length; i++)
        {
            hop[(BytesPerFrame * i) + 2] = (byte)samples[i];
            hop[(BytesPerFrame * i) + 3] = (byte)(samples[i] >> 8);
        }
    }

    private static void AddSearch(
        List<Guess[]> searches, BeatRater rater, PeriodFinder periods, double now, IReadOnlyList<double> beats)
    {
        int next = beats.TakeWhile(beat => beat <= now).Count();
        bool isJudged = beats.Count == 0 || (next > 0 && beats.Count > 1 && now <= beats[^1] + 1);
        if (!isJudged)
        {
            return;
        }

        var guesses = new List<Guess>();
        periods.Rate(0, PeriodFinder.Tried);
        int found = periods.Choose();
        for (int i = 0; i < found; i++)
        {
            float period = periods.Found(i) / HopsPerFrame;
            int peaks = rater.Fold(period);
            for (int peak = 0; peak < peaks; peak++)
            {
                float ago = rater.Peaks[peak];
                rater.Describe(period, ago);
                bool isRight = beats.Count > 0
                    && IsRight(
                        beats, next, period * HopsPerFrame / HopsPerSecond, now - ((ago + 1) * HopsPerFrame / HopsPerSecond));
                float[] features = Array.ConvertAll(rater.Features, feature => (float)feature);
                guesses.Add(new Guess(features, isRight, BeatRater.PartOf(rater.Features)));
            }
        }

        if (guesses.Count > 0)
        {
            searches.Add(guesses.ToArray());
        }
    }

    private static bool IsRight(IReadOnlyList<double> beats, int next, double period, double beat)
    {
        double last = beats[next - 1];
        double before = next > 1 ? last - beats[next - 2] : beats[1] - beats[0];
        double truth = next < beats.Count && beats[next] - last < 1.5 * before ? beats[next] - last : before;
        double off = beat - last;
        off -= truth * Math.Round(off / truth);
        return Math.Abs((period / truth) - 1) < PeriodTolerance && Math.Abs(off) < Math.Min(PlaceTolerance, PlaceShare * truth);
    }
}
