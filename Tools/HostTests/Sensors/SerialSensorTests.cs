using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Sensors;
using NanoFirmware.Storage;
using NanoHost.Serial;

namespace NanoFirmware.HostTests.Sensors;

[TestClass]
public class SerialSensorTests
{
    [TestMethod]
    public void Every_number_of_ten_seconds_is_taken_at_800_a_second()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 8000));

        bench.Hops(610);

        Assert.AreEqual(7999, bench.Serial.Samples, "all but the first line, which may have begun before it listened");
        Assert.AreEqual(0, bench.Serial.Dropped);
        Assert.AreEqual(0, bench.Serial.BadLines);
        Assert.AreEqual(0, bench.Serial.Overruns);
        Assert.AreEqual(0, bench.Device.Serial.BytesDropped);
        Assert.AreEqual(7999, bench.Serial.Signal);
    }

    [TestMethod]
    public void Bad_lines_are_counted_and_the_others_taken()
    {
        using var bench = new SensorBench();
        bench.Listen(new SerialFeed("1 12 x 13 1e5 14 99999".Split()));

        bench.Hops(5);

        Assert.AreEqual(3, bench.Serial.Samples);
        Assert.AreEqual(3, bench.Serial.BadLines);
        Assert.AreEqual(14, bench.Serial.Signal);
    }

    [TestMethod]
    public void What_a_write_to_flash_loses_is_counted_to_a_few_lines()
    {
        using var bench = new SensorBench();
        SerialFeed sensor = SerialFeed.Of(i => 100 + (i % 900), 8000);
        bench.Listen(sensor);
        bench.Hops(130);
        long before = bench.Serial.Samples;
        long saidBefore = sensor.LinesSaid;

        bench.Device.Serial.Stall(45_000);
        bench.Clock.Advance(45_000);
        bench.Hops(60);

        long lost = sensor.LinesSaid - saidBefore - (bench.Serial.Samples - before);
        Assert.IsTrue(lost > 20, "the write did lose some: " + lost);
        Assert.AreEqual(lost, bench.Serial.Dropped, 13, "counted");
        Assert.AreEqual(0, bench.Serial.BadLines, "what is left of a line that was cut in two is no number");
    }

    [TestMethod]
    public void A_pause_of_a_third_of_a_second_without_a_write_loses_nothing()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => 100 + (i % 900), 8000));
        bench.Hops(130);

        bench.Clock.Advance(330_000);
        bench.Hops(60);

        Assert.AreEqual(0, bench.Serial.Dropped);
        Assert.AreEqual(0, bench.Device.Serial.BytesDropped);
    }

    [TestMethod]
    public void A_port_that_fails_is_opened_again_and_the_microphone_does_not_notice()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/sensor/mic", "{\"on\":true}");
        bench.Listen(SerialFeed.Of(i => i % 900, 8000));
        bench.Hops(30);
        bench.Device.Serial.FailReads = 1;

        bench.Hops(200);

        Assert.AreEqual(1, bench.Serial.Faults);
        StringAssert.Contains(bench.Serial.LastFault, "a read of COM2 failed", StringComparison.Ordinal);
        Assert.AreEqual("ok", bench.Serial.State);
        Assert.AreEqual(0, bench.Sensors.All[0].Faults);
        Assert.AreSame(bench.Sensors.All[0], bench.Web.Device.Audio.Sensor);
    }

    [TestMethod]
    public void Switched_off_it_gives_the_port_and_its_turn_back()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 8000));
        bench.Hops(5);
        Assert.IsTrue(bench.Sensors.IsSerialRunning, "it listens");

        bench.Web.Post("/api/sensor/serial", "{\"on\":false}");
        bench.Hops(1);

        Assert.IsFalse(bench.Sensors.IsSerialRunning, "the port is closed");
        Assert.IsNull(bench.Web.Device.Audio.Afterwards);
        Assert.AreEqual("off", bench.Serial.State);
    }

    [TestMethod]
    public void A_device_that_nobody_asked_for_sensors_has_none()
    {
        using var bench = new SensorBench(pulsePin: -1);

        Assert.IsFalse(bench.Sensors.IsMade, "nothing is made");
        Assert.IsNull(bench.Web.Device.Audio.Afterwards);
        Assert.IsNull(bench.Web.Device.Audio.Sensor);
    }

    [TestMethod]
    public void Saves_wait_while_it_is_listened_to_and_a_minute_at_most()
    {
        using var bench = new SensorBench();
        bench.Listen(SerialFeed.Of(i => i, 800, passes: 0));
        bench.Hops(5);

        Assert.AreEqual(60, SecondsUntilSave(bench), "a minute after the change");
    }

    [TestMethod]
    public void Saves_come_five_seconds_after_a_change_without_it()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/sensor/serial", "{\"threshold\":700}");

        Assert.AreEqual(5, SecondsUntilSave(bench));
    }

    [TestMethod]
    [DataRow(true, 60)]
    [DataRow(false, 5)]
    public void What_panels_show_waits_as_long(bool isListened, int seconds)
    {
        using var bench = new SensorBench();
        Assert.AreEqual(200, bench.Web.Post("/api/channel/a/layout", """{"kind":"panels","panels":2,"size":8}""").Status);
        Assert.AreEqual(200, bench.Web.Post("/api/panels/0", """{"colour":"FF0000"}""").Status);
        if (isListened)
        {
            bench.Listen(SerialFeed.Of(i => i, 800, passes: 0));
            bench.Hops(5);
        }

        Assert.AreEqual(seconds, SecondsUntil(bench, () => PanelStore.IsKept));
    }

    private static int SecondsUntilSave(SensorBench bench)
    {
        int before = bench.Web.Device.Settings.Saves;
        return SecondsUntil(bench, () => bench.Web.Device.Settings.Saves != before);
    }

    private static int SecondsUntil(SensorBench bench, Func<bool> isSo)
    {
        long nowMs = 1000;
        bench.Web.Device.Settings.Step(nowMs);
        int seconds = 0;
        for (; seconds < 100 && !isSo(); seconds++)
        {
            nowMs += 1000;
            bench.Web.Device.Settings.Step(nowMs);
        }

        return seconds;
    }
}
