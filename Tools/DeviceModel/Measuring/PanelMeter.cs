using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;
using NanoFirmware.Panels;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What twelve panels of 8 × 8 cost on two strips of 384, both together, beside the frames without them.</summary>
public static class PanelMeter
{
    private const int Panels = 12;

    /// <summary>Measures each way to show panels.</summary>
    /// <param name="frames">Frames of each.</param>
    public static PanelCost[] Measure(int frames = 60)
    {
        double[] us = (double[])new WovenContext().Call(typeof(PanelMeter), nameof(Inside), frames)!;
        string[] names =
            ["the channel's picture alone, with gaps", "one picture on all, as it stands",
                "one picture on all, another each frame", "2 changed each frame", "12 changed each frame",
                    "mixed: 6 panels over the channel's picture"];
        return [.. names.Select((name, i) => new PanelCost(name, us[3 * i], us[(3 * i) + 1], us[(3 * i) + 2]))];
    }

    internal static double[] Inside(int frames)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot heard = ears.Hear();
        var master = new MasterControls();
        master.Set(MasterControls.ChannelBudgetIndex, 20000);
        master.Set(MasterControls.BoardBudgetIndex, 40000);
        var stage = new Stage(master, Strips.Pair(Strips.Wiring(384, 384)));
        Channel[] channels = [new(0, stage), new(1, stage)];
        Hang(channels[0]);
        channels[0].Controls.Set(ChannelControls.PatternIndex, Array.IndexOf(PatternCatalog.Names, "chase"));
        var set = new PanelSet(channels);
        PanelGeometry geometry = set.Geometry;
        Run(channels, heard, 400, null);
        double[] alone = Run(channels, heard, frames, null);
        PanelLook nothing = PanelLook.NewEmpty();
        PanelLook[] whole = [.. Enumerable.Range(0, 2).Select(i => Look(geometry, i))];
        PanelLook[][] many =
            [.. Enumerable.Range(0, 2).Select(
                i => Enumerable.Range(0, Panels).Select(panel => Look(geometry, i + panel)).ToArray())];
        var figures = new List<double>();
        figures.AddRange([0, alone[0], alone[1]]);

        // Looks are shaded by whoever sets them; here in the first frames, which do not count.
        foreach (Func<int, PanelPlan> plan in (Func<int, PanelPlan>[])
        [
            _ => Plan(geometry, PanelInterface.PerPanel, [.. Enumerable.Repeat(whole[0], Panels)]),
            i => Plan(geometry, PanelInterface.PerPanel, [.. Enumerable.Repeat(whole[i % 2], Panels)]),
            i => Plan(
                geometry, PanelInterface.PerPanel,
                    [.. many[0].Select((look, panel) => panel is 3 or 9 ? many[i % 2][panel] : look)]),
            i => Plan(geometry, PanelInterface.PerPanel, many[i % 2]),
            i => Plan(geometry, PanelInterface.Mixed, [.. many[0].Select((look, panel) => panel % 2 == 0 ? look : nothing)]),
        ])
        {
            PanelPlan[] plans = [plan(0), plan(1)];
            bool isStill = plans[0].Looks.SequenceEqual(plans[1].Looks);
            void Next(int i)
            {
                PanelPlan now = plans[isStill ? 0 : i % 2];
                set.Show(now.Geometry, now.Kind, now.Looks);
            }

            Next(0);
            Run(channels, heard, 30, Next);
            Run(channels, heard, 400, isStill ? null : Next);
            double[] with = Run(channels, heard, frames, isStill ? null : Next);
            figures.AddRange([with[0] - alone[0], with[0], with[1]]);
        }

        return [.. figures];
    }

    private static PanelPlan Plan(PanelGeometry geometry, PanelInterface kind, PanelLook[] looks) => new(geometry, kind, looks);

    private static PanelLook Look(PanelGeometry geometry, int seed)
    {
        PanelLook look = PanelLook.NewEmpty();
        look.Content = PanelContent.Pixels;
        look.Rgb = new byte[geometry.Pixels * 3];
        new Random(seed).NextBytes(look.Rgb);
        return look;
    }

    private static void Hang(Channel channel)
    {
        LayoutControls layout = channel.Layout.NewControls();
        layout.Set(LayoutControls.KindIndex, LayoutControls.Panels);
        layout.Set(LayoutControls.PanelsIndex, Panels);
        layout.Set(LayoutControls.GapIndex, 16);
        layout.Set(LayoutControls.ByIndex, 1);
        layout.Set(LayoutControls.SerpentineIndex, 1);
        layout.Set(LayoutControls.SpanIndex, 1);
        layout.Set(LayoutControls.ExpandIndex, GridPlan.Path);
        channel.Layout.Store(layout, channel.Layout.Compile(layout));
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
/// One way to show panels: reference µs that it adds, reference µs of a frame of both strips, bytes that the frame
/// allocates.
/// </summary>
public sealed record PanelCost(string Name, double AddedUs, double FrameUs, double Bytes);
