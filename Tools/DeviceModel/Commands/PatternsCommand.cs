using System.CommandLine;
using System.Globalization;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;

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
        Add(_grids);
        SetAction(Run);
    }

    private int Run(ParseResult line)
    {
        if (line.GetValue(_extremes))
        {
            bool isLimited = line.GetValue(_limited);
            foreach (PatternExtremes p in ProgressDisplay.Show(
                "patterns", PatternMeter.Count,
                progress => PatternMeter.MeasureExtremes(limited: isLimited, afterEach: progress.Advance)))
            {
                Console.WriteLine(
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $"{p.Name,-20} {p.MeanUs,7:0.00} µs mean {p.WorstUs,7:0.00} worst {p.Bytes,4:0.0} B"));
            }

            return 0;
        }

        string signal = line.GetValue(_signal)!;
        int frames = line.GetValue(_frames);
        if (line.GetValue(_grids))
        {
            foreach (PatternCost p in GridMeter.Measure(frames))
            {
                Write(
                    p.Name, p.Frame,
                    string.Create(
                        CultureInfo.InvariantCulture, $", {p.FirstSecondWorstUs:0.0} when chosen; grid by rows, both strips"));
            }

            foreach (PatternCost p in GridMeter.Measure(frames, byColumns: true))
            {
                Write(
                    p.Name, p.Frame,
                    string.Create(
                        CultureInfo.InvariantCulture, $", {p.FirstSecondWorstUs:0.0} when chosen; grid by columns, both strips"));
            }

            return 0;
        }

        PatternCost[] patterns = ProgressDisplay.Show(
            "patterns", PatternMeter.Count, progress => PatternMeter.Measure(frames, signal, afterEach: progress.Advance));
        foreach (PatternCost p in patterns)
        {
            Write(p.Name, p.Frame, string.Create(CultureInfo.InvariantCulture, $", {p.FirstSecondWorstUs:0.0} when chosen"));
        }

        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"mean of {patterns.Length} patterns {patterns.Average(p => p.Frame.MeanUs):0.00} µs"));
        Write("ears", AudioMeter.Measure(frames, signal), "");
        foreach (LiveCost live in LiveMeter.Measure())
        {
            string order = live.IsWireOrder ? "grb" : "rgb";
            string light = live.IsRaw ? "raw" : "gamma and brightness";
            Console.WriteLine(
                string.Create(
                    CultureInfo.InvariantCulture, $"from the network, {order}, {light}: {live.Us:0.0} µs for both strips"));
        }

        SoundSyncCost sound = SoundSyncMeter.Measure();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"sound sync: {sound.HearUs:0.0} µs to hear what is told, {sound.TellUs:0.0} to tell what is heard, "
                + $"{sound.BytesPerHop:0} B"));

        foreach (LinkCost link in LinkMeter.Measure(frames))
        {
            Console.WriteLine(
                string.Create(CultureInfo.InvariantCulture, $"{link.Name,-20} {link.AUs,7:0.00} µs on A {link.BUs,7:0.00} on B"));
        }

        return 0;
    }

    private static void Write(string name, Measurement m, string more) => Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture,
        $"{name,-20} {m.MeanUs,7:0.00} µs mean {m.WorstUs,7:0.00} worst {m.BytesPerCall,4:0} B{more}"));
}
