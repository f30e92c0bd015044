using System.Globalization;
using NanoFirmware.Audio;
using NanoFirmware.Simulator.Sound;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoFirmware.Simulator.Terminal;

/// <summary>Both strips, the spectrum and the figures, live in the terminal.</summary>
public sealed class TerminalView : IDisposable
{
    // 15 pictures a second: more is work for the terminal, and nobody reads figures faster.
    private const int PictureMs = 66;

    private readonly SimulatedDevice _device;
    private readonly IAnsiConsole _console;
    private readonly Deck? _deck;
    private readonly Keys? _keys;
    private readonly StripRows[] _strips = [new(), new()];
    private readonly AudioSnapshot _audio = new();
    private readonly ManualResetEventSlim _stop = new();
    private readonly Thread _painter;

    /// <summary>Starts to paint on <paramref name="console"/>, on a thread of its own.</summary>
    /// <param name="device">Whose strips are painted.</param>
    /// <param name="console">Where to.</param>
    /// <param name="deck">What it hears; null for what has no name.</param>
    /// <param name="keys">The keys that the reader may press; null for none.</param>
    internal TerminalView(SimulatedDevice device, IAnsiConsole console, Deck? deck = null, Keys? keys = null)
    {
        _device = device;
        _console = console;
        _deck = deck;
        _keys = keys;
        _painter = new Thread(Paint) { Name = "terminal view", IsBackground = true };
        _painter.Start();
    }

    /// <summary>Leaves the last picture on the terminal.</summary>
    public void Dispose()
    {
        _stop.Set();
        _painter.Join();
        _stop.Dispose();
    }

    private void Paint() =>
        _console.Live(Picture()).Start(live =>
        {
            while (!_stop.Wait(PictureMs))
            {
                live.UpdateTarget(Picture());
            }
        });

    private Rows Picture()
    {
        Report report = _device.Report();
        _device.TryHear(_audio);
        return new Rows(
            Strip("A", 0, report.Channels.A),
            Strip("B", 1, report.Channels.B),
            new SpectrumBars(_audio),
            new Markup(BeatLine()),
            new Markup(FaultLine(report)),
            new Markup($"[grey]{Markup.Escape(_keys is null ? "" : _keys.Hint + " · ")}Ctrl+C stops[/]"));
    }

    private Panel Strip(string name, int channel, ChannelReport figures)
    {
        _strips[channel].Show(_device.Strips[channel].Newest);
        string header = string.Create(
            CultureInfo.InvariantCulture,
            $"{name}  {_device.Showing(channel)}{figures.FpsNow:0.0} fps  render {figures.RenderUsMean:0} µs");
        return new Panel(_strips[channel]) { Header = new PanelHeader(header), Padding = new Padding(0), Expand = true }
            .RoundedBorder().BorderColor(Color.Grey);
    }

    private string BeatLine()
    {
        string tempo = _audio.Bpm10 == 0 ? "–" : (_audio.Bpm10 / 10.0).ToString("0.0", CultureInfo.InvariantCulture);
        string beat = _audio.Bpm10 != 0 && _audio.BeatPhase < 64 ? "[orange1]●[/]" : "[grey]○[/]";
        string heard = _deck is null ? "" : $"  {(_deck.IsHeld ? "held: " : "♪ ")}{Markup.Escape(_deck.Title)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{beat} {tempo} BPM  [grey]level {_audio.Level}  {_audio.LevelDb10 / 10} dB[/]{heard}");
    }

    private static string FaultLine(Report report)
    {
        long torn = report.Channels.A.TornFrames + report.Channels.B.TornFrames;
        long timing = report.Channels.A.TimingViolations + report.Channels.B.TimingViolations;
        string counters = string.Create(
            CultureInfo.InvariantCulture, $"torn {torn}  timing {timing}  misses {report.SnapshotMisses}");
        string faults = report.Faults.Count == 0 ? "" : "  " + report.Faults[^1];
        bool isClean = torn + timing + report.Faults.Count == 0;
        string busy = report.BusyComputer is string sentence ? $"  [yellow]{sentence}[/]" : "";
        return $"[{(isClean ? "green" : "red")}]{counters}{Markup.Escape(faults)}[/]{busy}";
    }
}
