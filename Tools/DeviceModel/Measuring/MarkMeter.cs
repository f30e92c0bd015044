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
    private const int Colour = 0xFF9500;

    /// <summary>Measures frames of music without marks, with room for them and none alive, and with some side by side.</summary>
    /// <param name="marks">How many.</param>
    /// <param name="blend">How they are blended.</param>
    /// <param name="pattern">Index of the pattern below.</param>
    /// <param name="frames">Frames of each.</param>
    public static MarkCost Measure(int marks, Blend blend, int pattern = 0, int frames = 120)
    {
        double[] us = (double[])new WovenContext().Call(typeof(MarkMeter), nameof(Inside), marks, (int)blend, pattern, frames)!;
        return new MarkCost(us[0], us[1], us[2], us[3]);
    }

    internal static double[] Inside(int marks, int blend, int pattern, int frames)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot heard = ears.Hear();
        for (int i = 0; i < 5 * Board.FrameRateHz; i++)
        {
            heard = ears.Hear();
        }

        var master = new MasterControls();
        master.Set(MasterControls.ChannelBudgetIndex, 20000);
        master.Set(MasterControls.BoardBudgetIndex, 40000);
        var channel = new Channel(0, new Stage(master, Strips.Pair()));
        channel.Controls.Set(ChannelControls.PatternIndex, pattern);
        Run(channel, heard, 6 * Board.FrameRateHz);
        double[] without = Run(channel, heard, frames);
        channel.MakeOver().MakeMarks();
        double[] idle = Run(channel, heard, frames);
        int[][] told = [.. Enumerable.Range(0, marks).Select(i => Mark(i * MarkPixels, blend))];
        channel.Over.Marks.TryTell(told, told.Length);
        Run(channel, heard, 1);
        double[] with = Run(channel, heard, frames);
        return [without[0], idle[0], with[0], with[1]];
    }

    private static int[] Mark(int from, int blend)
    {
        var mark = new MarkControls(Board.StripLeds);
        mark.Set(MarkControls.FromIndex, from);
        mark.Set(MarkControls.CountIndex, MarkPixels);
        mark.Set(MarkControls.ColourIndex, Colour);
        mark.Set(MarkControls.BlendIndex, blend);
        mark.Set(MarkControls.DecayIndex, 10000);
        return mark.Values;
    }

    // Mean µs, bytes a frame.
    private static double[] Run(Channel channel, AudioSnapshot heard, int frames)
    {
        long allocated = Heap.AllocatedBytes;
        long total = 0;
        for (int i = 0; i < frames; i++)
        {
            MeasuredEars.NextFrame();
            long before = Meter.Total;
            Meter.BeginTurn();
            channel.RenderFrame(heard, i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            total += Meter.Total - before;
        }

        return [total / 1e6 / frames, (Heap.AllocatedBytes - allocated) / (double)frames];
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
