using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Simulator;

namespace NanoFirmware.HostTests.Simulator;

[TestClass]
public class CommandLineTests
{
    [TestMethod]
    public void Without_options_it_plays_the_song_on_8080_and_8081()
    {
        SimulatorOptions options = Parse();

        Assert.IsNull(options.WavPath);
        Assert.AreEqual("song", options.Signal);
        Assert.AreEqual(8080, options.Port);
        Assert.AreEqual(8081, options.BenchPort);
        Assert.IsNull(options.Duration);
        Assert.IsFalse(options.Headless, "it is headless without being asked");
    }

    [TestMethod]
    public void Every_option_arrives()
    {
        SimulatorOptions options = Parse(
            "--signal", "sine:440", "--port", "9000", "--duration", "2.5", "--report", "r.json", "--record", "frames",
            "--state", "drive", "--headless");

        Assert.AreEqual("sine:440", options.Signal);
        Assert.AreEqual(9001, options.BenchPort);
        Assert.AreEqual(TimeSpan.FromSeconds(2.5), options.Duration);
        Assert.AreEqual("r.json", options.ReportPath);
        Assert.AreEqual("frames", options.RecordFolder);
        Assert.AreEqual("drive", options.StateFolder);
        Assert.IsTrue(options.Headless, "--headless did not arrive");
        Assert.AreEqual("some.wav", Parse("--wav", "/sounds/some.wav").SoundName);
    }

    [TestMethod]
    [DataRow("--loud", "'--loud' is no option")]
    [DataRow("song", "'song' is no option")]
    [DataRow("--port", "'--port'")]
    [DataRow("--port 0", "1 to 65534, not '0'")]
    [DataRow("--port 65535", "1 to 65534, not '65535'")]
    [DataRow("--port eighty", "1 to 65534, not 'eighty'")]
    [DataRow("--port 80 --port 81", "'--port'")]
    [DataRow("--duration 0", "0.1 to 604800")]
    [DataRow("--duration -1", "0.1 to 604800")]
    [DataRow("--duration NaN", "0.1 to 604800")]
    [DataRow("--duration long", "0.1 to 604800")]
    [DataRow("--wav --headless", "--wav")]
    [DataRow("--wav a.wav --signal song", "contradict")]
    [DataRow("--headless=perhaps", "'perhaps'")]
    public void A_line_that_makes_no_sense_is_refused_in_one_sentence(string line, string part)
    {
        UsageException refusal = Assert.ThrowsExactly<UsageException>(() => Parse(line.Split(' ')));

        StringAssert.Contains(refusal.Message, part);
        Assert.IsFalse(refusal.Message.Contains('\n'), refusal.Message);
    }

    private static SimulatorOptions Parse(params string[] args) => CommandLine.ToOptions(CommandLine.Parse(args));
}
