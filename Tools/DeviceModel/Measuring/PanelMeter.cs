using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;
using NanoFirmware.Panels;
using NanoFirmware.Rendering;
using NanoFirmware.Subjects;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What twelve panels of 8 × 8 cost on two strips of 384, both together, beside the frames without them.</summary>
public static class PanelMeter
{
    private const int Panels = 12;
    internal const int Gap = 16;

    private static readonly string[] Names =
    [
        "one picture on all, as it stands",
        "one picture on all, another each frame",
        "2 changed each frame",
        "12 changed each frame",
        "mixed: 6 panels over the channel's picture",
        "one animation on all",
        "four animations on three panels each",
    ];

    /// <summary>Measures each way to show panels.</summary>
    /// <param name="frames">Frames of each.</param>
    public static PanelCost[] Measure(int frames = 60)
    {
        double[] us = (double[])new WovenContext().Call(typeof(PanelMeter), nameof(Inside), frames)!;
        return [.. Names.Select((name, i) => new PanelCost(name, us[4 * i], us[(4 * i) + 1], us[(4 * i) + 2], us[(4 * i) + 3]))];
    }

    /// <summary>Measures what a frame copies of a canvas of 96 × 8 and of one of 272 × 8, reference µs.</summary>
    public static (double AdjacentUs, double GappedUs) MeasureCanvases()
    {
        double[] us = (double[])new WovenContext().Call(typeof(PanelMeter), nameof(InsideCanvases))!;
        return (us[0], us[1]);
    }

    /// <summary>
    /// Measures a canvas of 96 × 8 that is cut by pixels: reference µs of a cut, of a picture put on all panels before, and the
    /// bytes of its arrays.
    /// </summary>
    public static (double CutUs, double DuplicateUs, int Bytes) MeasureCutting()
    {
        double[] us = (double[])new WovenContext().Call(typeof(PanelMeter), nameof(InsideCutting))!;
        return (us[0], us[1], (int)us[2]);
    }

    internal static double[] InsideCutting()
    {
        var cut = new CutPanels();
        byte[] picture = new byte[192];
        Meter.BeginTurn();
        long start = Meter.Total;
        cut.Cut();
        long middle = Meter.Total;
        cut.Duplicate(picture);
        return [(middle - start) / 1e6, (Meter.Total - middle) / 1e6, cut.Bytes];
    }

    internal static double[] InsideCanvases()
    {
        using var ears = new MeasuredEars("song");
        Channel[] channels = NewChannels();
        var us = new List<double>();
        foreach (int gap in (int[])[0, Gap])
        {
            Hang(channels[0], gap);
            PixelMap map = channels[0].Layout.Plan.Whole;
            byte[] canvas = new byte[map.Pixels * 3];
            Meter.BeginTurn();
            long start = Meter.Total;
            foreach (Channel channel in channels)
            {
                map.Show(canvas, channel.Output.Index, channel.Output.Frame);
            }

            us.Add((Meter.Total - start) / 1e6);
        }

        return [.. us];
    }

    internal static double[] Inside(int frames)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot heard = ears.Hear();
        Channel[] channels = NewChannels();
        Hang(channels[0], Gap);
        channels[0].Controls.Set(ChannelControls.PatternIndex, Array.IndexOf(PatternCatalog.Names, "chase"));
        var set = new PanelSet(channels);
        PanelGeometry geometry = set.Geometry;
        Run(channels, heard, 400, null);
        double alone = Run(channels, heard, frames, null)[0];
        var figures = new List<double>();
        foreach (PanelPlan[] plans in Ways(geometry))
        {
            // Whoever sets a plan does so outside the frames, which only take it over.
            void Next(int i) => set.Show(plans[i % plans.Length].Geometry, plans[0].Kind, plans[i % plans.Length].Looks);
            Next(0);
            Action<int>? next = plans.Length > 1 ? Next : null;
            Run(channels, heard, 30, Next);
            Run(channels, heard, 400, next);
            double[] with = Run(channels, heard, frames, next);
            figures.AddRange([with[0] - alone, Own(channels, heard, frames, next), with[0], with[1]]);
        }

