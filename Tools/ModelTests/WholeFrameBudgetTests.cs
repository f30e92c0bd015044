using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Commands;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Reporting;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.DeviceModel.Web;
using NanoFirmware.Generator;

namespace NanoFirmware.ModelTests;

/// <summary>
/// The budgets of docs/performance.md by what whole frames cost on the genuine interpreter, refills and PSRAM included. The ears'
/// mean of 24 µs and the dearest pair's 50 are not reached yet, as the page says.
/// </summary>
[TestClass]
public sealed class WholeFrameBudgetTests
{
    private const double PatternUs = 18;
    private const double WorstFrameUs = 36;
    private const double MeanOfPatternsUs = 12;
    private const double StatusUs = 45;
    private const double LiveFrameUs = 58;
    private const double LeastSentFps = 59;
    private const double LeastSocketFps = 29.5;

    // A frame more than it would be.
    private const double UniversesMs = 35;

    // Six of our frames.
    private const double QueueMs = 100;

    private const int DeadHopBytes = 2048;

    // In the mean of 300 hops of which the first 24 look closely.
    private const double DeadHopUs = 2;

    private const double LatchedUs = 10000;
    private const double MeanHopUs = 26;
    private const double WorstHopUs = 40;

    [TestInitialize]
    public void Charge() => CostTable.ChargesWholeFrames = true;

    [TestCleanup]
    public void Forget() => CostTable.ChargesWholeFrames = false;

    [TestMethod]
    public void Patterns_keep_their_budget_at_the_ends_of_their_parameters_and_while_every_control_changes()
    {
        foreach (PatternExtremes pattern in PatternMeter.MeasureExtremes())
        {
            Assert.IsTrue(pattern.MeanUs <= PatternUs, $"{pattern.Name}: {pattern.MeanUs:0.0} µs");
            Assert.IsTrue(pattern.WorstUs <= WorstFrameUs, $"{pattern.Name}: {pattern.WorstUs:0.0} µs in its worst frame");
        }
    }

    [TestMethod]
    public void So_they_do_where_drums_make_them_draw_all_that_they_can()
    {
        foreach (PatternExtremes pattern in PatternMeter.MeasureExtremes(drums: true))
        {
            Assert.IsTrue(pattern.MeanUs <= PatternUs, $"{pattern.Name}: {pattern.MeanUs:0.0} µs");
            Assert.IsTrue(pattern.WorstUs <= WorstFrameUs, $"{pattern.Name}: {pattern.WorstUs:0.0} µs in its worst frame");
        }
    }

    [TestMethod]
    public void So_they_do_in_the_mean()
    {
        double mean = PatternMeter.Measure(60).Average(pattern => pattern.Frame.MeanUs);

        Assert.IsTrue(mean <= MeanOfPatternsUs, $"{mean:0.0} µs");
    }

    [TestMethod]
    [DataRow("ddp")]
    [DataRow("e131")]
    [DataRow("artnet")]
    [DataRow("wled")]
    public void Light_from_the_network_leaves_room_for_sixty_frames_while_the_ears_sleep(string protocol)
    {
        foreach (LiveCost live in LiveMeter.Measure(60, protocol))
        {
            Assert.IsTrue(live.Us <= LiveFrameUs, $"{live.Us:0.0} µs, raw {live.IsRaw}, wire order {live.IsWireOrder}");
        }
    }

    [TestMethod]
    [DataRow("ddp")]
    [DataRow("e131")]
    [DataRow("artnet")]
    [DataRow("wled")]
    public void A_sender_of_360_pixels_is_shown_sixty_times_a_second(string protocol)
    {
        NetworkedResult result = NetworkedRun.Run(new NetworkedOptions { Protocol = protocol, IsCorrected = true, Seconds = 8 });

        Assert.IsTrue(result.Fps >= LeastSentFps, $"{result.Fps:0.0} pictures a second");
        Assert.AreEqual(0, result.Torn, "torn");
    }

    [TestMethod]
    [DataRow("ddp")]
    [DataRow("e131")]
    [DataRow("artnet")]
    public void A_sender_of_600_pixels_is_shown_thirty_times_a_second(string protocol)
    {
        NetworkedResult result = NetworkedRun.Run(
            new NetworkedOptions { Protocol = protocol, Leds = 300, Fps = 30, IsCorrected = true, Seconds = 8 });

        Assert.AreEqual(result.Sent, result.Shown, "pictures that both strips showed, of those that were sent");
        Assert.AreEqual(0, result.Torn, "torn");
    }

