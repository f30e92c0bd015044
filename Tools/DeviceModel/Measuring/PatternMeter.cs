using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Leds;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What a frame of each pattern costs: the whole way of one channel from the snapshot to the send, on music.</summary>
public static class PatternMeter
{
    /// <summary>Measures every pattern of the catalogue over <paramref name="frames"/> frames of <paramref name="signal"/>.</summary>
    /// <param name="frames">Frames measured, after one second that is not.</param>
    /// <param name="signal">What the microphone hears, as the simulator's --signal.</param>
    /// <param name="mirror">Draws half the strip, twice.</param>
    /// <param name="palette">Index of the palette.</param>
    public static PatternCost[] Measure(int frames = 600, string signal = "song", bool mirror = false, int palette = 0)
    {
        var context = new WovenContext();
        string[] names = (string[])context.Call(typeof(PatternMeter), nameof(Names))!;
        double[] figures = (double[])context.Call(typeof(PatternMeter), nameof(Inside), frames, signal, mirror, palette)!;
        return [.. names.Select((n, i) => new PatternCost(
            n, new Measurement(frames, figures[6 * i], figures[(6 * i) + 1], figures[(6 * i) + 2]), figures[(6 * i) + 3], figures[(6 * i) + 4]))];
    }

    internal static string[] Names() => PatternCatalog.Names;

    internal static double[] Inside(int frames, string signal, bool mirror, int palette)
    {
        using var ears = new MeasuredEars(signal);
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames + Board.FrameRateHz).Select(_ => ears.Hear().Clone())];
        var channel = new Channel("a", new Strip(Board.StripAPin, Board.LedCount), new MasterControls());
        channel.Controls.Set(ChannelControls.MirrorIndex, mirror ? 1 : 0);
        channel.Controls.Set(ChannelControls.PaletteIndex, palette);
        var figures = new List<double>();
        for (int pattern = 0; pattern < PatternCatalog.Names.Length; pattern++)
        {
            channel.Controls.Set(ChannelControls.PatternIndex, pattern);
            figures.AddRange(Frames(channel, heard));
        }

        return [.. figures];
    }

    private static double[] Frames(Channel channel, AudioSnapshot[] heard)
    {
        var exchange = new SnapshotExchange();
        var reader = new SnapshotReader(exchange);
        long total = 0, worst = 0, bytes = Heap.AllocatedBytes, first = 0;
        for (int i = 0; i < heard.Length; i++)
        {
            exchange.Publish(heard[i]);
            MeasuredEars.NextFrame();
            long now = Scheduler.Current.Clock.NowUs;
            if (i == Board.FrameRateHz)
            {
                bytes = Heap.AllocatedBytes;
            }

            long before = Meter.Total;
            channel.RenderFrame(reader.Read(), i % 3 == 0 ? 16 : 17, now);
            long spent = Meter.Total - before;
            first = Math.Max(first, i < Board.FrameRateHz ? spent : 0);
            if (i >= Board.FrameRateHz)
            {
                total += spent;
                worst = Math.Max(worst, spent);
            }
        }

        int judged = heard.Length - Board.FrameRateHz;
        return [total / 1e6 / judged, worst / 1e6, (Heap.AllocatedBytes - bytes) / (double)judged, first / 1e6, channel.Metrics.Dropped, 0];
    }

    private static AudioSnapshot Clone(this AudioSnapshot snapshot)
    {
        var copy = new AudioSnapshot();
        copy.CopyFrom(snapshot);
        return copy;
    }
}

/// <summary>One pattern: reference µs and bytes of a frame.</summary>
/// <param name="Name">As in the catalogue.</param>
/// <param name="Frame">Snapshot to send, steady.</param>
/// <param name="FirstSecondWorstUs">The dearest frame after the pattern was chosen: palette rebuilt, state reset.</param>
/// <param name="Dropped">Frames that found the strip busy.</param>
public sealed record PatternCost(string Name, Measurement Frame, double FirstSecondWorstUs, double Dropped);
