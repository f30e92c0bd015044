using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What marks add to a frame of one strip, on a supply that carries all that is drawn.</summary>
public static class MarkMeter
{
    private const int MarkPixels = 22;

    // Each saturated, as notes and drums are: one component full, one between, one dark.
    private static readonly int[] Colours = [0xFF9500, 0x00FF6A, 0x3C00FF, 0xFF0095, 0x95FF00, 0x00B4FF, 0xFF3C00, 0x7F00FF];

    /// <summary>Measures frames of music without marks, with room for them and none alive, and with some side by side.</summary>
    /// <param name="marks">How many.</param>
    /// <param name="blend">How they are blended.</param>
    /// <param name="pattern">Index of the pattern below.</param>
    /// <param name="frames">Frames of each.</param>
    /// <param name="leds">Pixels of the strip.</param>
    public static MarkCost Measure(int marks, Blend blend, int pattern = 0, int frames = 120, int leds = Board.StripLeds)
    {
        double[] us = (double[])new WovenContext().Call(
            typeof(MarkMeter), nameof(Inside), marks, (int)blend, pattern, frames, leds)!;
        return new MarkCost(us[0], us[1], us[2], us[3]);
    }

    internal static double[] Inside(int marks, int blend, int pattern, int frames, int leds)
    {
        using var ears = new MeasuredEars("song");
        ears.Skip(5 * Board.FrameRateHz);
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames).Select(_ =>
        {
            var copy = new AudioSnapshot();
            copy.CopyFrom(ears.Hear());
            return copy;
        })];
        int[][] told = [.. Enumerable.Range(0, marks).Select(i => Mark(i * MarkPixels, blend))];
        Strip[] strips = Strips.Pair(Strips.Wiring(leds, leds));
        double[] without = Run(Begin(pattern, strips, heard, null), heard);
        double[] idle = Run(Begin(pattern, strips, heard, []), heard);
        double[] with = Run(Begin(pattern, strips, heard, told), heard);
        return [without[0], idle[0], with[0], with[1]];
    }

    // A new one each time, so that what chance draws is the same.
    private static Channel Begin(int pattern, Strip[] strips, AudioSnapshot[] heard, int[][]? told)
    {
        var master = new MasterControls();
        master.Set(MasterControls.ChannelBudgetIndex, 20000);
        master.Set(MasterControls.BoardBudgetIndex, 40000);
        var channel = new Channel(0, new Stage(master, strips));
        channel.Controls.Set(ChannelControls.PatternIndex, pattern);
        for (int i = 0; i < 3; i++)
        {
            Run(channel, heard);
        }

        if (told != null)
        {
            channel.MakeOver().MakeMarks();
            channel.Over.Marks.TryTell(told, told.Length);
        }

        // The frames in which they come.
        Run(channel, heard[..2]);
        return channel;
    }

    private static int[] Mark(int from, int blend)
    {
        var mark = new MarkControls(Board.StripLeds);
        mark.Set(MarkControls.FromIndex, from);
        mark.Set(MarkControls.CountIndex, MarkPixels);
        mark.Set(MarkControls.ColourIndex, Colours[from / MarkPixels % Colours.Length]);
        mark.Set(MarkControls.BlendIndex, blend);
        mark.Set(MarkControls.DecayIndex, 10000);
        return mark.Values;
    }

    // Mean µs, bytes a frame.
    private static double[] Run(Channel channel, AudioSnapshot[] heard)
    {
        long allocated = Heap.AllocatedBytes;
        long total = 0;
        for (int i = 0; i < heard.Length; i++)
        {
            MeasuredEars.NextFrame();
            long before = Meter.Total;
            Meter.BeginTurn();
            channel.RenderFrame(heard[i], i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            total += Meter.Total - before;
        }

        return [total / 1e6 / heard.Length, (Heap.AllocatedBytes - allocated) / (double)heard.Length];
    }
}

/// <summary>
/// Mean reference µs of a frame of one strip: without marks, with none alive, with some; and the bytes that a frame with
/// some allocates.
/// </summary>
public sealed record MarkCost(double WithoutUs, double IdleUs, double WithUs, double Bytes)
{
    /// <summary>What they add.</summary>
    public double AddedUs => WithUs - WithoutUs;
}
