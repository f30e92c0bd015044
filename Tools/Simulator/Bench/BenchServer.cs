using System.Collections.Concurrent;
using System.Net.WebSockets;
using System.Text.Json;
using NanoFirmware.Audio;

namespace NanoFirmware.Simulator.Bench;

/// <summary>
/// Serves the bench page on localhost: <c>/</c> the page, <c>/live</c> its WebSocket, <c>/report</c> the figures so far,
/// <c>/what-fits</c> another page, which reckons what a board has room and time for.
/// </summary>
public sealed class BenchServer : IAsyncDisposable
{
    private static readonly TimeSpan FiguresPeriod = TimeSpan.FromMilliseconds(200);

    // Everything the page needs is in the page itself.
    private const string ContentPolicy =
        "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; connect-src 'self'";

    private readonly SimulatedDevice _device;
    private readonly string _deviceAddress;
    private readonly WebApplication _web;
    private readonly ConcurrentDictionary<BenchClient, bool> _clients = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly AudioSnapshot _audio = new();
    private int _audioSent;

    private BenchServer(SimulatedDevice device, int port, string deviceAddress)
    {
        _device = device;
        _deviceAddress = deviceAddress;
        _web = Build(port);
    }

    /// <summary>
    /// Starts to serve a device on a port of localhost; <paramref name="deviceAddress"/> is where its own page is.
    /// </summary>
    /// <exception cref="UsageException">The port is in use.</exception>
    public static async Task<BenchServer> StartAsync(SimulatedDevice device, int port, string deviceAddress)
    {
        var bench = new BenchServer(device, port, deviceAddress);
        try
        {
            await bench._web.StartAsync();
        }
        catch (IOException e)
        {
            await bench.DisposeAsync();
            throw new UsageException($"Port {port} for the bench page is in use: choose another with --port.", e);
        }

        device.FrameLatched += bench.Broadcast;
        _ = bench.SendFiguresAsync();
        return bench;
    }

    /// <summary>Says goodbye to the pages and frees the port.</summary>
    public async ValueTask DisposeAsync()
    {
        _device.FrameLatched -= Broadcast;
        await _stop.CancelAsync();
        await _web.StopAsync();
        await _web.DisposeAsync();
    }

    private WebApplication Build(int port)
    {
        WebApplicationBuilder builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.ListenLocalhost(port));

        // Ctrl+C is the simulator's to handle: it stops the device first.
        builder.Services.AddSingleton<IHostLifetime, NoLifetime>();

        WebApplication web = builder.Build();
        var origins = new WebSocketOptions();
        origins.AllowedOrigins.Add($"http://localhost:{port}");
        origins.AllowedOrigins.Add($"http://127.0.0.1:{port}");
        web.UseWebSockets(origins);
        web.MapGet("/", http => Page(http, "bench.html").ExecuteAsync(http));
        web.MapGet("/what-fits", http => Page(http, "fits.html").ExecuteAsync(http));
        web.MapGet("/fits", Fits);
        web.MapGet("/live", Live);
        web.MapGet("/report", () => _device.Report());
        return web;
    }

    private static IResult Page(HttpContext http, string name)
    {
        http.Response.Headers.ContentSecurityPolicy = ContentPolicy;
        Stream page = typeof(BenchServer).Assembly.GetManifestResourceStream(name)!;
        return Results.Stream(page, "text/html; charset=utf-8");
    }

    // What there is to choose from, and what the choice gets.
    private static object Fits(int board = 0, int input = 0, int a = 0, int b = 0, int patternA = 0, int patternB = 0) => new
    {
        Boards = WhatFits.Boards.Select(one => one.Name),
        WhatFits.Inputs,
        WhatFits.Patterns,
        Fit = WhatFits.Reckon(board, input, (a, patternA), (b, patternB)),
    };

    private async Task Live(HttpContext http)
    {
        if (!http.WebSockets.IsWebSocketRequest)
        {
            http.Response.StatusCode = StatusCodes.Status426UpgradeRequired;
            return;
        }

        using WebSocket socket = await http.WebSockets.AcceptWebSocketAsync();
        var client = new BenchClient(socket);
        _clients[client] = true;
        await client.RunAsync(_stop.Token);
        _clients.TryRemove(client, out _);
    }

    // On the hardware's thread: encodes once for all pages, and waits for none.
    private void Broadcast(StripFrame frame)
    {
        if (_clients.IsEmpty)
        {
            return;
        }

        Post(BenchMessage.Strip(frame), WebSocketMessageType.Binary);
        if (_device.TryHear(_audio) && _audio.Sequence != _audioSent)
        {
            _audioSent = _audio.Sequence;
            Post(BenchMessage.Audio(_audio), WebSocketMessageType.Binary);
        }
    }

    private async Task SendFiguresAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            if (!_clients.IsEmpty)
            {
                var figures = new { Device = _deviceAddress, Report = _device.Report(), Grid = Grid() };
                Post(JsonSerializer.SerializeToUtf8Bytes(figures, JsonSerializerOptions.Web), WebSocketMessageType.Text);
            }

            await Task.Delay(FiguresPeriod, _stop.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // How the strips hang, run by run: output's first pixel, the grid's, how many, the step from one of the grid's to the next;
    // and of panels how many they are, and the columns from one to the next.
    private static object? Grid() =>
        FirmwareProbe.Grid is { } plan ? new
        {
            plan.Width, plan.Height, plan.Panels, plan.Pitch,
            Runs = plan.Sent.Select(strip => strip.Chunk(Layout.SentRuns.Ints)),
        } : null;

    private void Post(byte[] message, WebSocketMessageType type)
    {
        foreach (BenchClient client in _clients.Keys)
        {
            client.Post(message, type);
        }
    }

    private sealed class NoLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
