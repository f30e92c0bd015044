using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;
using NanoFirmware.DeviceModel.Scheduling;
using NanoFirmware.DeviceModel.Weaving;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.DeviceModel.Measuring;

/// <summary>What a frame of each pattern costs: the whole way of one channel from the snapshot to the send, on music.</summary>
public static class PatternMeter
{
    private const int ChangeFrames = Board.FrameRateHz / 2;

    // Until the song has drums, and the ears know their beat.
    private const int HopsToDrums = 4 * Board.FrameRateHz;

    /// <summary>
    /// Measures every pattern of the catalogue over <paramref name="frames"/> frames of <paramref name="signal"/>.
    /// </summary>
    /// <param name="frames">Frames measured, after one second that is not.</param>
    /// <param name="signal">What the microphone hears, as the simulator's --signal.</param>
    /// <param name="mirror">Draws half the strip, twice.</param>
    /// <param name="palette">Index of the palette.</param>
    /// <param name="costs">Another cost table than the one that ships.</param>
    /// <param name="afterEach">Called after each pattern.</param>
    public static PatternCost[] Measure(
        int frames = 600, string signal = "song", bool mirror = false, int palette = 0, CostTable? costs = null,
        Action? afterEach = null)
    {
        var context = new WovenContext(costs: costs);
        string[] names = (string[])context.Call(typeof(PatternMeter), nameof(Names))!;
        double[] figures = (double[])context.Call(
            typeof(PatternMeter), nameof(Inside), frames, signal, mirror, palette, afterEach)!;
        return [.. names.Select((n, i) => new PatternCost(
            n, new Measurement(frames, figures[6 * i], figures[(6 * i) + 1], figures[(6 * i) + 2]), figures[(6 * i) + 3],
            figures[(6 * i) + 4]))];
    }

    /// <summary>
    /// Measures every pattern at the ends of its parameters: each one at its least and its most, all at their least, all at their
    /// most; with another palette, the strip mirrored, glowing or turned each time. Every frame counts, those that work a change
    /// in too.
    /// </summary>
    /// <param name="frames">Frames at each setting; the first half second, in which the change is worked in, counts for the worst
    /// frame only.</param>
    /// <param name="limited">True leaves the power limit as it is at first; a frame that it has to scale costs 17 µs
    /// more.</param>
    /// <param name="drums">From where the song has drums on; else from its beginning.</param>
    /// <param name="afterEach">Called after each pattern.</param>
    public static PatternExtremes[] MeasureExtremes(
        int frames = 90, bool limited = false, bool drums = false, Action? afterEach = null)
    {
        var context = new WovenContext();
        string[] names = (string[])context.Call(typeof(PatternMeter), nameof(Names))!;
        double[] figures = (double[])context.Call(
            typeof(PatternMeter), nameof(ExtremesInside), frames, limited, drums, afterEach)!;
        return [.. names.Select((n, i) => new PatternExtremes(n, figures[3 * i], figures[(3 * i) + 1], figures[(3 * i) + 2]))];
    }

    /// <summary>
    /// What each method spends itself of a pattern's mean frame, in reference µs, the dearest first; calls of others are theirs
    /// but for the call.
    /// </summary>
    /// <param name="pattern">Its name.</param>
    /// <param name="frames">Frames measured, after one second that is not.</param>
    /// <param name="signal">What the microphone hears.</param>
    public static (string Method, double Us)[] Shares(string pattern, int frames = 600, string signal = "song")
    {
        var owners = new Dictionary<int, string>();
        long[] shares = (long[])new WovenContext(owners: owners).Call(
            typeof(PatternMeter), nameof(SharesInside), pattern, frames, signal)!;
        return AudioMeter.ByMethod(owners, shares, frames);
    }

    /// <summary>How many patterns there are.</summary>
    public static int Count => PatternCatalog.Count;

    internal static string[] Names() => PatternCatalog.Names;

