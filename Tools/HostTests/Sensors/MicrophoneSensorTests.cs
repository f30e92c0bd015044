using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Sensors;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sensors;

[TestClass]
public class MicrophoneSensorTests
{
    // While the microphone's slot is looked for nothing is heard.
    private const int SettlingHops = 60;

    [TestMethod]
    public void A_thousand_claps_are_a_thousand_pulses_of_exactly_that_width()
    {
        using var bench = new SensorBench();

        // Five a second, and a hundred ms between a peak and what may be the next.
        bench.Device.I2s.Source = new ClickSource(300);
        bench.Hear(SettlingHops);
        bench.Web.Post("/api/sensor/mic", """{"on":true,"threshold":500,"holdMs":20,"refractoryMs":100,"pulseUs":777}""");

        int hops = 0;
        for (; bench.Sensors.All[0].Peaks < 1000 && hops < 12_500; hops++)
        {
            bench.Hear(1);
        }

        bench.Hear(2);
        Sensor mic = bench.Sensors.All[0];
        Assert.AreEqual(12_000, hops, 30, "five claps a second");
        Assert.AreEqual(1000, mic.Peaks);
        Assert.AreEqual(1000, mic.Pulses);
        Assert.AreEqual(1000, bench.Pulses.Count);
        Assert.AreEqual(0, bench.Pulses.Max(pulse => Math.Abs(pulse.WidthNs - 777_000)), "width error in ns");
        Assert.AreEqual(0, mic.Dropped);
        Assert.AreEqual(hops + 2, mic.Samples / Board.HopFrames);
    }

    [TestMethod]
    public void Its_signal_is_the_loudness_of_each_hop_and_its_raw_samples_are_the_microphones()
    {
        using var bench = new SensorBench();
        bench.Device.I2s.Source = new SineSource(1000);
        bench.Hear(SettlingHops);
        bench.Web.Post("/api/sensor/mic", """{"on":true}""");

        bench.Hear(30);

        Sensor mic = bench.Sensors.All[0];
        Assert.AreEqual("ok", mic.State);
        Assert.AreEqual(MicrophoneControls.Loudest + bench.Web.Device.Audio.Snapshot.LevelDb10, mic.Signal, 5);
        string[] raw = bench.Web.Get("/api/sensor/mic/raw").Text.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.AreEqual(4001, raw.Length);
        int[] samples = raw.Skip(1).Select(int.Parse).ToArray();
        int crossings = samples.Zip(samples.Skip(1)).Count(pair => pair.First < 0 && pair.Second >= 0);
        Assert.AreEqual(1000.0 * 4000 / Board.SampleRateHz, crossings, 2, "a thousand times a second");
    }

    [TestMethod]
    public void The_ears_stay_awake_while_it_is_on_and_sleep_when_it_is_off()
    {
        using var bench = new SensorBench();
        bench.Device.I2s.Source = new SineSource(1000);
        bench.Hear(SettlingHops);
        bench.Web.Device.Audio.IsAsleep = true;
        bench.Web.Post("/api/sensor/mic", """{"on":true}""");
        bench.Hear(10);
        Assert.IsTrue(bench.Sensors.All[0].Signal > 0, "it hears");

        bench.Web.Post("/api/sensor/mic", """{"on":false}""");
        bench.Hear(10);

        Assert.IsNull(bench.Web.Device.Audio.Sensor);
        Assert.AreEqual(-960, bench.Web.Device.Audio.Snapshot.LevelDb10, "nobody needs to hear");
    }

    [TestMethod]
    public void Without_a_microphone_it_says_so_and_the_serial_sensor_goes_on()
    {
        using var bench = new SensorBench();
        bench.Web.Post("/api/sensor/mic", """{"on":true}""");
        bench.Listen(NanoHost.Serial.SerialFeed.Of(i => i, 800));
        bench.Hops(30);

        Assert.AreEqual("no microphone", bench.Sensors.All[0].State);
        Assert.IsTrue(bench.Serial.Samples > 100, "it goes on");
    }
}
