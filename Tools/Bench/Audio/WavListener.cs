using System.Text.Json;
using NanoHost.Audio;

namespace NanoFirmware.Bench.Audio;

/// <summary>Prints what the firmware hears in a WAV file, one JSON object a line.</summary>
internal static class WavListener
{
    /// <summary>Onsets and beats in their order, and at the end the tempo of the whole.</summary>
    internal static void Listen(WavSource source, TextWriter output)
    {
        var signal = new float[(int)(source.Duration.TotalSeconds * Hearing.SampleRateHz)];
        source.Read(0, Hearing.SampleRateHz, signal);
        Hearing hearing = Hearing.Of(new FirmwareEngine(), Hearing.Quantise(signal));
        for (int i = 0; i < hearing.Hops.Length; i++)
        {
            HopReport hop = hearing.Hops[i];
            double seconds = Math.Round(Hearing.TimeOf(i), 4);
            if (hop.Onset)
            {
                output.WriteLine(JsonSerializer.Serialize(new { type = "onset", seconds }));
            }

            if (hop.Beat)
            {
                double confidence = Math.Round(hop.Confidence, 2);
                output.WriteLine(JsonSerializer.Serialize(new { type = "beat", seconds, bpm = hop.Bpm, confidence }));
            }
        }

        double bpm = hearing.MedianBpm(EventMetrics.BeatTrim, double.PositiveInfinity);
        double length = Math.Round(source.Duration.TotalSeconds, 4);
        output.WriteLine(JsonSerializer.Serialize(new { type = "tempo", seconds = length, bpm }));
    }
}
