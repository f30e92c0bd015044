using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Live;

/// <summary>
/// The Open Lighting Architecture's daemon, as Debian has it, sends to the simulator over a network of their own.
/// </summary>
[TestClass]
[RealTime]
public sealed class OlaTests : IDisposable
{
    private const int Leds = 360;
    private const int LedsOfUniverse = 170;

    private readonly TemporaryFolder _folder = new();
    private TwoComputers? _network;
    private SimulatorProcess? _simulator;
    private Process? _ola;

    public void Dispose()
    {
        _ola?.Kill(entireProcessTree: true);
        _ola?.Dispose();
        _simulator?.Dispose();
        _network?.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void Three_universes_of_streaming_ACN_by_multicast_light_both_strips()
    {
        Begin("e131");
        int device = Device("E1.31");

        Stream(device);

        using JsonDocument live = JsonDocument.Parse(Ask("/api/live"));
        JsonElement input = live.RootElement.GetProperty("inputs")[0];
        Assert.AreEqual("e131", live.RootElement.GetProperty("shows").GetString());
        StringAssert.StartsWith(input.GetProperty("sender").GetString(), TwoComputers.There);
        Assert.AreEqual(0, input.GetProperty("refused").GetInt32(), "refused");
        Assert.AreEqual(0, input.GetProperty("late").GetInt32(), "late");
    }

    [TestMethod]
    public void Three_universes_of_ArtNet_light_both_strips_and_the_controller_lists_the_device()
    {
        Begin("artnet");
        int device = Device("ArtNet");

        Stream(device);

        StringAssert.Contains(Ask("/api/live"), "\"shows\":\"artnet\"");
        string nodes = Ola("ola_artnet", "-d", $"{device}", "-u", "1");
        StringAssert.Contains(nodes, TwoComputers.Here, "who is there, by its own answer to a poll");
    }

    private void Begin(string protocol)
    {
        if (!TwoComputers.Has("olad") || !TwoComputers.Has("runuser"))
        {
            Assert.Inconclusive("There is no olad on this machine: install ola to hear the Open Lighting Architecture.");
        }

        _network = new TwoComputers();
        _simulator = TwoComputers.Begin(_network.OnFirst, TwoComputers.Here, _folder["state"]);
        Ask("/api/live", $$"""{"{{protocol}}":true,"raw":true,"universe":1,"artnetUniverse":1,"timeoutMs":30000}""");
        Configure();
        _ola = TwoComputers.Start(
            _network.OnSecond, "runuser", "-u", "olad", "--",
            "olad", "-c", _folder["ola"], "--no-http", "-i", TwoComputers.There);
        _ = _ola.StandardError.ReadToEndAsync();
        _ = _ola.StandardOutput.ReadToEndAsync();
    }

    // Every other plugin looks for hardware, or opens ports of its own.
    private void Configure()
    {
        string folder = Directory.CreateDirectory(_folder["ola"]).FullName;
        string[] others =
        [
            "dummy", "espnet", "ftdidmx", "gpio", "karate", "kinet", "milinst", "nanoleaf", "opendmx", "openpixelcontrol", "osc",
            "pathport", "renard", "sandnet", "shownet", "spi", "stageprofi", "uartdmx", "usbdmx", "usbpro", "usbserial",
        ];
        foreach (string other in others)
        {
            File.WriteAllText(Path.Combine(folder, $"ola-{other}.conf"), "enabled = false\n");
        }

        string own = $"enabled = true\nip = {TwoComputers.There}\n";
        File.WriteAllText(Path.Combine(folder, "ola-e131.conf"), own + "input_ports = 0\noutput_ports = 3\n");
        File.WriteAllText(Path.Combine(folder, "ola-artnet.conf"), own + "output_ports = 3\n");
        TwoComputers.Run([], "chown", "-R", "olad", folder);
        TwoComputers.Run([], "chmod", "a+rx", _folder.Name);
    }

    private int Device(string kind)
    {
        string line = string.Empty;
        TwoComputers.Await(
            () =>
            {
                string[] lines = Ola("ola_dev_info").Split('\n');
                line = lines.FirstOrDefault(one => one.StartsWith("Device", StringComparison.Ordinal) && one.Contains(kind))
                    ?? string.Empty;
                return line.Length > 0;
            },
            $"a device of OLA's for {kind}");
        return int.Parse(line.Split(' ', ':')[1], CultureInfo.InvariantCulture);
    }

    // Each universe in a colour of its own, all of it again and again until all of it is there.
    private void Stream(int device)
    {
        for (int universe = 1; universe <= 3; universe++)
        {
            Ola("ola_patch", "-d", $"{device}", "-p", $"{universe - 1}", "-u", $"{universe}");
        }

        TwoComputers.Await(
            () =>
            {
                for (int universe = 1; universe <= 3; universe++)
                {
                    string pixel = $"{universe},{10 * universe},{50 + universe}";
                    string pixels = string.Join(',', Enumerable.Repeat(pixel, LedsOfUniverse));
                    Ola("ola_streaming_client", "-u", $"{universe}", "-d", pixels);
                }

                return Shown() == Sent();
            },
            "the universes' colours on both strips");
    }

    private static string Sent() => string.Concat(Enumerable.Range(0, Leds).Select(led =>
    {
        int universe = 1 + (led / LedsOfUniverse);
        return $"{universe:X2}{10 * universe:X2}{50 + universe:X2}";
    }));

    private string Shown()
    {
        using JsonDocument a = JsonDocument.Parse(Ask("/api/channel/a/frame"));
        using JsonDocument b = JsonDocument.Parse(Ask("/api/channel/b/frame"));
        return a.RootElement.GetProperty("pixels").GetString() + b.RootElement.GetProperty("pixels").GetString();
    }

    private string Ask(string path, string? body = null) => TwoComputers.Ask(_network!.OnFirst, path, body);

    private string Ola(params string[] command) => TwoComputers.Run(_network!.OnSecond, command);
}
