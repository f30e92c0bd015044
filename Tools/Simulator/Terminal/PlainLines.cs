using System.Globalization;
using NanoFirmware.Audio;

namespace NanoFirmware.Simulator.Terminal;

/// <summary>A line of figures every five seconds, for logs and pipes.</summary>
public sealed class PlainLines : IDisposable
{
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(5);

    private readonly SimulatedDevice _device;
    private readonly TextWriter _output;
    private readonly AudioSnapshot _audio = new();
    private readonly Timer _timer;

    /// <summary>Starts to write lines to <paramref name="output"/>.</summary>
    public PlainLines(SimulatedDevice device, TextWriter output)
    {
        _device = device;
        _output = output;
        _timer = new Timer(_ => WriteLine(), null, Period, Period);
    }

    /// <summary>Writes no more.</summary>
    public void Dispose() => _timer.Dispose();

    /// <summary>A run's figures in one line.</summary>
    public static string Of(Report report) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{report.Seconds,6:0.0} s  A {Strip(report.Channels.A)}  B {Strip(report.Channels.B)}"
                + $"{(report.BusyComputer is string busy ? "  " + busy : "")}");

    private static string Strip(ChannelReport strip) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{strip.Fps:0.00} fps, render {strip.RenderUsMean:0} µs, torn {strip.TornFrames}, timing {strip.TimingViolations}");

    private void WriteLine()
    {
        Report report = _device.Report();
        string tempo = _device.TryHear(_audio) && _audio.Bpm10 > 0
            ? string.Create(CultureInfo.InvariantCulture, $"  {_audio.Bpm10 / 10.0:0.0} BPM")
            : "";
        string fault = report.Faults.Count > 0 ? "  " + report.Faults[^1] : "";
        _output.WriteLine(Of(report) + tempo + fault);
    }
}
