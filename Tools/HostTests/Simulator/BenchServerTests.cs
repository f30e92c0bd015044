using System.Net;
using System.Net.Sockets;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Outputs;
using NanoFirmware.Simulator;
using NanoFirmware.Simulator.Bench;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
[RealTime]
public class BenchServerTests
{
    private const int FramesToSend = 40;

    // Far beyond what it takes: it ends a test in which a message is missing.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    [TestMethod]
    public async Task A_page_gets_every_frame_of_both_strips_and_the_figures()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using Stage stage = await Stage.OpenAsync();
        using ClientWebSocket page = await stage.ConnectAsync();
        await WaitForFiguresAsync(page, patience.Token);

        stage.Device.Start(SendFrames);
        List<byte[]> a = new();
        List<byte[]> b = new();
        Report? figures = null;
        while (a.Count < FramesToSend || b.Count < FramesToSend || figures?.Channels.B.Frames != FramesToSend)
        {
            (byte[] message, WebSocketMessageType type) = await ReceiveAsync(page, patience.Token);
            if (type == WebSocketMessageType.Text)
            {
                figures = FiguresOf(message);
            }
            else if (message[0] < BenchMessage.AudioKind)
            {
                (message[0] == 0 ? a : b).Add(message);
            }
        }

        AssertFrames(a, red: 1, green: 0);
        AssertFrames(b, red: 0, green: 1);
        Assert.AreEqual(FramesToSend, figures.Channels.A.Frames);
        Assert.AreEqual(0, figures.Channels.A.TornFrames);
    }

    [TestMethod]
    public async Task The_page_and_the_figures_come_over_plain_http()
    {
        await using Stage stage = await Stage.OpenAsync();
        using var http = new HttpClient { BaseAddress = new Uri(stage.Address) };

        string page = await http.GetStringAsync("/");
        using JsonDocument report = JsonDocument.Parse(await http.GetStringAsync("/report"));

        StringAssert.StartsWith(page, "<!doctype html>");
        Assert.IsFalse(page.Contains("src=", StringComparison.Ordinal), "the page must carry everything in itself");
        Assert.AreEqual(0, report.RootElement.GetProperty("channels").GetProperty("a").GetProperty("frames").GetInt32());
        Assert.AreEqual(HttpStatusCode.UpgradeRequired, (await http.GetAsync("/live")).StatusCode);
    }

    [TestMethod]
    public async Task A_page_of_another_site_is_not_let_in()
    {
        await using Stage stage = await Stage.OpenAsync();

        await Assert.ThrowsExactlyAsync<WebSocketException>(() => stage.ConnectAsync("http://elsewhere.example"));
    }

    [TestMethod]
    public async Task A_page_can_come_back_after_it_was_gone()
    {
        using var patience = new CancellationTokenSource(Patience);
        await using Stage stage = await Stage.OpenAsync();
        using (ClientWebSocket first = await stage.ConnectAsync())
        {
            await WaitForFiguresAsync(first, patience.Token);
        }

        using ClientWebSocket second = await stage.ConnectAsync();
        await WaitForFiguresAsync(second, patience.Token);
    }

    [TestMethod]
    public async Task A_port_in_use_is_refused_in_one_sentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        int port = ((IPEndPoint)taken.LocalEndpoint).Port;
        using var folder = new TemporaryFolder();
        using var device = new SimulatedDevice(new SimulatorOptions { StateFolder = folder.Name }, new ZeroSource());

        UsageException refusal = await Assert.ThrowsExactlyAsync<UsageException>(
            () => BenchServer.StartAsync(device, port, "http://localhost:1"));

        StringAssert.Contains(refusal.Message, $"Port {port}");
    }

    // What the firmware does at its end: both strips, a frame as soon as the one before is through.
    private static void SendFrames()
    {
        Strip[] strips = Strips.Pair();
        Strip a = strips[0];
        Strip b = strips[1];
        for (int frame = 0; frame < FramesToSend; frame++)
        {
            a.Wire.Bytes[1] = (byte)(frame + 1);
            b.Wire.Bytes[0] = (byte)(frame + 1);
            long sentUs = Math.Max(a.Send(), b.Send());
            NanoHost.SimulatedBoard.Current.Clock.WaitUntil(sentUs + 6_000);
        }
    }

    private static void AssertFrames(List<byte[]> messages, int red, int green)
    {
        for (int i = 0; i < FramesToSend; i++)
        {
            Assert.HasCount(BenchMessage.StripHeader + 540, messages[i]);
            Assert.AreEqual(i, BitConverter.ToInt32(messages[i], 8), "frame number");
            Assert.AreEqual(red * (i + 1), messages[i][BenchMessage.StripHeader], "red");
            Assert.AreEqual(green * (i + 1), messages[i][BenchMessage.StripHeader + 1], "green");
        }
    }

    private static async Task WaitForFiguresAsync(WebSocket page, CancellationToken patience)
    {
        while ((await ReceiveAsync(page, patience)).Type != WebSocketMessageType.Text)
        {
        }
    }

    [TestMethod]
    public async Task Another_page_reckons_what_fits()
    {
        await using Stage stage = await Stage.OpenAsync();
        using var client = new HttpClient { Timeout = Patience, BaseAddress = new Uri(stage.Address) };

        StringAssert.Contains(await client.GetStringAsync(new Uri("/what-fits", UriKind.Relative)), "<title>What fits</title>");
        JsonElement told = JsonDocument.Parse(await client.GetStringAsync(
            new Uri("/fits?board=2&input=0&a=384&b=180&patternA=21&patternB=31", UriKind.Relative))).RootElement;
        Assert.AreEqual(WhatFits.Patterns.Length, told.GetProperty("patterns").GetArrayLength());
        Assert.AreEqual(60, told.GetProperty("fit").GetProperty("fpsA").GetInt32());
        Assert.AreEqual(7000, told.GetProperty("fit").GetProperty("heapKb").GetInt32());
    }

    private static async Task<(byte[] Message, WebSocketMessageType Type)> ReceiveAsync(
        WebSocket page, CancellationToken patience)
    {
        byte[] buffer = new byte[16 * 1024];
        int length = 0;
        WebSocketReceiveResult part;
        do
        {
            part = await page.ReceiveAsync(new ArraySegment<byte>(buffer, length, buffer.Length - length), patience);
            length += part.Count;
        }
        while (!part.EndOfMessage);

        return (buffer[..length], part.MessageType);
    }

    private static Report FiguresOf(byte[] message) =>
        JsonDocument.Parse(Encoding.UTF8.GetString(message)).RootElement.GetProperty("report")
            .Deserialize<Report>(JsonSerializerOptions.Web)!;

    /// <summary>A device that nothing runs on yet, and its bench.</summary>
    private sealed class Stage : IAsyncDisposable
    {
        private readonly TemporaryFolder _folder = new();
        private BenchServer? _bench;

        private Stage()
        {
            Port = SimulatorProcess.FreePortPair();
            Device = new SimulatedDevice(new SimulatorOptions { StateFolder = _folder.Name }, new ZeroSource());
        }

        internal SimulatedDevice Device { get; }

        internal string Address => $"http://localhost:{Port}";

        private int Port { get; }

        internal static async Task<Stage> OpenAsync()
        {
            var stage = new Stage();
            stage._bench = await BenchServer.StartAsync(stage.Device, stage.Port, "http://localhost:1");
            return stage;
        }

        internal async Task<ClientWebSocket> ConnectAsync(string? origin = null)
        {
            var page = new ClientWebSocket();
            page.Options.SetRequestHeader("Origin", origin ?? Address);
            await page.ConnectAsync(new Uri($"ws://localhost:{Port}/live"), CancellationToken.None);
            return page;
        }

        public async ValueTask DisposeAsync()
        {
            if (_bench is not null)
            {
                await _bench.DisposeAsync();
            }

            Device.Dispose();
            _folder.Dispose();
        }
    }
}
