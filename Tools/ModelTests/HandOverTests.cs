using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Scenarios;

namespace NanoFirmware.ModelTests;

/// <summary>
/// The ways of handing a frame to two workers, as the genuine interpreter's PC build measured them (docs/platform.md).
/// </summary>
[TestClass]
public sealed class HandOverTests
{
    [TestMethod]
    public void Setting_both_events_and_waiting_for_the_answers_hands_over_at_once()
    {
        HandOverRow row = HandOverTable.Run(handshake: true);
        Near(0.04, row.StartMs);
        Assert.IsTrue(row.StartMaxMs < 0.6, $"{row.StartMaxMs}");
        Near(4.9, row.DoneMs);
    }

    [TestMethod]
    public void Stepping_back_with_sleep_zero_keeps_a_worker_waiting_for_milliseconds()
    {
        // The table does not say which worker; its 2.3 ms is the second's, who waits for the first.
        HandOverRow row = HandOverTable.Run(handshake: false);
        Near(2.3, row.SecondStartMs);
    }

    [TestMethod]
    public void A_busy_thread_of_equal_priority_delays_the_start_by_a_share_of_its_bursts()
    {
        HandOverRow row = HandOverTable.Run(handshake: true, busy: true);
        Near(3.8, row.StartMs);
        Near(20, row.StartMaxMs);
        Near(8.6, row.DoneMs);
        Near(20, row.DoneMaxMs);
    }

    [TestMethod]
    public void A_busy_thread_of_the_lowest_priority_still_gets_whole_turns_now_and_then()
    {
        HandOverRow row = HandOverTable.Run(true, 0, true, ThreadPriority.Highest, ThreadPriority.Lowest);

        // 0.1 in the table, which gives one decimal: anything from 0.05 on.
        Assert.IsTrue(row.StartMs is > 0.025 and < 0.2, $"{row.StartMs}");
        Near(5.8, row.DoneMs);
        Near(20, row.DoneMaxMs);
        Near(1 / 16.0, row.Late);
        Near(4, row.BurstsPerSecond);
    }

    [TestMethod]
    public void The_ways_rank_as_measured()
    {
        HandOverRow alone = HandOverTable.Run(handshake: true);
        HandOverRow lowest = HandOverTable.Run(true, 0, true, ThreadPriority.Highest, ThreadPriority.Lowest);
        HandOverRow equal = HandOverTable.Run(handshake: true, busy: true);
        Assert.IsTrue(
            alone.DoneMs < lowest.DoneMs && lowest.DoneMs < equal.DoneMs,
            $"done after {alone.DoneMs:0.0} ms alone, {lowest.DoneMs:0.0} beside a Lowest thread, {equal.DoneMs:0.0} beside an "
                + "equal one");
        Assert.IsTrue(
            lowest.BurstsPerSecond < equal.BurstsPerSecond,
            $"{lowest.BurstsPerSecond:0.0} bursts at Lowest, {equal.BurstsPerSecond:0.0} as an equal");
    }

    private static void Near(double measured, double modelled) =>
        Assert.IsTrue(modelled >= measured / 2 && modelled <= measured * 2, $"{modelled:0.000} modelled, {measured} measured");
}
