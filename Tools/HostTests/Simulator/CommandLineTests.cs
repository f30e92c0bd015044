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
    public void A_pattern_may_be_watched_and_the_one_that_is_watched_watches_nobody()
    {
        Assert.AreEqual("fire", Parse("--pattern", "fire", "--watch").Pattern);
        Assert.IsTrue(Parse("--pattern", "fire", "--watch").IsWatched, "--watch did not arrive");
        string[] command = SourceWatch.Command(["--pattern", "fire", "--watch", "--port", "9000"]);
        Assert.AreEqual("dotnet watch", string.Join(' ', command[..2]));
        Assert.AreEqual("-- --pattern fire --port 9000", string.Join(' ', command[^5..]));
        Assert.IsTrue(command.Any(part => part.EndsWith("Simulator.csproj", StringComparison.Ordinal)), "the project is named");
    }

    [TestMethod]
    public void The_microphone_may_have_a_name_and_a_file_may_be_standard_input()
    {
        Assert.AreEqual("hw:1", Parse("--microphone", "hw:1").MicrophoneName);
        Assert.IsNull(Parse("--microphone", "--headless").MicrophoneName);
        Assert.IsTrue(Parse("--microphone", "--headless").HearsMicrophone, "the usual microphone");
        Assert.IsFalse(Parse("--headless").HearsMicrophone, "a microphone that nobody asked for");
        Assert.AreEqual("standard input", Parse("--wav", "-", "--play").SoundName);
        Assert.IsTrue(Parse("--wav", "-", "--play").IsPlayed, "--play did not arrive");
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
    [DataRow("--wav - --microphone", "--wav and --microphone contradict")]
    [DataRow("--microphone hw:1 --play", "howl")]
    [DataRow("--headless=perhaps", "'perhaps'")]
    [DataRow("--udp-interface eth0", "an IPv4 address of this computer")]
    [DataRow("--udp-interface 203.0.113.7", "an IPv4 address of this computer")]
    public void A_line_that_makes_no_sense_is_refused_in_one_sentence(string line, string part)
    {
        UsageException refusal = Assert.ThrowsExactly<UsageException>(() => Parse(line.Split(' ')));

        StringAssert.Contains(refusal.Message, part);
        Assert.IsFalse(refusal.Message.Contains('\n'), refusal.Message);
    }

    private static SimulatorOptions Parse(params string[] args) => CommandLine.ToOptions(CommandLine.Parse(args));
}
