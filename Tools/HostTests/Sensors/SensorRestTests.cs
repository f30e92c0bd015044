using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

[TestClass]
public class SensorRestTests
{
    [TestMethod]
    public void Each_sensor_has_settings_and_counts_of_its_own()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/sensor/mic", "{\"threshold\":321,\"holdMs\":7}");
        bench.Web.Post("/api/sensor/serial", "{\"threshold\":654}");

        var mic = bench.Web.Get("/api/sensor/mic").Json;
        var serial = bench.Web.Get("/api/sensor/serial").Json;

        Assert.AreEqual(321, mic.GetProperty("threshold").GetInt32());
        Assert.AreEqual(7, mic.GetProperty("holdMs").GetInt32());
        Assert.AreEqual(654, serial.GetProperty("threshold").GetInt32());
        Assert.AreEqual(50, serial.GetProperty("holdMs").GetInt32());
        Assert.AreEqual("off", mic.GetProperty("state").GetString());
        Assert.AreEqual(0, serial.GetProperty("samples").GetInt32());
        Assert.AreEqual(0, serial.GetProperty("badLines").GetInt32());
    }

    [TestMethod]
    [DataRow("mic", "{\"threshold\":961}", 400, "threshold must be")]
    [DataRow("mic", "{\"pulseUs\":60001}", 400, "pulseUs must be")]
    [DataRow("mic", "{\"refractoryMs\":10,\"pulseUs\":10001}", 409, "refractoryMs must be at least as long as pulseUs")]
    [DataRow("mic", "{\"rx\":18}", 400, "unknown control")]
    [DataRow("serial", "{\"on\":true}", 409, "rx and tx: say at which GPIO")]
    [DataRow("serial", "{\"on\":true,\"rx\":18,\"tx\":18}", 409, "rx and tx need a pin each")]
    [DataRow("serial", "{\"on\":true,\"rx\":4,\"tx\":18}", 409, "rx: GPIO 4 is taken by the wiring")]
    [DataRow("serial", "{\"on\":true,\"rx\":18,\"tx\":6}", 409, "tx: GPIO 6 is taken by the wiring")]
    [DataRow("serial", "{\"on\":true,\"rx\":35,\"tx\":18}", 409, "rx: GPIO 35 belongs to this module's octal PSRAM")]
    [DataRow("hub", "{\"eventsHz\":\"7\"}", 400, "eventsHz must be")]
    [DataRow("hub", "{\"clients\":4}", 400, "clients must be")]
    [DataRow("lidar", "{\"on\":true}", 404, "unknown sensor: use mic, serial or hub")]
    public void What_cannot_be_is_refused_with_a_sentence_and_changes_nothing(
        string name, string body, int status, string sentence)
    {
        using var bench = new SensorBench();
        string before = bench.Web.Get("/api/sensor").Text;

        WiredDevice.Answer answer = bench.Web.Post("/api/sensor/" + name, body);

        Assert.AreEqual(status, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, sentence, StringComparison.Ordinal);
        Assert.AreEqual(before, bench.Web.Get("/api/sensor").Text);
    }

    [TestMethod]
    public void Raw_samples_and_a_minute_come_as_CSV()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 5000), ",\"threshold\":4900");

        // Six seconds and a quarter.
        bench.Hops(375);

        string[] raw = Lines(bench.Web.Get("/api/sensor/serial/raw").Text);
        string[] minute = Lines(bench.Web.Get("/api/sensor/serial/minute").Text);
        Assert.AreEqual("sample", raw[0]);
        CollectionAssert.AreEqual(
            Enumerable.Range(1000, 4000).Select(i => i.ToString()).ToArray(), raw.Skip(1).ToArray());
        Assert.AreEqual("point,signal,envelope,flags", minute[0]);
        Assert.AreEqual(376, minute.Length - 1, "a point a hop");
        Assert.AreEqual("376,4999,4999,1", minute[^1]);
        Assert.AreEqual(1, minute.Count(line => line.EndsWith(",3", StringComparison.Ordinal)), "one peak");
        Assert.AreEqual(11, Lines(bench.Web.Get("/api/sensor/serial/minute?last=10").Text).Length);
    }

    [TestMethod]
    public void In_lite_mode_a_thousand_raw_samples_are_told()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 5000));
        bench.Hops(376);
        bench.Web.Post("/api/global", "{\"lite\":true}");

        Assert.AreEqual(1001, Lines(bench.Web.Get("/api/sensor/serial/raw").Text).Length);
        Assert.AreEqual(5, bench.Sensors.EventsHz);
        StringAssert.Contains(
            bench.Web.Get("/api/sensor/serial/raw?last=1001").Error, "from 1 to 1000", StringComparison.Ordinal);
    }

    [TestMethod]
    public void Settings_come_back_after_a_restart()
    {
        string drive = Directory.CreateTempSubdirectory("sensors-").FullName;
        using (var bench = new SensorBench(storage: drive))
        {
            bench.Listen(SerialFeed.Of(i => i, 800), ",\"threshold\":777");
            bench.Web.Post("/api/sensor/hub", "{\"eventsHz\":\"5\",\"clients\":1}");
            bench.Web.Device.Settings.Flush();
        }

        using (var bench = new SensorBench(storage: drive))
        {
            bench.Web.Device.Restore();
            bench.Device.Serial.Wire(SensorBench.RxPin, SerialFeed.Of(i => i, 800));
            bench.Hops(10);

            Assert.AreEqual(777, bench.Web.Get("/api/sensor/serial").Json.GetProperty("threshold").GetInt32());
            Assert.AreEqual("5", bench.Web.Get("/api/sensor/hub").Json.GetProperty("eventsHz").GetString());
            Assert.IsTrue(bench.Serial.Samples > 0, "it listens again");
        }

        Directory.Delete(drive, recursive: true);
    }

    [TestMethod]
    public void A_backup_brings_them_to_another_device()
    {
        string backup;
        using (var bench = new SensorBench())
        {
            bench.Web.Post("/api/sensor/mic", "{\"threshold\":444,\"pulseUs\":1200}");
            backup = bench.Web.Get("/api/backup").Text;
        }

        using (var bench = new SensorBench())
        {
            WiredDevice.Answer answer = bench.Web.Post("/api/backup", backup);
            Assert.AreEqual(200, answer.Status, answer.Text);
            Assert.AreEqual(444, bench.Web.Get("/api/sensor/mic").Json.GetProperty("threshold").GetInt32());
            Assert.AreEqual(1200, bench.Web.Get("/api/sensor/mic").Json.GetProperty("pulseUs").GetInt32());
        }
    }

    [TestMethod]
    public void A_factory_reset_forgets_them()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/sensor/mic", "{\"on\":true,\"threshold\":444}");

        bench.Web.Device.Settings.Reset();

        Assert.AreEqual(600, bench.Web.Get("/api/sensor/mic").Json.GetProperty("threshold").GetInt32());
        Assert.IsFalse(bench.Web.Get("/api/sensor/mic").Json.GetProperty("on").GetBoolean(), "off");
    }

    [TestMethod]
    public void Metrics_count_once_somebody_has_sensors()
    {
        using var bench = new SensorBench();
        Assert.IsFalse(bench.Web.Get("/api/metrics").Text.Contains("sensor", StringComparison.Ordinal), "nobody has");
        bench.Listen(new SerialFeed("1 2 x 3".Split()));
        bench.Hops(3);

        string metrics = bench.Web.Get("/api/metrics").Text;

        StringAssert.Contains(metrics, "nanofirmware_sensor_bad_lines_total 1\n", StringComparison.Ordinal);
        StringAssert.Contains(metrics, "nanofirmware_sensor_samples_total{sensor=\"serial\"} 2\n", StringComparison.Ordinal);
        StringAssert.Contains(metrics, "nanofirmware_sensor_clients 0\n", StringComparison.Ordinal);
        StringAssert.Contains(metrics, "nanofirmware_sensor_disconnects_total 0\n", StringComparison.Ordinal);
        StringAssert.Contains(metrics, "nanofirmware_sensor_overruns_total 0\n", StringComparison.Ordinal);
    }

    private static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
}
