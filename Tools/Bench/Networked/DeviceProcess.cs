using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace NanoFirmware.Bench.Networked;

/// <summary>A simulated device that runs as a process of its own, on free ports of this computer.</summary>
internal sealed class DeviceProcess : IDisposable
{
    // The device's WebSocket lies so far above its port.
    private const int SocketAbove = 2;
    private const int Tries = 50;
    private const int RetryMs = 100;
    private const int LowestPort = 20_000;
    private const int PortRoom = 10_000;

    private static readonly int[] UdpPorts = [4048, 5568, 6454, 21324];

    private readonly Process _process;
    private readonly DirectoryInfo _state = Directory.CreateTempSubdirectory("networked-");
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private readonly int _port = FreePort();

    /// <param name="leds">LEDs of each of both strips.</param>
    /// <param name="isUsual">It draws in the way of published samples and serves nobody.</param>
    internal DeviceProcess(int leds, bool isUsual = false)
    {
        UdpOffset = FreeOffset();
        string[] usual = isUsual ? ["--usual"] : [];
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] line =
        [
            typeof(DeviceProcess).Assembly.Location, SimulatorCommand.Word, "--leds", Text(leds), "--port", Text(_port),
            "--udp-offset", Text(UdpOffset), "--state", _state.FullName, .. usual,
        ];
        Array.ForEach(line, start.ArgumentList.Add);

        // As the simulator is built: collections must not hold up the device's threads.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "0";
        _process = Process.Start(start)!;
    }

    /// <summary>How far its UDP ports lie above the protocols' own.</summary>
    internal int UdpOffset { get; }

    /// <summary>Its WebSocket.</summary>
    internal Uri Socket => new($"ws://localhost:{_port + SocketAbove}/");

    /// <summary>The PC's time that it has taken so far.</summary>
    internal TimeSpan Taken
    {
        get
        {
            _process.Refresh();
            return _process.TotalProcessorTime;
        }
    }

    /// <summary>The PC's memory that it takes now, bytes.</summary>
    internal long MemoryBytes
    {
        get
        {
            _process.Refresh();
            return _process.WorkingSet64;
        }
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
        _client.Dispose();
        _state.Delete(recursive: true);
    }

    /// <summary>Waits until it is up.</summary>
    /// <exception cref="InvalidOperationException">It ended before.</exception>
    internal async Task WaitAsync()
    {
        string? said;
        do
        {
            said = await _process.StandardOutput.ReadLineAsync();
        }
        while (said is not (null or "up"));
        _ = said ?? throw new InvalidOperationException("The simulated device does not start.");
    }

    /// <summary>Posts a document; a device that is busy is asked again.</summary>
    /// <exception cref="HttpRequestException">It refuses.</exception>
    internal async Task PostAsync(string path, string body)
    {
        for (int left = Tries; ; left--)
        {
            using var content = new StringContent(body, Encoding.UTF8, "application/json");
            using HttpResponseMessage answer = await _client.PostAsync(new Uri($"http://localhost:{_port}{path}"), content);
            if (answer.StatusCode != HttpStatusCode.ServiceUnavailable || left == 0)
            {
                answer.EnsureSuccessStatusCode();
                return;
            }

            await Task.Delay(RetryMs);
        }
    }

    /// <summary>Ends it; what its strips took over.</summary>
    internal async Task<LatchedPictures> EndAsync()
    {
        _process.StandardInput.Close();
        string told = await _process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("It told nothing.");
        await _process.WaitForExitAsync();
        return JsonSerializer.Deserialize<LatchedPictures>(told)!;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int FreePort()
    {
        while (true)
        {
            int port = LowestPort + Random.Shared.Next(PortRoom);
            if (IsFree(port, SocketType.Stream) && IsFree(port + SocketAbove, SocketType.Stream))
            {
                return port;
            }
        }
    }

    private static int FreeOffset()
    {
        while (true)
        {
            int offset = LowestPort + Random.Shared.Next(PortRoom);
            if (UdpPorts.All(port => IsFree(port + offset, SocketType.Dgram)))
            {
                return offset;
            }
        }
    }

    private static bool IsFree(int port, SocketType type)
    {
        try
        {
            using var probe = new Socket(AddressFamily.InterNetwork, type, ProtocolType.Unspecified);
            probe.Bind(new IPEndPoint(IPAddress.Loopback, port));
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }
}
