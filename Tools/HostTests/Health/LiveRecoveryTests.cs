using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoHost;
using NanoHost.Audio;
using NanoHost.Net;
using NanoHost.Web;

namespace NanoFirmware.HostTests.Health;

/// <summary>
/// The real listener dies under the running firmware. How soon it is back on the chip is asserted in virtual time.
/// </summary>
[TestClass]
[RealTime]
public sealed class LiveRecoveryTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // Station, hotspot, or both: over whichever the clients come, and whichever the library would have bound to by itself.
    [TestMethod]
    [DataRow("dies", true, false)]
    [DataRow("dies", false, true)]
    [DataRow("dies", true, true)]
    [DataRow("hangs in accept", true, false)]
    [DataRow("hangs in accept", false, true)]
    [DataRow("hangs in accept", true, true)]
    [DataRow("serves nobody", true, false)]
    [DataRow("serves nobody", false, true)]
    [DataRow("serves nobody", true, true)]
    public async Task A_web_server_that_no_longer_answers_is_replaced_soon_and_both_strips_go_on(
        string fault, bool station, bool hotspot)
    {
        string storage = Directory.CreateTempSubdirectory("nano-recovery-").FullName;
        try
        {
            NetworkPeripheral.Provision(storage, "nanoFirmware-0001", station ? "home" : null, "correct horse");
            await RecoverAsync(storage, fault, hotspot ? "192.168.4.1" : "192.168.1.50");
        }
        finally
        {
            Directory.Delete(storage, recursive: true);
        }
    }

    private static async Task RecoverAsync(string storage, string fault, string called)
    {
        int port = FreePort.Tcp();
        using var clock = new RealTimeClock();
        using var board = new SimulatedBoard(clock, storage) { MapPort = p => p == Board.HttpPort ? port : p };
        board.Network.Surroundings.Add(new SurroundingNetwork("home", "correct horse"));
        board.Network.ConnectAtStart();
        board.Web.Called = IPAddress.Parse(called);
        board.I2s.Source = new SongSource(new SongOptions());
        var frames = new int[2];
        board.Rmt.FrameLatched += frame => Interlocked.Increment(ref frames[frame.Pin == Board.StripAPin ? 0 : 1]);
        SimulatedBoard.Install(board);
        new Thread(() => board.Run(NanoFirmware.Program.Main)) { IsBackground = true }.Start();
        using var client = new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}/"),
            Timeout = TimeSpan.FromMilliseconds(400),
        };
        await UntilAnsweredAsync(client);

        // It has asked itself at least once, so that it knows that it can.
        await Task.Delay(1500);
        int a = frames[0];
        int b = frames[1];
        var dead = Stopwatch.StartNew();
        Break(board.Web, fault);
        await UntilAnsweredAsync(client);
        double seconds = dead.Elapsed.TotalSeconds;

        Assert.IsTrue(seconds < 5, $"back after {seconds:0.0} s");

        // One that was let in before it died may be answered at once: frames are counted over a second at least.
        await Task.Delay(1000);
        seconds = dead.Elapsed.TotalSeconds;
        Assert.IsTrue(
            frames[0] - a > 45 * seconds && frames[1] - b > 45 * seconds,
            $"{frames[0] - a} and {frames[1] - b} frames in {seconds:0.0} s");
    }

    private static void Break(WebServers web, string fault)
    {
        switch (fault)
        {
            case "dies":
                web.DieInSilence();
                break;
            case "hangs in accept":
                web.HangInAccept();
                break;
            default:
                web.StopServing();
                break;
        }
    }

    [TestMethod]
    public async Task A_web_server_that_cannot_start_is_tried_less_and_less_often_and_the_log_tells_it_once()
    {
        int port = FreePort.Tcp();
        using var taken = new TcpListener(IPAddress.Loopback, port);
        taken.Start();
        using var clock = new RealTimeClock();
        using var board = new SimulatedBoard(clock) { MapPort = p => p == Board.HttpPort ? port : p };
        board.Network.IsPresent = false;
        board.I2s.Source = new SongSource(new SongOptions());
        int collections = 0;
        board.Memory.Collected += () => Interlocked.Increment(ref collections);
        SimulatedBoard.Install(board);
        new Thread(() => board.Run(NanoFirmware.Program.Main)) { IsBackground = true }.Start();
        await Task.Delay(8000);
        int failures = board.Web.StartFailures;
        taken.Stop();
        using var client = new HttpClient
        {
            BaseAddress = new Uri($"http://127.0.0.1:{port}/"),
            Timeout = TimeSpan.FromMilliseconds(400),
        };
        await UntilAnsweredAsync(client);
        string log = await client.GetStringAsync("api/log");

        Assert.IsTrue(failures is >= 2 and <= 6, $"{failures} starts in 8 s");
        Assert.IsTrue(collections <= 8, $"{collections} collections");
        Assert.AreEqual(2, log.Split("the web server did not answer").Length, log);
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
}