    [TestMethod]
    [DataRow("e131")]
    [DataRow("artnet")]
    public void Universes_with_pauses_between_them_are_not_held_for_a_frame(string protocol)
    {
        NetworkedResult result = NetworkedRun.Run(
            new NetworkedOptions { Protocol = protocol, Fps = 30, IsCorrected = true, Seconds = 8 });

        Assert.IsTrue(result.LatencyMs < UniversesMs, $"{result.LatencyMs:0.0} ms");
    }

    [TestMethod]
    public void A_client_of_the_socket_that_sends_360_pixels_is_shown_thirty_times_a_second()
    {
        NetworkedResult result = NetworkedRun.Run(
            new NetworkedOptions { Protocol = NetworkedRun.Socket, Fps = 30, IsCorrected = true, Seconds = 8 });

        Assert.IsTrue(result.Fps >= LeastSocketFps, $"{result.Fps:0.0} pictures a second");
        Assert.AreEqual(0, result.Torn, "torn");
    }

    [TestMethod]
    public void Its_pictures_do_not_queue_up_when_more_come_than_the_chip_can_draw()
    {
        NetworkedResult result = NetworkedRun.Run(
            new NetworkedOptions { Protocol = NetworkedRun.Socket, IsCorrected = true, Seconds = 8 });

        Assert.IsTrue(result.Fps >= LeastSocketFps, $"{result.Fps:0.0} pictures a second");
        Assert.IsTrue(result.LatencyMsP99 < QueueMs, $"{result.LatencyMsP99:0.0} ms");
    }

    // A device that is lit from elsewhere often has no microphone at all.
    [TestMethod]
    public void A_hop_of_a_dead_line_costs_next_to_nothing()
    {
        Measurement hop = MethodMeter.Measure("NanoFirmware.Audio.SlotFinder", "Examine", [$"zero[{DeadHopBytes}]"], calls: 300);

        Assert.IsTrue(hop.MeanUs <= DeadHopUs, $"{hop.MeanUs:0.00} µs to look for a microphone that is not there");
    }

    [TestMethod]
    public void A_hop_in_which_a_beat_is_rated_keeps_the_budget_of_the_worst()
    {
        Measurement ears = AudioMeter.Measure();

        Assert.IsTrue(ears.WorstUs <= WorstHopUs, $"the dearest hop took {ears.WorstUs:0.0} µs");
        Assert.IsTrue(ears.MeanUs <= MeanHopUs, $"a hop took {ears.MeanUs:0.0} µs");
    }

    [TestMethod]
    public void A_status_keeps_its_budget()
    {
        RestCost status = RestMeter.Measure("GET", "/api/status");

        Assert.IsTrue(status.Cost.WorstUs <= StatusUs, $"{status.Cost.WorstUs:0.0} µs");
    }

    [TestMethod]
    public void The_docs_say_of_requests_what_they_take_to_a_tenth()
    {
        string page = File.ReadAllText(Path.Combine(Repository.Root(), "docs/performance.md"));
        foreach (RestCommand.RestRow row in RestCommand.Rows(k: 200))
        {
            string told = page.Split($"| `GET {row.Path}` | ")[1].Split('\n')[0];
            double us = double.Parse(told.Split('|')[1], CultureInfo.InvariantCulture);

            Assert.AreEqual(row.Cost.Cost.MeanUs, us, row.Cost.Cost.MeanUs / 10,
                $"{row.Text} in place of {told}: dotnet run --project Tools/DeviceModel -- rest --docs docs/performance.md");
        }
    }

    [TestMethod]
    [DataRow("idle", 60.0)]
    [DataRow("poll", 59.8)]
    public void Both_strips_run_at_sixty_frames_a_second(string scenario, double fps)
    {
        RunReport report = DeviceRun.Run(new ScenarioOptions { Scenario = scenario, Seconds = 10 });

        foreach (ChannelReport channel in report.Channels.Values)
        {
            Assert.IsTrue(channel.Fps >= fps, $"{channel.Fps:0.0} frames a second");
            Assert.AreEqual(0, channel.TornFrames, "torn");
        }

        Assert.AreEqual(0L, report.SamplesLost, "samples lost");
    }

    [TestMethod]
    public void From_a_snapshot_to_its_light_it_takes_less_than_ten_milliseconds_in_the_mean_of_both_strips()
    {
        RunReport report = DeviceRun.Run(new ScenarioOptions { Scenario = "idle", Seconds = 10 });
        double mean = report.Channels.Values.Average(channel => channel.PublishToLatchedUsMean);

        Assert.IsTrue(mean < LatchedUs, $"{mean:0} µs from publishing to the last LED");
    }
}
