using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Simulator;
using NanoFirmware.Simulator.Terminal;
using NanoHost.Audio;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class TerminalTests
{
    [TestMethod]
    [DataRow(60)]
    [DataRow(180)]
    [DataRow(300)]
    public void A_strip_fills_four_rows_of_any_width_with_half_blocks(int width)
    {
        string text = Write(new StripRows(), width);

        Assert.AreEqual(4 * width, text.Count(character => character == '▀'));
    }

    [TestMethod]
    public void The_first_row_shines_as_the_strip_does_now_and_the_frame_before_moves_down()
    {
        var strip = new StripRows();
        strip.Show(Frame(red: 255));
        string[] first = Write(strip, 90).Split('\n');
        strip.Show(Frame(red: 0));
        string[] second = Write(strip, 90).Split('\n');

        StringAssert.Contains(first[0], "38;2;255;0;0;48;2;255;0;0");
        Assert.IsFalse(second[0].Contains("255", StringComparison.Ordinal), second[0]);
        StringAssert.Contains(second[1], "38;2;255;0;0;48;2;0;0;0");
    }

    [TestMethod]
    public void A_band_is_as_high_as_its_level()
    {
        var audio = new AudioSnapshot();
        audio.Bands[0] = 255;
        audio.Bands[1] = 128;
        string text = Write(new SpectrumBars(audio), 80);

        Assert.AreEqual(4 * 4 + 2 * 4, text.Count(character => character == '█'));
    }

    [TestMethod]
    public void The_view_shows_both_strips_before_anything_has_happened()
    {
        using var folder = new TemporaryFolder();
        using var device = new SimulatedDevice(new SimulatorOptions { StateFolder = folder.Name }, new ZeroSource());
        var output = new StringWriter();
        using (new TerminalView(device, Console(output, 100)))
        {
        }

        StringAssert.Contains(output.ToString(), "A  0.0 fps");
        StringAssert.Contains(output.ToString(), "B  0.0 fps");
        StringAssert.Contains(output.ToString(), "torn 0");
    }

    [TestMethod]
    [DataRow(0, 0, 0, null)]
    [DataRow(40, 3, 0, "your PC was busy: 43 frames late")]
    [DataRow(0, 0, 512, "your PC was busy: 512 samples not heard")]
    [DataRow(1, 0, 512, "your PC was busy: 1 frame late, 512 samples not heard")]
    public void What_a_busy_computer_makes_late_is_said_to_be_the_computers(int skipped, int dropped, int lost, string sentence)
    {
        using var folder = new TemporaryFolder();
        using var device = new SimulatedDevice(new SimulatorOptions { StateFolder = folder.Name }, new ZeroSource());
        Report report = device.Report();
        ChannelReport late = report.Channels.A with { SkippedFrames = skipped, DroppedFrames = dropped };
        report = report with { Channels = report.Channels with { A = late }, SamplesLost = lost };

        Assert.AreEqual(sentence, report.BusyComputer);
        Assert.AreEqual(sentence != null, PlainLines.Of(report).Contains("PC was busy", StringComparison.Ordinal));
    }

    [TestMethod]
    public void Frames_that_the_device_leaves_out_by_itself_are_not_the_computers()
    {
        var rested = new RestedFrames();
        rested.Look(2, 10, isHalfRate: false);
        Assert.AreEqual(0, rested.Count, "the computer was late");
        for (int frame = 1; frame <= 30; frame++)
        {
            rested.Look(2 + frame, 10 + (2 * frame), isHalfRate: true);
        }

        Assert.AreEqual(30, rested.Count, "half of sixty hops");
        rested.Look(37, 73, isHalfRate: true);
        Assert.AreEqual(32, rested.Count, "of five in three hops two, and the others were late");
        rested.Look(38, 75, isHalfRate: false);
        rested.Look(41, 76, isHalfRate: false);
        Assert.AreEqual(33, rested.Count, "the last one before it was switched back");
        rested.Look(1, 4, isHalfRate: false);
        Assert.AreEqual(0, rested.Count, "after a restart nothing is left of it");

        var report = new ChannelReport
        {
            Frames = 0, Fps = 0, FpsMin = 0, FpsNow = 0, RenderUsMean = 0, RenderUsP99 = 0, HeardToLatchedUsMean = 0,
            HeardToLatchedUsP99 = 0, TornFrames = 0, TimingViolations = 0, SkippedFrames = 37, DroppedFrames = 1,
            RestedFrames = 32,
        };
        Assert.AreEqual(6, report.LateFrames);
    }

    private static StripFrame Frame(byte red)
    {
        byte[] rgb = new byte[180 * 3];
        for (int i = 0; i < rgb.Length; i += 3)
        {
            rgb[i] = red;
        }

        return new StripFrame(0, 0, 0, rgb, false, 0, 0, null);
    }

    private static string Write(IRenderable renderable, int width)
    {
        var output = new StringWriter();
        Console(output, width).Write(renderable);
        return output.ToString();
    }

    private static IAnsiConsole Console(StringWriter output, int width)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.TrueColor,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = width;
        return console;
    }
}