        return [.. figures];
    }

    private static IEnumerable<PanelPlan[]> Ways(PanelGeometry geometry)
    {
        PanelLook nothing = PanelLook.NewEmpty();
        PanelLook[] whole = [.. Enumerable.Range(0, 2).Select(i => Look(geometry, i))];
        PanelLook[][] many =
            [.. Enumerable.Range(0, 2).Select(
                i => Enumerable.Range(0, Panels).Select(panel => Look(geometry, i + panel)).ToArray())];
        PanelLook[] running = [.. Enumerable.Range(0, 4).Select(i => Running(geometry, i))];
        PanelPlan Each(Func<int, PanelLook> look, PanelInterface kind = PanelInterface.PerPanel) =>
            new(geometry, kind, [.. Enumerable.Range(0, Panels).Select(look)]);
        yield return [Each(_ => whole[0])];
        yield return [Each(_ => whole[0]), Each(_ => whole[1])];
        yield return [Each(panel => many[0][panel]), Each(panel => many[panel is 3 or 9 ? 1 : 0][panel])];
        yield return [Each(panel => many[0][panel]), Each(panel => many[1][panel])];
        yield return [Each(panel => panel % 2 == 0 ? many[0][panel] : nothing, PanelInterface.Mixed)];
        yield return [Each(_ => running[0])];
        yield return [Each(panel => running[panel % 4])];
    }

    internal static Channel[] NewChannels()
    {
        var master = new MasterControls();
        master.Set(MasterControls.ChannelBudgetIndex, 20000);
        master.Set(MasterControls.BoardBudgetIndex, 40000);
        var stage = new Stage(master, Strips.Pair(Strips.Wiring(384, 384)));
        return [new(0, stage), new(1, stage)];
    }

    private static PanelLook Look(PanelGeometry geometry, int seed)
    {
        PanelLook look = PanelLook.NewEmpty();
        look.Content = PanelContent.Pixels;
        look.Rgb = new byte[geometry.Pixels * 3];
        new Random(seed).NextBytes(look.Rgb);
        return look;
    }

    private static PanelLook Running(PanelGeometry geometry, int seed)
    {
        int[] values = new int[ChannelControls.ParameterIndex + ChannelControls.ParameterCount];
        values[ChannelControls.PatternIndex] = Array.IndexOf(PatternCatalog.NamesFor(PatternCatalog.CountOnGrids), "plasma");
        values[ChannelControls.PaletteIndex] = seed;
        values[ChannelControls.SpeedIndex] = 128;
        PanelLook look = PanelLook.NewEmpty();
        look.Content = PanelContent.Pattern;
        look.Layer = new PanelLayer(geometry, values);
        return look;
    }

    internal static void Hang(Channel channel, int gap)
    {
        LayoutControls layout = channel.Layout.NewControls();
        layout.Set(LayoutControls.KindIndex, LayoutControls.Panels);
        layout.Set(LayoutControls.PanelsIndex, Panels);
        layout.Set(LayoutControls.GapIndex, gap);
        layout.Set(LayoutControls.ByIndex, 1);
        layout.Set(LayoutControls.SerpentineIndex, 1);
        layout.Set(LayoutControls.SpanIndex, 1);
        layout.Set(LayoutControls.ExpandIndex, GridPlan.Path);
        channel.Layout.Store(layout, channel.Layout.Compile(layout));
    }

    // Mean µs of what the painters alone do in both strips' frames.
    private static double Own(Channel[] channels, AudioSnapshot heard, int frames, Action<int>? before)
    {
        long total = 0;
        var light = new PictureLight();
        for (int i = 0; i < frames; i++)
        {
            before?.Invoke(i);
            MeasuredEars.NextFrame();
            long start = Meter.Total;
            foreach (Channel channel in channels)
            {
                Meter.BeginTurn();
                FramePainter painter = channel.Over.Painter;
                if (painter.Begin(light))
                {
                    painter.Paint(channel.Output.Frame, heard, 16, channel.ShownLevel);
                }
            }

            total += Meter.Total - start;
        }

        return total / 1e6 / frames;
    }

    // Mean µs of both strips, bytes a frame.
    private static double[] Run(Channel[] channels, AudioSnapshot heard, int frames, Action<int>? before)
    {
        long total = 0;
        long bytes = 0;
        for (int i = 0; i < frames; i++)
        {
            before?.Invoke(i);
            MeasuredEars.NextFrame();
            long start = Meter.Total;
            long allocated = Heap.AllocatedBytes;
            foreach (Channel channel in channels)
            {
                Meter.BeginTurn();
                channel.RenderFrame(heard, i % 3 == 0 ? 16 : 17, Scheduler.Current.Clock.NowUs);
            }

            total += Meter.Total - start;
            bytes += Heap.AllocatedBytes - allocated;
        }

        return [total / 1e6 / frames, bytes / (double)frames];
    }
}

/// <summary>
/// One way to show panels: reference µs that a frame of both strips takes more than with the channel's picture alone, that
/// painting the panels takes of it, that the frame takes in all, and the bytes that it allocates.
/// </summary>
public sealed record PanelCost(string Name, double AddedUs, double OwnUs, double FrameUs, double Bytes);
