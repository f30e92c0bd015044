using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// What a frame of each show for panels costs on twelve of 8 × 8 with gaps of 16 over two strips of 384: both together, on music.
/// </summary>
public static class PanelShowMeter
{
    /// <summary>Measures every show.</summary>
    /// <param name="frames">Frames measured, after one second that counts for the change alone.</param>
    public static PatternCost[] Measure(int frames = 300)
    {
        var context = new WovenContext();
        string[] names = (string[])context.Call(typeof(PanelShowMeter), nameof(Names))!;
        double[] figures = (double[])context.Call(typeof(PanelShowMeter), nameof(Inside), frames)!;
        return
        [
            .. names.Select(
                (n, i) => new PatternCost(
                    n, new Measurement(frames, figures[4 * i], figures[(4 * i) + 1], figures[(4 * i) + 2]), figures[(4 * i) + 3],
                    0)),
        ];
    }

    internal static string[] Names() => PatternCatalog.NamesFor(PatternCatalog.CountOnPanels)[PatternCatalog.CountOnGrids..];

    internal static double[] Inside(int frames)
    {
        using var ears = new MeasuredEars("song");
        Channel[] channels = PanelMeter.NewChannels();
        PanelMeter.Hang(channels[0], PanelMeter.Gap);
        Run(channels, ears, 1);
        var figures = new List<double>();
        for (int pattern = PatternCatalog.CountOnGrids; pattern < PatternCatalog.CountOnPanels; pattern++)
        {
            channels[0].Controls.Set(ChannelControls.PatternIndex, pattern);
            double worstAtFirst = Run(channels, ears, Board.FrameRateHz)[1];
            figures.AddRange([.. Run(channels, ears, frames), worstAtFirst]);
        }

        return [.. figures];
    }

    // Mean, worst, bytes of a frame of both.
    private static double[] Run(Channel[] channels, MeasuredEars ears, int frames)
    {
        long total = 0;
        long worst = 0;
        long bytes = 0;
        for (int i = 0; i < frames; i++)
        {
            AudioSnapshot heard = ears.Hear();
            MeasuredEars.NextFrame();
            long start = Meter.Total;
            long allocated = Heap.AllocatedBytes;
            foreach (Channel channel in channels)
            {
                Meter.BeginTurn();
                channel.RenderFrame(heard, i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            }

            long spent = Meter.Total - start;
            bytes += Heap.AllocatedBytes - allocated;
            total += spent;
            worst = Math.Max(worst, spent);
        }

        return [total / 1e6 / frames, worst / 1e6, bytes / (double)frames];
    }
}
