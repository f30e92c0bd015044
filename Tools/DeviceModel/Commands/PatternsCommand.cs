using System.CommandLine;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;
using static System.FormattableString;

namespace NanoFirmware.DeviceModel.Commands;

/// <summary>What every pattern and the ears cost.</summary>
internal sealed class PatternsCommand : Command
{
    private readonly Option<string> _signal = new("--signal")
    {
        Description = "What the microphone hears.",
        DefaultValueFactory = _ => "song",
    };
    private readonly Option<int> _frames = new("--frames") { Description = "Frames to measure.", DefaultValueFactory = _ => 600 };

    private readonly Option<bool> _extremes = new("--extremes")
    {
        Description = "Every pattern at the ends of its parameters instead, changes included.",
    };
    private readonly Option<bool> _grids = new("--grids")
    {
        Description = "The patterns for grids alone, on 25 x 24 over two strips, along rows and along columns.",
    };
    private readonly Option<bool> _limited = new("--limited")
    {
        Description = "With --extremes: at the usual power limit instead of none.",
    };
    private readonly Option<bool> _drums = new("--drums")
    {
        Description = "With --extremes: where the song has drums, which make some patterns draw all that they can.",
    };

    private readonly Option<bool> _panels = new("--panels")
    {
        Description = "Twelve panels of 8 x 8 on two strips of 384 instead, whatever they show.",
    };

    private readonly Option<string> _shares = new("--shares")
    {
        Description = "How the methods share a frame of this pattern instead.",
    };

    internal PatternsCommand()
        : base(
            "patterns",
            "Reference µs and bytes of a frame of every pattern, snapshot to send, of a hop of the ears, and of both strips "
                + "linked.")
    {
        Add(_signal);
        Add(_frames);
        Add(_extremes);
        Add(_limited);
        Add(_drums);
        Add(_grids);
        Add(_panels);
        Add(_shares);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        int frames = line.GetValue(_frames);
        if (line.GetValue(_shares) is { } pattern)
        {
            foreach ((string method, double us) in PatternMeter.Shares(pattern, frames, line.GetValue(_signal)!))
            {
                WriteLine($"{us,7:0.00} {method}");
            }
        }
        else if (line.GetValue(_extremes))
        {
            WriteExtremes(line.GetValue(_limited), line.GetValue(_drums));
        }
        else if (line.GetValue(_panels))
        {
            WritePanels();
        }
        else if (line.GetValue(_grids))
        {
            WriteGrids(GridMeter.Measure(frames), "rows");
            WriteGrids(GridMeter.Measure(frames, byColumns: true), "columns");
        }
        else
        {
            string signal = line.GetValue(_signal)!;
            WritePatterns(frames, signal);
            Write("ears", AudioMeter.Measure(frames, signal), "");
            WriteNetwork();
            WriteLinks(frames);
        }

        return 0;
    }

    private static void WritePanels()
    {
        foreach (PanelCost p in PanelMeter.Measure())
        {
            WriteLine(
                $"{p.Name,-45} {p.OwnUs,6:0.00} µs painting {p.AddedUs,6:0.0} more {p.FrameUs,6:0.0} in all {p.Bytes,4:0.0} B");
        }

        foreach (PatternCost show in PanelShowMeter.Measure())
        {
            Write(show.Name, show.Frame, Invariant($", {show.FirstSecondWorstUs:0.0} when chosen; twelve panels, both strips"));
        }

        (double adjacentUs, double gappedUs) = PanelMeter.MeasureCanvases();
        WriteLine($"a canvas of 96 x 8: {adjacentUs:0.00} µs, of 272 x 8: {gappedUs:0.00} µs");
        (double cutUs, double duplicateUs, int bytes) = PanelMeter.MeasureCutting();
        WriteLine(
            $"a canvas of 96 x 8 cut by pixels: {cutUs:0.0} µs, one picture put on all before {duplicateUs:0.0} µs, {bytes} B");
    }

    private static void WriteExtremes(bool isLimited, bool drums)
    {
        foreach (PatternExtremes p in ProgressDisplay.Show(
            "patterns", PatternMeter.Count,
            progress => PatternMeter.MeasureExtremes(limited: isLimited, drums: drums, afterEach: progress.Advance)))
        {
            WriteLine($"{p.Name,-20} {p.MeanUs,7:0.00} µs mean {p.WorstUs,7:0.00} worst {p.Bytes,4:0.0} B");
        }
    }

    private static void WriteGrids(PatternCost[] patterns, string lines)
    {
        foreach (PatternCost p in patterns)
        {
            Write(p.Name, p.Frame, Invariant($", {p.FirstSecondWorstUs:0.0} when chosen; grid by {lines}, both strips"));
        }
    }

    private static void WritePatterns(int frames, string signal)
    {
        PatternCost[] patterns = ProgressDisplay.Show(
            "patterns", PatternMeter.Count, progress => PatternMeter.Measure(frames, signal, afterEach: progress.Advance));
        foreach (PatternCost p in patterns)
        {
            Write(p.Name, p.Frame, Invariant($", {p.FirstSecondWorstUs:0.0} when chosen"));
        }

        WriteLine($"mean of {patterns.Length} patterns {patterns.Average(p => p.Frame.MeanUs):0.00} µs");
    }

    private static void WriteNetwork()
    {
        foreach (LiveCost live in LiveMeter.Protocols.SelectMany(protocol => LiveMeter.Measure(protocol: protocol)))
        {
            string order = live.IsWireOrder ? "grb" : "rgb";
            string light = live.IsRaw ? "raw" : "gamma and brightness";
            WriteLine($"from the network, {live.Protocol}, {order}, {light}: {live.Us:0.0} µs for both strips");
        }

        SoundSyncCost sound = SoundSyncMeter.Measure();
        WriteLine(
            $"sound sync: {sound.HearUs:0.0} µs to hear what is told, {sound.TellUs:0.0} to tell what is heard, ",
            $"{sound.BytesPerHop:0} B");
    }

    private static void WriteLinks(int frames)
    {
        foreach (LinkCost link in LinkMeter.Measure(frames))
        {
            WriteLine($"{link.Name,-20} {link.AUs,7:0.00} µs on A {link.BUs,7:0.00} on B");
        }
    }

    private static void Write(string name, Measurement m, string more) =>
        WriteLine($"{name,-20} {m.MeanUs,7:0.00} µs mean {m.WorstUs,7:0.00} worst {m.BytesPerCall,4:0} B{more}");

    private static void WriteLine(params FormattableString[] parts) =>
        Console.WriteLine(string.Concat(parts.Select(Invariant)));
}
