using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Live;
using NanoFirmware.HostTests.Simulator;

namespace NanoFirmware.HostTests.Sensors;

/// <summary>Two simulators on two computers of one network: one hears, the other serves what it heard.</summary>
[TestClass]
[RealTime]
public sealed class TwoDevicesTests : IDisposable
{
    private const int Peaks = 6;

    private readonly TemporaryFolder _folder = new();
    private TwoComputers? _network;
    private SimulatorProcess? _hears;
    private SimulatorProcess? _serves;

    public void Dispose()
    {
        _hears?.Dispose();
        _serves?.Dispose();
        _network?.Dispose();
        _folder.Dispose();
    }

    [TestMethod]
    public void What_one_device_hears_another_serves_whole()
    {
        _network = new TwoComputers();
        _serves = TwoComputers.Begin(_network.OnSecond, TwoComputers.There, _folder["serves"], "--signal", "silence");
        TwoComputers.Ask(_network.OnSecond, "/api/live", """{"sensors":"receive"}""");
        _hears = TwoComputers.Begin(_network.OnFirst, TwoComputers.Here, _folder["hears"], "--signal", "click:120");
        TwoComputers.Ask(_network.OnFirst, "/api/live", """{"sensors":"send"}""");
        TwoComputers.Ask(_network.OnFirst, "/api/sensor/mic", """{"on":true,"threshold":500,"holdMs":20}""");
        TwoComputers.Await(() => Mic(_network.OnSecond, "peaks") >= Peaks, "peaks at the one that serves");
        TwoComputers.Ask(_network.OnFirst, "/api/sensor/mic", """{"on":false}""");

        TwoComputers.Await(() => Mic(_network.OnSecond, "peaks") == Mic(_network.OnFirst, "peaks"), "the same peaks at both");
        string minute = TwoComputers.Ask(_network.OnSecond, "/api/sensor/mic/minute");
        int flagged = minute.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(1)
            .Count(point => (int.Parse(point.Split(',')[3]) & 2) != 0);
        Assert.AreEqual(Mic(_network.OnFirst, "peaks"), flagged, "peaks in its minute as CSV");
        using JsonDocument live = JsonDocument.Parse(TwoComputers.Ask(_network.OnSecond, "/api/live"));
        JsonElement input = live.RootElement.GetProperty("inputs").EnumerateArray()
            .Single(one => one.GetProperty("protocol").GetString() == "sensors");
        Assert.AreEqual(0, input.GetProperty("lost").GetInt32(), input.ToString());
        Assert.AreEqual(0, input.GetProperty("refused").GetInt32(), input.ToString());
    }

    private static int Mic(string[] where, string count) =>
        JsonDocument.Parse(TwoComputers.Ask(where, "/api/sensor/mic")).RootElement.GetProperty(count).GetInt32();
}
