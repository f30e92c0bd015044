using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Bench.Audio;
using NanoFirmware.Bench.Audio.Listen;
using NanoHost.Audio;

namespace NanoFirmware.HostTests.Sound.Listening;

[TestClass]
public class ListenCommandTests
{
    private const int RateHz = 44_100;
    private const int Seconds = 20;

    private readonly string _folder = Directory.CreateTempSubdirectory("listen").FullName;

    private static double[] Clicks => Enumerable.Range(1, (2 * Seconds) - 1).Select(i => i * 0.5).ToArray();

    private string Song => Path.Combine(_folder, "clicks.wav");

    private string Tapped => Path.Combine(_folder, "beats.txt");

    [TestInitialize]
    public void Record()
    {
        var signal = new float[Seconds * RateHz];
        new ClickSource(120).Read(0, RateHz, signal);
        File.WriteAllBytes(Song, WavWriter.Encode(RateHz, signal));
    }

    [TestCleanup]
    public void Clean() => Directory.Delete(_folder, recursive: true);

    [TestMethod]
    public void Every_event_is_a_line_of_JSON_with_its_time()
    {
        JsonElement[] lines = Json(Song);
        double[] onsets = Times(lines, "onset");
        Assert.IsGreaterThan(0.9, EventMetrics.OnsetF(Clicks, onsets), "F of the clicks");
        Assert.IsGreaterThan(0.9, EventMetrics.BeatF(Clicks, Times(lines, "beat")), "F of the beats");

        JsonElement beat = lines.Last(line => Kind(line) == "beat");
        Assert.AreEqual(120, beat.GetProperty("bpm").GetDouble(), 1);
        Assert.IsGreaterThanOrEqualTo(
            0.5, beat.GetProperty("confidence").GetDouble(), "a beat is told from a confidence of one half on");
        Assert.IsTrue(beat.TryGetProperty("bar", out _), "a beat names its place in the bar");

        Assert.AreEqual("file", Kind(lines[0]));
        Assert.AreEqual("summary", Kind(lines[^1]));
        Assert.AreEqual(Seconds, lines[^1].GetProperty("time").GetDouble());
        Assert.AreEqual(onsets.Length, lines[^1].GetProperty("onsets").GetInt32());
    }

    [TestMethod]
    public void A_tempo_is_told_when_it_changes_and_not_again()
    {
        JsonElement[] tempos = Json(Song).Where(line => Kind(line) == "tempo").ToArray();
        Assert.IsNotEmpty(tempos);
        Assert.IsLessThan(6, tempos.Length, "lines for a tempo that stays");
    }

    [TestMethod]
    public void Levels_come_once_a_second()
    {
        JsonElement[] levels = Json(Song, "--levels").Where(line => Kind(line) == "level").ToArray();
        CollectionAssert.AreEqual(
            Enumerable.Range(1, Seconds).Select(second => (double)second).ToArray(),
            levels.Select(line => line.GetProperty("time").GetDouble()).ToArray());
        foreach (string field in new[] { "level", "levelDb", "gain", "floorDb" })
        {
            Assert.AreEqual(JsonValueKind.Number, levels[0].GetProperty(field).ValueKind, field);
        }
    }

    [TestMethod]
    public void Tapped_beats_are_scored_against()
    {
        File.WriteAllText(
            Tapped,
            "# tapped by hand\n\n" + string.Join(
                "\n", Clicks.Select((time, i) => FormattableString.Invariant($"{time}\t{(i % 4) + 1}"))));
        JsonElement summary = Json(Song, "--against", Tapped)[^1];
        Assert.AreEqual(120, summary.GetProperty("truthBpm").GetDouble());
        Assert.IsGreaterThan(0.9, summary.GetProperty("beatF").GetDouble());
        Assert.AreEqual(1, summary.GetProperty("accuracy1").GetInt32());
        Assert.AreEqual(1, summary.GetProperty("accuracy2").GetInt32());
    }

    [TestMethod]
    public void Without_json_a_person_can_read_it()
    {
        (int code, string output, _) = Run(Song);
        Assert.AreEqual(0, code);
        StringAssert.Matches(
            output, new(@"^ +\d+\.\d{3} s  beat     bpm 1\d\d", System.Text.RegularExpressions.RegexOptions.Multiline));
    }

    [TestMethod]
    [DataRow("1\n2\nthree\n", "line 3: 'three' is not a time")]
    [DataRow("1\n2\n1.5\n", "line 3: 1.5 s does not come after 2 s")]
    [DataRow("# nothing\n4\n", "fewer than two beats")]
    [DataRow("1\nNaN\n", "line 2: 'NaN' is not a time")]
    public void Beats_that_cannot_be_are_named(string beats, string reason)
    {
        File.WriteAllText(Tapped, beats);
        (int code, _, string errors) = Run(Song, "--against", Tapped);
        Assert.AreEqual(2, code);
        StringAssert.Contains(errors, reason);
        Assert.AreEqual(1, errors.Trim().Split('\n').Length, errors);
    }

    [TestMethod]
    public void Beats_belong_to_one_recording() =>
        Assert.HasCount(1, new ListenCommand().Parse(new[] { Song, Song, "--against", Tapped }).Errors);

    [TestMethod]
    public void A_file_out_of_reach_gives_a_sentence_and_exit_code_two()
    {
        (int code, _, string errors) = Run(Path.Combine(_folder, "none.wav"));
        Assert.AreEqual(2, code);
        StringAssert.Contains(errors, "no such file");
    }

    private static JsonElement[] Json(params string[] arguments)
    {
        (int code, string output, string errors) = Run(arguments.Append("--json").ToArray());
        Assert.AreEqual(0, code, errors);
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement)
            .ToArray();
    }

    private static (int Code, string Output, string Errors) Run(params string[] arguments)
    {
        var output = new StringWriter();
        var errors = new StringWriter();
        (TextWriter usual, TextWriter usualErrors) = (Console.Out, Console.Error);
        Console.SetOut(output);
        Console.SetError(errors);
        try
        {
            return (new ListenCommand().Parse(arguments).Invoke(), output.ToString(), errors.ToString());
        }
        finally
        {
            Console.SetOut(usual);
            Console.SetError(usualErrors);
        }
    }

    private static double[] Times(JsonElement[] lines, string kind) =>
        lines.Where(line => Kind(line) == kind).Select(line => line.GetProperty("time").GetDouble()).ToArray();

    private static string Kind(JsonElement line) => line.GetProperty("type").GetString()!;
}
