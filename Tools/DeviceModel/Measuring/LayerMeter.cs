using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What layers add to a frame of one strip, on music.</summary>
public static class LayerMeter
{
    /// <summary>Measures frames of a channel without layers, and with some.</summary>
    /// <param name="pattern">Index of the channel's own pattern.</param>
    /// <param name="layers">Of each layer the index of its pattern and its blend.</param>
    /// <param name="frames">Frames of each.</param>
    /// <param name="limited">On the supply that is reckoned with at first, else on one that carries all that is drawn.</param>
    /// <param name="level">Of each layer, 0–255.</param>
    public static LayersCost Measure(
        int pattern, (int Pattern, Blend Blend)[] layers, int frames = 240, bool limited = false, int level = 255)
    {
        int[] said = [.. layers.SelectMany(layer => new[] { layer.Pattern, (int)layer.Blend })];
        double[] us = (double[])new WovenContext().Call(
            typeof(LayerMeter), nameof(Inside), pattern, said, frames, limited, level)!;
        return new LayersCost(us[0], us[3], us[4], us[5]);
    }

    internal static double[] Inside(int pattern, int[] layers, int frames, bool limited, int level)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames).Select(_ =>
        {
            var copy = new AudioSnapshot();
            copy.CopyFrom(ears.Hear());
            return copy;
        })];
        var master = new MasterControls();
        if (!limited)
        {
            master.Set(MasterControls.ChannelBudgetIndex, 20000);
            master.Set(MasterControls.BoardBudgetIndex, 40000);
        }

        var channel = new Channel(0, new Stage(master, Strips.Pair()));
        channel.Controls.Set(ChannelControls.PatternIndex, pattern);
        Run(channel, heard);
        Run(channel, heard);
        double[] without = Run(channel, heard);
        int[][] wanted = new int[layers.Length / 2][];
        for (int i = 0; i < wanted.Length; i++)
        {
            var layer =
                new LayerControls(
                    channel.Controls.Controls[ChannelControls.PatternIndex],
                        channel.Controls.Controls[ChannelControls.PaletteIndex]);
            layer.Set(LayerControls.PatternIndex, layers[2 * i]);
            layer.Set(LayerControls.BlendIndex, layers[(2 * i) + 1]);
            layer.Set(LayerControls.PaletteIndex, 7);
            layer.Set(LayerControls.LevelIndex, level);
            wanted[i] = layer.Values;
        }

        var plan = new LayerPlan(wanted);
        ChannelLayers over = channel.MakeOver().Layers;
        over.Prepare(plan);
        over.Store(plan);
        Run(channel, heard);
        Run(channel, heard);
        return [.. without, .. Run(channel, heard)];
    }

    // Mean, worst, bytes a frame.
    private static double[] Run(Channel channel, AudioSnapshot[] heard)
    {
        long allocated = Heap.AllocatedBytes;
        long total = 0;
        long worst = 0;
        for (int i = 0; i < heard.Length; i++)
        {
            MeasuredEars.NextFrame();
            long before = Meter.Total;
            Meter.BeginTurn();
            channel.RenderFrame(heard[i], i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            long spent = Meter.Total - before;
            total += spent;
            worst = Math.Max(worst, spent);
        }

        return [total / 1e6 / heard.Length, worst / 1e6, (Heap.AllocatedBytes - allocated) / (double)heard.Length];
    }
}

/// <summary>
/// Reference µs of a frame of one strip: without layers, with them in the mean, the worst; and the bytes that it allocates
/// with them.
/// </summary>
public sealed record LayersCost(double WithoutUs, double WithUs, double WorstUs, double Bytes)
{
    /// <summary>What they add.</summary>
    public double AddedUs => WithUs - WithoutUs;
}
