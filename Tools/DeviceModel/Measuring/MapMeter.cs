using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What a picture costs one strip that hangs by a map, in rows or in no order at all.</summary>
public static class MapMeter
{
    private const string Pattern = "spiral";

    /// <summary>Measures frames with music, after a second for the change.</summary>
    /// <param name="width">Columns, each place with an LED.</param>
    /// <param name="height">Rows.</param>
    /// <param name="isScrambled">The LEDs hang in no order, else row by row.</param>
    public static MapCost Measure(int width, int height, bool isScrambled)
    {
        var context = new WovenContext();
        double[] figures = (double[])context.Call(typeof(MapMeter), nameof(Inside), width, height, isScrambled)!;
        return new MapCost((int)figures[0], (int)figures[1], figures[2], figures[3]);
    }

    internal static double[] Inside(int width, int height, bool isScrambled)
    {
        using var ears = new MeasuredEars("song");
        int leds = width * height;
        var show = new WiredShow(Strips.Pair(Strips.Wiring(leds, 60)));
        show.WithoutLimit();
        Channel a = show.A;
        short[] order = [.. Enumerable.Range(0, leds).Select(led => (short)led)];
        if (isScrambled)
        {
            new Random(1).Shuffle(order);
        }

        a.Layout.Map = new LedMap(order, width, height);
        LayoutControls layout = a.Layout.NewControls();
        layout.TakeMap();
        a.Layout.Store(layout, a.Layout.Compile(layout));
        Show(a, ears, Board.FrameRateHz);
        a.Controls.Set(
            ChannelControls.PatternIndex, Array.IndexOf(PatternCatalog.NamesFor(PatternCatalog.CountOnGrids), Pattern));
        Show(a, ears, Board.FrameRateHz);
        double[] costs = Show(a, ears, 4 * Board.FrameRateHz);
        int runs = a.Layout.Plan.Runs(a.Layout.Plan.Whole, false);
        return [runs, Layout.GridPlan.Hops(runs), costs.Average(), costs.Max()];
    }

    // What each picture of so many hops costs, µs.
    private static double[] Show(Channel channel, MeasuredEars ears, int hops)
    {
        var costs = new List<double>();
        int waited = 0;
        for (int hop = 0; hop < hops; hop++)
        {
            AudioSnapshot heard = ears.Hear();
            MeasuredEars.NextFrame();
            waited++;
            if (channel.CountHop())
            {
                long before = Meter.Total;
                Meter.BeginTurn();
                channel.RenderFrame(heard, 50 * waited / 3, Scheduler.Current.Clock.NowUs);
                costs.Add((Meter.Total - before) / 1e6);
                waited = 0;
            }
        }

        return [.. costs];
    }
}

/// <summary>What a picture on a map costs.</summary>
/// <param name="Runs">Pieces in which it is copied to the strip.</param>
/// <param name="Hops">From one picture to the next.</param>
/// <param name="MeanUs">Reference µs, snapshot to send.</param>
/// <param name="WorstUs">The dearest of them.</param>
public sealed record MapCost(int Runs, int Hops, double MeanUs, double WorstUs);
