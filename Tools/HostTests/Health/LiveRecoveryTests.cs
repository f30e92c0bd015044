using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Health;

/// <summary>The real listener dies under the running firmware. How soon it is back on the chip is asserted in virtual time.</summary>
[TestClass]
public sealed class LiveRecoveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    [TestMethod]
    [DataRow(false, DisplayName = "the listener dies")]
    [DataRow(true, DisplayName = "the listener hangs")]
    public async Task A_web_server_that_no_longer_answers_is_back_soon_and_both_strips_go_on(bool hangs)
    {
        int port = FreePort();
        using var clock = new RealTimeClock();
        using var board = new SimulatedBoard(clock) { MapPort = p => p == Board.HttpPort ? port : p };
        board.Network.IsPresent = false;
        board.I2s.Source = new SongSource(new SongOptions());
        var frames = new int[2];
        board.Rmt.FrameLatched += frame => Interlocked.Increment(ref frames[frame.Pin == Board.StripAPin ? 0 : 1]);
        SimulatedBoard.Install(board);
        new Thread(() => board.Run(NanoFirmware.Program.Main)) { IsBackground = true }.Start();
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}/"), Timeout = TimeSpan.FromMilliseconds(400) };
        await UntilAnsweredAsync(client);

        // It has asked itself at least once, so that it knows that it can.
        await Task.Delay(1500);
        int a = frames[0], b = frames[1];
        var dead = Stopwatch.StartNew();
        if (hangs)
        {
            board.Web.StopAnswering();
        }
        else
        {
            board.Web.DieInSilence();
        }

        await UntilAnsweredAsync(client);
        double seconds = dead.Elapsed.TotalSeconds;

        Assert.IsTrue(seconds < 5, $"{seconds:0.0} s");
        Assert.IsTrue(frames[0] - a > 45 * seconds && frames[1] - b > 45 * seconds, $"{frames[0] - a} and {frames[1] - b} frames in {seconds:0.0} s");
    }

    private static async Task UntilAnsweredAsync(HttpClient client)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                using HttpResponseMessage answer = await client.GetAsync("api/status");
                if (answer.StatusCode == HttpStatusCode.OK)
                {
                    return;
                }
            }
            catch (Exception e) when (waited.Elapsed < Patience && e is HttpRequestException or TaskCanceledException)
            {
                await Task.Delay(20);
            }
        }
    }

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
