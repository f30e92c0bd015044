using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What a frame of both strips costs in each way of linking them.</summary>
public static class LinkMeter
{
    /// <summary>
    /// Measures each link over <paramref name="frames"/> frames of music, with the same pattern chosen on both strips.
    /// </summary>
    /// <param name="frames">Frames measured, after one second that is not.</param>
    /// <param name="pattern">Index of the pattern.</param>
    public static LinkCost[] Measure(int frames = 300, int pattern = 0)
    {
        string[] names = (string[])new WovenContext().Call(typeof(LinkMeter), nameof(Names))!;
        return [.. names.Select((name, link) =>
        {
            double[] us = (double[])new WovenContext().Call(typeof(LinkMeter), nameof(Inside), frames, pattern, link)!;
            return new LinkCost(name, us[0], us[1]);
        })];
    }

    internal static string[] Names() => new MasterControls().Controls[MasterControls.LinkIndex].Choices;

    internal static double[] Inside(int frames, int pattern, int link)
    {
        using var ears = new MeasuredEars("song");
        var show = new WiredShow();
        show.Master.Set(MasterControls.LinkIndex, link);
        Channel[] channels = [show.A, show.B];
        foreach (Channel channel in channels)
        {
            channel.Controls.Set(ChannelControls.PatternIndex, pattern);
        }

        var us = new double[channels.Length];
        for (int i = -Board.FrameRateHz; i < frames; i++)
        {
            AudioSnapshot heard = ears.Hear();
            MeasuredEars.NextFrame();
            for (int c = 0; c < channels.Length; c++)
            {
                long before = Meter.Total;
                Meter.BeginTurn();
                channels[c].RenderFrame(heard, i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
                us[c] += i < 0 ? 0 : (Meter.Total - before) / 1e6 / frames;
            }
        }

        return us;
    }
}

/// <summary>One way of linking: mean reference µs of a frame, snapshot to send, of each strip.</summary>
public sealed record LinkCost(string Name, double AUs, double BUs);
