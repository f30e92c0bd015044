using System.Globalization;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Generator;
using NanoFirmware.Rendering;
using NanoFirmware.Web;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Figures that the documents take from the firmware's constants.</summary>
[TestClass]
public sealed class DocFigureTests
{
    private const string Microphone = "docs/adr/0001-the-microphone-is-the-metronome.md";
    private const string Door = "docs/adr/0041-turn-away-at-the-door.md";

    private static readonly string[] Words =
        ["none", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

    [TestMethod]
    public void The_documents_say_what_the_constants_are()
    {
        string hops = Words[AudioThread.HopsToCatchUp];
        string body = Number(Request.BodyLimit);
        string backup = Number(Request.BackupLimit);
        string wled = Number(Request.WledLimit);
        int queueMs = (Board.DmaDescriptors - 1) * 1000 / Board.FrameRateHz;

        AssertSays(Microphone, $"{Board.DmaDescriptors} descriptors ({queueMs} ms beside the one being filled)");
        AssertSays(Microphone, $"when {hops} or more hops are waiting");
        AssertSays(Microphone, $"has not answered after {AudioThread.AnswerTimeoutMs} ms");
        AssertSays(Microphone, $"descriptor of {Board.HopFrames} frames lasts exactly 1/{Board.FrameRateHz} s");
        AssertSays(Door, $"how many hops of sound wait ({hops},");
        AssertSays(Door, $"{hops} hops on every second one is left out");
        AssertSays("docs/reliability.md", $"none while {hops} hops of sound wait");
        AssertSays("docs/reliability.md", $"with {hops} hops waiting every second frame");
        AssertSays("docs/reliability.md", $"A body is at most {body} bytes (of `/json` {wled}, a backup {backup})");
        AssertSays("docs/api.md", $"bodies ({body} bytes, of `/json` {wled}, backups {backup})");
        AssertSays("docs/api.md", $"more than {body} bytes (of `/json`: {wled}, a backup: {backup})");
        AssertSays("docs/wled.md", $"A body is {wled} bytes at most");
        AssertSays("README.md", $"{Board.StripLeds} LEDs");
        AssertSays("README.md", $"{PatternCatalog.Count} patterns");
        AssertSays("README.md", $"in {PaletteCatalog.Names().Length - 1} palettes");
    }

    // What the hotspot and the home network may say of themselves.
    [TestMethod]
    [DataRow("off")]
    [DataRow("no radio")]
    [DataRow("failed")]
    [DataRow("starting")]
    [DataRow("restarting")]
    [DataRow("configured")]
    [DataRow("answering")]
    [DataRow("joining")]
    [DataRow("joined")]
    [DataRow("left alone")]
    public void A_beginner_finds_each_word_of_the_radio_in_the_table_of_words(string word) =>
        AssertSays("docs/hardware.md", $"`{word}`");

    private static string Number(int value) => value.ToString("N0", CultureInfo.InvariantCulture);

    private static void AssertSays(string document, string sentence)
    {
        string text = File.ReadAllText(Path.Combine(Repository.Root(), document)).Replace('\n', ' ');
        Assert.IsTrue(text.Contains(sentence, StringComparison.Ordinal), document + " does not say: " + sentence);
    }
}
