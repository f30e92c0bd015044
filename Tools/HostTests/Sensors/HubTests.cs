using System.Globalization;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.DeviceModel.Scenarios;
using NanoFirmware.HostTests.Firmware;
using NanoHost.Audio;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

/// <summary>800 numbers a second, claps and clients at a time: none lost, a pulse for each peak.</summary>
[TestClass]
[RealTime]
public class HubTests
{
    [TestMethod]
    [DataRow(1, false, HubRun.LeastFps)]
    [DataRow(10, false, HubRun.LeastCrowdedFps)]
    [DataRow(20, false, HubRun.LeastCrowdedFps)]
    [DataRow(20, true, HubRun.LeastCrowdedFps)]
    public void Beside_clients_and_an_upload_nothing_is_lost_on_a_chip_of_nominal_speed(int clients, bool isLite, double leastFps)
    {
        HubResult result = HubRun.Run(new HubOptions { Seconds = 10, Clients = clients, IsLite = isLite });

        Assert.IsTrue(result.IsWhole, result.ToString());
        Assert.AreEqual(0, result.Torn, result.ToString());
        Assert.IsTrue(result.Fps >= leastFps, result.ToString());
    }

    [TestMethod]
    public void Live_nothing_is_lost_either()
    {
        Wiring wiring = Strips.Wiring(Board.StripLeds, Board.StripLeds);
        wiring.Pulse.Set(PulseWiring.PinIndex, SensorBench.PulsePin);
        using var board = new RunningBoard(() => NanoFirmware.Program.Run(Strips.Store(wiring)));
        board.Board.I2s.Source = new ClickSource(120);
        var widths = new List<long>();
        board.Board.Rmt[SensorBench.PulsePin].PulseEnded += (_, widthNs) =>
        {
            lock (widths)
            {
                widths.Add(widthNs);
            }
        };
        Post(board, "mic", """{"on":true,"threshold":500,"holdMs":20,"pulseUs":300}""");
        Post(board, "serial", """{"on":true,"rx":18,"tx":21,"threshold":700,"holdMs":0,"refractoryMs":50,"pulseUs":300}""");
        SpinWait.SpinUntil(() => Get(board, "serial").GetProperty("state").GetString() == "no numbers come", 5000);

        // Four seconds of the sensor; meanwhile whoever asks is answered or turned away.
        SerialFeed sensor = SerialFeed.Of(i => i % 80 == 40 ? 900 : 20, 3200);
        board.Board.Serial.Wire(SensorBench.RxPin, sensor);
        for (int request = 0; request < 20; request++)
        {
            board.AskOnce($"GET /api/sensor/{(request % 2 == 0 ? "mic" : "serial")} HTTP/1.1\r\n\r\n");
        }

        bool isDone = SpinWait.SpinUntil(() => Get(board, "serial").GetProperty("samples").GetInt32() >= 3199, 30_000);
        Post(board, "mic", """{"on":false}""");
        JsonElement serial = Get(board, "serial");
        JsonElement mic = Get(board, "mic");
        Assert.IsTrue(isDone, serial.ToString());
        Assert.AreEqual(0, serial.GetProperty("dropped").GetInt32(), serial.ToString());
        Assert.AreEqual(0, serial.GetProperty("overruns").GetInt32(), serial.ToString());
        Assert.AreEqual(40, serial.GetProperty("peaks").GetInt32(), serial.ToString());
        int peaks = 40 + mic.GetProperty("peaks").GetInt32();
        SpinWait.SpinUntil(() => Count(widths) >= peaks, 5000);
        Assert.AreEqual(peaks, Count(widths), serial.ToString() + mic);
        Assert.AreEqual(0, widths.Max(width => Math.Abs(width - 300_000)), "width error in ns");
    }

    private static int Count(List<long> widths)
    {
        lock (widths)
        {
            return widths.Count;
        }
    }

    private static void Post(RunningBoard board, string sensor, string body) => StringAssert.StartsWith(
        board.Ask(string.Create(
            CultureInfo.InvariantCulture,
            $"POST /api/sensor/{sensor} HTTP/1.1\r\nContent-Length: {body.Length}\r\n\r\n{body}")),
        "HTTP/1.1 200", StringComparison.Ordinal);

    private static JsonElement Get(RunningBoard board, string sensor)
    {
        string answer = board.Ask($"GET /api/sensor/{sensor} HTTP/1.1\r\n\r\n");
        return JsonDocument.Parse(answer[answer.IndexOf("\r\n\r\n", StringComparison.Ordinal)..]).RootElement;
    }
}
