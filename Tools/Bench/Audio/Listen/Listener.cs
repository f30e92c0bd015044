using System.Text.Json.Nodes;
using NanoFirmware.Audio;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio.Listen;

/// <summary>Plays one recording to the firmware's ears and tells what they hear, hop by hop, as it is heard.</summary>
internal sealed class Listener
{
    // Tempos closer than this are one tempo that is known better.
    private const double TempoShare = 0.01;

    private const double FullScalePower = 536870912;
    private const double LeastDb = -96;

    private readonly FirmwareEngine _engine = new();
    private readonly List<double> _beats = new();
    private readonly List<double> _bpms = new();
    private readonly Action<JsonObject> _tell;
    private readonly bool _withLevels;
    private double _toldBpm;
    private int _onsets;

    /// <summary>Every event goes to <paramref name="tell"/> as {"type", "time" in seconds, …}.</summary>
    internal Listener(Action<JsonObject> tell, bool withLevels)
    {
        _tell = tell;
        _withLevels = withLevels;
    }

    /// <summary>
    /// Hears <paramref name="source"/> to its end; <paramref name="truth"/> are its beats in seconds, where they are known.
    /// </summary>
    internal void Hear(WavSource source, double[]? truth)
    {
        var signal = new float[Hearing.HopFrames];
        int hops = (int)(source.Duration.TotalSeconds / Hearing.HopSeconds);
        for (int hop = 0; hop < hops; hop++)
        {
            source.Read((long)hop * Hearing.HopFrames, Hearing.SampleRateHz, signal);
            Tell(_engine.Process(Hearing.Quantise(signal)), Hearing.TimeOf(hop));
            if (_withLevels && (hop + 1) % Board.FrameRateHz == 0)
            {
                TellLevel(Hearing.TimeOf(hop));
            }
        }

        TellSummary(source.Duration.TotalSeconds, truth);
    }

    private void Tell(HopReport hop, double time)
    {
        AudioSnapshot heard = _engine.Snapshot;
        if (hop.Bpm > 0 && time >= EventMetrics.BeatTrim)
        {
            _bpms.Add(hop.Bpm);
        }

        if (Math.Abs(hop.Bpm - _toldBpm) > TempoShare * _toldBpm)
        {
            _toldBpm = hop.Bpm;
            _tell(Event("tempo", time, ("bpm", hop.Bpm), ("confidence", Rounded(hop.Confidence))));
        }

        if (hop.Onset)
        {
            _onsets++;
            _tell(Event("onset", time, ("strength", heard.OnsetStrength)));
        }

        if (hop.Beat)
        {
            _beats.Add(time);
            _tell(Event("beat", time, ("bpm", hop.Bpm), ("confidence", Rounded(hop.Confidence)), ("bar", heard.Bar)));
        }
    }

    private void TellLevel(double time)
    {
        AudioSnapshot heard = _engine.Snapshot;
        _tell(Event(
            "level",
            time,
            ("level", heard.Level),
            ("levelDb", heard.LevelDb10 / 10.0),
            ("gain", Rounded(heard.Gain / 256.0)),
            ("floorDb", Math.Round(Math.Max(LeastDb, 10 * Math.Log10(_engine.FloorPower / FullScalePower)), 1))));
    }

    private void TellSummary(double seconds, double[]? truth)
    {
        double bpm = _bpms.Count == 0 ? 0 : _bpms.Order().ElementAt(_bpms.Count / 2);
        JsonObject summary = Event("summary", seconds, ("bpm", bpm), ("beats", _beats.Count), ("onsets", _onsets));
        if (truth != null)
        {
            double truthBpm = TempoOf(truth);
            summary["truthBpm"] = Math.Round(truthBpm, 1);
            summary["beatF"] = Math.Round(EventMetrics.BeatF(truth, _beats), 3);
            summary["accuracy1"] = TempoMetrics.IsAccurate1(truthBpm, bpm) ? 1 : 0;
            summary["accuracy2"] = TempoMetrics.IsAccurate2(truthBpm, bpm) ? 1 : 0;
        }

        _tell(summary);
    }

    // Of the middle interval: a beat that was not tapped changes nothing.
    private static double TempoOf(double[] beats)
    {
        double[] intervals = beats.Zip(beats.Skip(1), (before, after) => after - before).Order().ToArray();
        return 60 / intervals[intervals.Length / 2];
    }

    private static double Rounded(double value) => Math.Round(value, 2);

    private static JsonObject Event(string type, double time, params (string Name, JsonNode Value)[] fields)
    {
        var line = new JsonObject { ["type"] = type, ["time"] = Math.Round(time, 4) };
        foreach ((string name, JsonNode value) in fields)
        {
            line[name] = value;
        }

        return line;
    }
}
