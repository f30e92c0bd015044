using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>
/// What a frame of each pattern costs on a serpentine of 25 × 24 over two strips of 300: both strips together, on music.
/// </summary>
public static class GridMeter
{
    private const int Width = 25;
    private const int Height = 24;

    /// <summary>Pixels of it.</summary>
    public const int Pixels = Width * Height;

    /// <summary>Measures every pattern for grids.</summary>
    /// <param name="frames">Frames measured, after one second that counts for the change alone.</param>
    /// <param name="byColumns">The strips run along columns, else along rows.</param>
    /// <param name="limited">At the usual power limit; else the supply carries all that is drawn.</param>
    public static PatternCost[] Measure(int frames = 600, bool byColumns = false, bool limited = false)
    {
        var context = new WovenContext();
        string[] names = (string[])context.Call(typeof(GridMeter), nameof(Names))!;
        double[] figures = (double[])context.Call(typeof(GridMeter), nameof(Inside), frames, byColumns, limited)!;
        return
        [
            .. names.Select(
                (n, i) => new PatternCost(
                    n, new Measurement(frames, figures[4 * i], figures[(4 * i) + 1], figures[(4 * i) + 2]), figures[(4 * i) + 3],
                    0)),
        ];
    }

    internal static string[] Names() => [.. PatternCatalog.NamesFor(PatternCatalog.CountOnGrids).Skip(PatternCatalog.Count)];

    internal static double[] Inside(int frames, bool byColumns, bool limited)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames + Board.FrameRateHz).Select(_ => Copy(ears.Hear()))];
        var show = new WiredShow(Strips.Pair(Strips.Wiring(Width * Height / 2, Width * Height / 2)));
        if (!limited)
        {
            show.WithoutLimit();
        }

        Channel a = show.A;
        Channel b = show.B;
        Hang(a, Width, Height, byColumns, spans: true);
        Show(a, b, heard[0], 0);
        var figures = new List<double>();
        for (int pattern = PatternCatalog.Count; pattern < PatternCatalog.CountOnGrids; pattern++)
        {
            a.Controls.Set(ChannelControls.PatternIndex, pattern);
            double[] first = Run(a, b, heard[..Board.FrameRateHz]);
            double[] steady = Run(a, b, heard[Board.FrameRateHz..]);
            figures.AddRange([.. steady, first[1]]);
        }

        return [.. figures];
    }

    internal static void Hang(Channel channel, int width, int height, bool byColumns, bool spans)
    {
        LayoutControls layout = channel.Layout.NewControls();
        layout.Set(LayoutControls.KindIndex, LayoutControls.Grid);
        layout.Set(LayoutControls.WidthIndex, width);
        layout.Set(LayoutControls.HeightIndex, height);
        layout.Set(LayoutControls.ByIndex, byColumns ? 1 : 0);
        layout.Set(LayoutControls.SerpentineIndex, 1);
        layout.Set(LayoutControls.SpanIndex, spans ? 1 : 0);
        channel.Layout.Store(layout, channel.Layout.Compile(layout));
    }

    // Mean, worst, bytes of a frame of both, where one is due.
    private static double[] Run(Channel a, Channel b, AudioSnapshot[] heard)
    {
        long total = 0;
        long worst = 0;
        long bytes = 0;
        int shown = 0;
        int hops = 0;
        for (int i = 0; i < heard.Length; i++)
        {
            hops++;
            b.CountHop();
            if (!a.CountHop())
            {
                continue;
            }

            long allocated = Heap.AllocatedBytes;
            long spent = Show(a, b, heard[i], (50 * hops / 3) + (i % 3 == 0 ? 0 : 1));
            bytes += Heap.AllocatedBytes - allocated;
            total += spent;
            worst = Math.Max(worst, spent);
            shown++;
            hops = 0;
        }

        return [total / 1e6 / shown, worst / 1e6, bytes / (double)shown];
    }

    private static long Show(Channel a, Channel b, AudioSnapshot heard, int elapsedMs)
    {
        MeasuredEars.NextFrame();
        long now = Scheduler.Current.Clock.NowUs;
        long before = Meter.Total;
        Meter.BeginTurn();
        a.RenderFrame(heard, elapsedMs, now);
        Meter.BeginTurn();
        b.RenderFrame(heard, elapsedMs, now);
        return Meter.Total - before;
    }

    private static AudioSnapshot Copy(AudioSnapshot snapshot)
    {
        var copy = new AudioSnapshot();
        copy.CopyFrom(snapshot);
        return copy;
    }
}