    internal static double[] ExtremesInside(int frames, bool limited, bool drums, Action? afterEach)
    {
        using var ears = new MeasuredEars("song");
        ears.Skip(drums ? HopsToDrums : 0);
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames).Select(_ => ears.Hear().Clone())];
        var show = new WiredShow();
        if (!limited)
        {
            show.WithoutLimit();
        }

        Channel channel = show.A;
        RenderFirst(channel, heard[0]);
        var figures = new List<double>();
        int setting = 0;
        for (int pattern = 0; pattern < PatternCatalog.Names.Length; pattern++)
        {
            double mean = 0;
            double worst = 0;
            double bytes = 0;
            foreach (int[] ends in Ends(PatternParameter.Read(PatternCatalog.Create(pattern).Parameters)))
            {
                setting++;
                Choose(channel.Controls, pattern, ends, setting);
                double[] change = Run(channel, heard[..ChangeFrames], 0);
                double[] steady = Run(channel, heard[ChangeFrames..], ChangeFrames);
                mean = Math.Max(mean, steady[0]);
                worst = Math.Max(worst, Math.Max(change[1], steady[1]));
                bytes += change[2] + steady[2];
            }

            figures.AddRange([mean, worst, bytes]);
            afterEach?.Invoke();
        }

        return [.. figures];
    }

    // The values of p1 to p4: what a parameter that is not named here has by default.
    private static IEnumerable<int[]> Ends(PatternParameter[] parameters)
    {
        int[] usual = [.. parameters.Select(p => p.Initial)];
        yield return [.. parameters.Select(p => p.Min)];
        yield return [.. parameters.Select(p => p.Max)];
        for (int i = 0; i < parameters.Length && parameters.Length > 1; i++)
        {
            foreach (int end in new[] { parameters[i].Min, parameters[i].Max })
            {
                int[] values = [.. usual];
                values[i] = end;
                yield return values;
            }
        }
    }

    private static void Choose(ChannelControls controls, int pattern, int[] parameters, int setting)
    {
        controls.Set(ChannelControls.PatternIndex, pattern);
        controls.Set(ChannelControls.PaletteIndex, setting * 7 % controls.Controls[ChannelControls.PaletteIndex].Choices.Length);
        controls.Set(ChannelControls.BrightnessIndex, 255 - (setting % 3 * 100));
        controls.Set(ChannelControls.MirrorIndex, setting % 2);
        controls.Set(ChannelControls.ReverseIndex, setting / 2 % 2);
        controls.Set(ChannelControls.OffsetIndex, setting * 13 % Board.StripLeds);
        controls.Set(ChannelControls.GlowIndex, setting % 4 == 3 ? 255 : 0);
        for (int i = 0; i < parameters.Length; i++)
        {
            controls.Set(ChannelControls.ParameterIndex + i, parameters[i]);
        }
    }

    // A board's first frame makes the whole palette at once: nothing is shown yet, and nobody waits.
    private static void RenderFirst(Channel channel, AudioSnapshot heard)
    {
        channel.Controls.Set(ChannelControls.PatternIndex, PatternCatalog.Names.Length - 1);
        MeasuredEars.NextFrame();
        channel.RenderFrame(heard, 17, Scheduler.Current.Clock.NowUs);
    }

    /// <summary>Names of the patterns that can be chosen on a line or on a grid.</summary>
    internal static string[] NamesOn(bool grid) =>
        PatternCatalog.NamesFor(grid ? PatternCatalog.CountOnGrids : PatternCatalog.Count);

    /// <summary>The mean of each pattern on a strip of some length, perhaps hung as a grid, in µs.</summary>
    internal static double[] MeansInside(int frames, int leds, int gridWidth, bool isAmple, Action? afterEach)
    {
        using var ears = new MeasuredEars("song");
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames + Board.FrameRateHz).Select(_ => ears.Hear().Clone())];
        var show = new WiredShow(Strips.Pair(Strips.Wiring(leds, leds)));
        if (isAmple)
        {
            show.WithoutLimit();
        }

        Channel channel = show.A;
        if (gridWidth > 0)
        {
            GridMeter.Hang(channel, gridWidth, leds / gridWidth, byColumns: false, spans: false);
        }

        RenderFirst(channel, heard[0]);
        var means = new List<double>();
        for (int pattern = 0; pattern < NamesOn(gridWidth > 0).Length; pattern++)
        {
            channel.Controls.Set(ChannelControls.PatternIndex, pattern);
            means.Add(Frames(channel, heard)[0]);
            afterEach?.Invoke();
        }

        return [.. means];
    }

    internal static double[] Inside(int frames, string signal, bool mirror, int palette, Action? afterEach)
    {
        using var ears = new MeasuredEars(signal);
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames + Board.FrameRateHz).Select(_ => ears.Hear().Clone())];
        Channel channel = new WiredShow().A;
        channel.Controls.Set(ChannelControls.MirrorIndex, mirror ? 1 : 0);
        channel.Controls.Set(ChannelControls.PaletteIndex, palette);
        RenderFirst(channel, heard[0]);
        var figures = new List<double>();
        for (int pattern = 0; pattern < PatternCatalog.Names.Length; pattern++)
        {
            channel.Controls.Set(ChannelControls.PatternIndex, pattern);
            figures.AddRange(Frames(channel, heard));
            afterEach?.Invoke();
        }

        return [.. figures];
    }

    internal static long[] SharesInside(string pattern, int frames, string signal)
    {
        using var ears = new MeasuredEars(signal);
        AudioSnapshot[] heard = [.. Enumerable.Range(0, frames + Board.FrameRateHz).Select(_ => ears.Hear().Clone())];
        Channel channel = new WiredShow().A;
        RenderFirst(channel, heard[0]);
        channel.Controls.Set(ChannelControls.PatternIndex, Array.IndexOf(PatternCatalog.Names, pattern));
        Run(channel, heard[..Board.FrameRateHz], 0);
        Meter.TakeShares();
        Run(channel, heard[Board.FrameRateHz..], Board.FrameRateHz);
        return Meter.TakeShares();
    }

    private static double[] Frames(Channel channel, AudioSnapshot[] heard)
    {
        double[] first = Run(channel, heard[..Board.FrameRateHz], 0);
        double[] steady = Run(channel, heard[Board.FrameRateHz..], Board.FrameRateHz);
        return [.. steady, first[1], channel.Output.Metrics.Dropped, 0];
    }

    // Mean, worst, bytes a frame.
    private static double[] Run(Channel channel, AudioSnapshot[] heard, int at)
    {
        var exchange = new SnapshotExchange();
        var reader = new SnapshotReader(exchange);
        long total = 0;
        long worst = 0;
        long bytes = 0;
        foreach (AudioSnapshot snapshot in heard)
        {
            exchange.Publish(snapshot);
            MeasuredEars.NextFrame();
            long now = Scheduler.Current.Clock.NowUs;
            long allocated = Heap.AllocatedBytes;
            long before = Meter.Total;
            Meter.BeginTurn();
            channel.RenderFrame(reader.Read(), at++ % 3 == 0 ? 16 : 17, now);
            long spent = Meter.Total - before;
            bytes += Heap.AllocatedBytes - allocated;
            total += spent;
            worst = Math.Max(worst, spent);
        }

        return [total / 1e6 / heard.Length, worst / 1e6, bytes / (double)heard.Length];
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

/// <summary>One pattern at the ends of its parameters: reference µs, and bytes.</summary>
/// <param name="Name">As in the catalogue.</param>
/// <param name="MeanUs">Mean frame of the dearest setting.</param>
/// <param name="WorstUs">The dearest frame of all settings, changes included.</param>
/// <param name="Bytes">Allocated a frame, added up over the settings.</param>
public sealed record PatternExtremes(string Name, double MeanUs, double WorstUs, double Bytes);
