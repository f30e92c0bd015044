using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.HostTests.Simulator;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>A jam that is recorded, kept, carried elsewhere as lines and replayed: frame for frame what it was.</summary>
[TestClass]
public sealed class JamRecordingTests : IDisposable
{
    private const int Frames = 420;
    private const string Path = "/api/jam/recording";

    private readonly TemporaryFolder _drive = new();
    private WiredDevice _device;

    public JamRecordingTests() => _device = Begin();

    public void Dispose()
    {
        _device.Dispose();
        _drive.Dispose();
    }

    [TestMethod]
    [DataRow("as it is")]
    [DataRow("after a restart")]
    [DataRow("as lines on another device")]
    [DataRow("as lines in pieces")]
    public void A_replay_shows_the_frames_of_the_recording(string way)
    {
        string[] played = Record(seed: 5);
        if (way != "as it is")
        {
            string lines = _device.Get(Path).Text;
            _device.Dispose();
            using var other = new TemporaryFolder();
            _device = Begin(way == "after a restart" ? null : other[string.Empty]);
            if (way != "after a restart")
            {
                Send(lines, way.EndsWith("pieces", StringComparison.Ordinal) ? 777 : 4096);
            }
        }

        Edit(new Random(77), edits: 30);
        Play(60);
        Darken();
        Deed("replay");
        string[] replayed = Play(Frames);

        int first = Enumerable.Range(0, Frames).FirstOrDefault(i => played[i] != replayed[i], -1);
        Assert.AreEqual(-1, first, $"the first frame that is another one, {way}");
        Assert.IsGreaterThan(40, played.Distinct().Count(), "it was no dark strip");
        Play(2);
        Assert.AreEqual("stopped", Recording().GetProperty("state").GetString(), "it ends by itself");
    }

    [TestMethod]
    public void A_replay_leaves_the_rooms_steps_as_they_are()
    {
        Record(seed: 9);
        Edit(new Random(3), edits: 40);
        string before = _device.Get("/api/jam").Json.GetProperty("tracks").ToString();

        Deed("replay");
        Play(Frames / 2);

        Assert.AreEqual("replaying", Recording().GetProperty("state").GetString());
        Assert.AreEqual(before, _device.Get("/api/jam").Json.GetProperty("tracks").ToString(), "what all play together");
        Deed("stop");
        Assert.AreEqual("stopped", Recording().GetProperty("state").GetString());
    }

    [TestMethod]
    public void A_large_board_keeps_four_thousand_edits_and_the_oldest_become_the_beginning()
    {
        _device.Supervisor.Heap.FreeBytes = 4 << 20;
        Deed("record");
        Play(1);
        for (int list = 0; list < 240; list++)
        {
            Edit(new Random(list), edits: 20, isPlaying: false);
            Play(1);
        }

        JsonElement answer = Deed("stop");
        string[] lines = _device.Get(Path).Text.TrimEnd('\n').Split('\n');

        Assert.AreEqual(4096, answer.GetProperty("events").GetInt32());
        Assert.IsTrue(answer.GetProperty("kept").GetBoolean(), "on the drive");
        Assert.IsGreaterThan(4096, lines.Length, "the beginning is among the lines");
        Send(string.Join('\n', lines), 4096);
        Assert.AreEqual(string.Join('\n', lines), _device.Get(Path).Text.TrimEnd('\n'), "what is sent back is what was fetched");
    }

    [TestMethod]
    [DataRow("{\"at\":0,\"type\":\"dance\"}", "line 1: type must be drum-step")]
    [DataRow("{\"at\":0,\"type\":\"note\",\"note\":60}\n\n{\"at\":9,\"type\":\"note\",\"note\":128}", "line 3: note needs")]
    [DataRow("{\"at\":50,\"type\":\"note\",\"note\":60}\n{\"at\":40,\"type\":\"note\",\"note\":60}", "line 2: each line")]
    [DataRow("{\"type\":\"note\",\"note\":60}", "line 1: each line needs at")]
    [DataRow("{\"at\":0,\"type\":\"note\"", "line 1: ")]
    [DataRow("", "a recording needs lines")]
    [DataRow("?offset=7", "offset must be 0")]
    [DataRow("?offset=-1", "offset must be a whole number")]
    public void A_line_that_cannot_be_is_refused_by_its_number_and_nothing_changes(string lines, string sentence)
    {
        Record(seed: 2);
        string before = _device.Get(Path).Text;
        bool isQuery = lines.StartsWith('?');

        WiredDevice.Answer answer = _device.Post(isQuery ? Path + lines : Path, isQuery ? "{}" : lines);

        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, sentence, StringComparison.Ordinal);
        Assert.AreEqual(before, _device.Get(Path).Text, "what was recorded");
    }

    [TestMethod]
    public void More_edits_than_the_device_keeps_and_a_line_without_an_end_are_refused()
    {
        string line = """{"at":100,"type":"note","note":60}""" + "\n";
        StringAssert.StartsWith(SendFails(string.Concat(Enumerable.Repeat(line, 300))), "line 257: this device keeps 256");
        StringAssert.StartsWith(SendFails(new string(' ', 3000)), "line 1: a line has at most 2048 bytes");
    }

    [TestMethod]
    public void A_recording_that_somebody_wrote_by_hand_is_heard_from_its_first_step_on()
    {
        Send(
            """
            {"at":0,"type":"drum-step","track":0,"step":0,"velocity":100}
            {"at":0,"type":"playback-control","isPlaying":true}
            {"at":1500,"type":"note","note":60,"velocity":100}
            {"at":3000,"type":"end"}
            """,
            4096);

        Deed("replay");
        string[] shown = Play(60);

        Assert.IsTrue(Array.FindIndex(shown, frame => frame != shown[0]) is >= 1 and <= 4, "the kick on one");
    }

    [TestMethod]
    public void Nothing_is_replayed_or_fetched_that_is_not_there_and_a_recording_is_stopped_first()
    {
        foreach ((string method, string path, int status, string sentence) in new[]
        {
            ("GET", Path, 409, "nothing is recorded"),
            ("POST", Path + "/replay", 409, "nothing is recorded"),
            ("GET", Path + "/record", 405, "POST"),
            ("DELETE", Path, 405, "GET, POST, PUT"),
            ("POST", Path + "/rewind", 404, "record, replay or stop"),
        })
        {
            WiredDevice.Answer answer = _device.Ask(method, path, method == "POST" ? "{}"u8.ToArray() : null);
            Assert.AreEqual(status, answer.Status, path);
            StringAssert.Contains(answer.Error, sentence, StringComparison.Ordinal);
        }

        Deed("record");
        Assert.AreEqual(409, _device.Get(Path).Status, "while it is recorded");
        Assert.AreEqual(409, _device.Post(Path, "{}").Status, "while it is recorded");
        Deed("stop");
        Assert.AreEqual(200, _device.Get(Path).Status);
    }

    private JamPlayer Player => (JamPlayer)_device.Device.Audio.Player;

    private JsonElement Recording() => _device.Get("/api/jam").Json.GetProperty("recording");

    private JsonElement Deed(string deed)
    {
        WiredDevice.Answer answer = _device.Post($"{Path}/{deed}", "{}");
        Assert.AreEqual(200, answer.Status, answer.Text);
        return answer.Json;
    }

    private WiredDevice Begin(string? drive = null)
    {
        var device = new WiredDevice(drive ?? _drive[string.Empty]);
        device.Post("/api/global", """{"flash-guard":false}""");
        device.Post("/api/channel/a", """{"pattern":"solid","palette":0}""");
        device.Settle();
        device.Post("/api/jam", """{"decayMs":150,"b":"off"}""");
        return device;
    }

    // A loop that plays already when the recording begins, with edits of all kinds into it.
    private string[] Record(int seed)
    {
        var random = new Random(seed);
        WiredDevice.Answer answer = _device.Post("/api/jam/events", """
            [{"type":"drum-step","track":1,"step":8},{"type":"drum-step","track":3,"step":12},{"type":"track","track":3,"volume":70},
            {"type":"color-mode","mode":"harmonic"},{"type":"playback-control","isPlaying":true}]
            """);
        Assert.AreEqual(200, answer.Status, answer.Text);
        Play(23);
        _device.Clock.Advance(seed * 137);
        Deed("record");
        var shown = new List<string>();
        while (shown.Count < Frames)
        {
            int until = Math.Min(Frames - shown.Count, random.Next(1, 25));
            shown.AddRange(Play(until));
            Edit(random, edits: random.Next(1, 4));
        }

        Deed("stop");
        return [.. shown];
    }

    private void Edit(Random random, int edits, bool isPlaying = true)
    {
        var list = new List<string> { $$"""{"type":"playback-control","isPlaying":{{(isPlaying ? "true" : "false")}}}""" };
        for (int i = 0; i < edits; i++)
        {
            list.Add(random.Next(8) switch
            {
                0 => $$"""{"type":"note","note":{{random.Next(21, 109)}},"velocity":{{random.Next(1, 101)}}}""",
                1 => $$"""{"type":"tempo-change","tempo":{{random.Next(90, 200)}},"swing":{{random.Next(50, 76)}}}""",
                2 => $$"""{"type":"color-mode","mode":"{{(random.Next(2) == 0 ? "harmonic" : "spectrum")}}"}""",
                3 => $$"""{"type":"track","track":{{random.Next(8)}},"volume":{{random.Next(50, 101)}}}""",
                _ => $$"""{"type":"drum-step","track":{{random.Next(8)}},"step":{{random.Next(16)}},"velocity":{{random.Next(101)}}}""",
            });
        }

        WiredDevice.Answer answer = _device.Post("/api/jam/events", $"[{string.Join(',', list)}]");
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    // Hits of before are over.
    private void Darken()
    {
        _device.Ask("DELETE", "/api/channel/a/marks", null);
        for (int i = 0; i < 60; i++)
        {
            _device.Frame();
        }
    }

    private string[] Play(int frames)
    {
        string[] shown = new string[frames];
        for (int i = 0; i < frames; i++)
        {
            Player.Play(_device.Clock.NowUs);
            _device.Frame();
            shown[i] = Convert.ToHexString(SHA256.HashData(_device.LightA));
        }

        return shown;
    }

    private void Send(string lines, int piece) => Assert.IsNull(SendPieces(lines, piece), "the recording is taken");

    private string SendFails(string lines) => SendPieces(lines, 4096)!;

    private string? SendPieces(string lines, int piece)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(lines);
        for (int at = 0; at < bytes.Length; at += piece)
        {
            bool isMore = at + piece < bytes.Length;
            WiredDevice.Answer answer = _device.Ask(
                "POST", $"{Path}?offset={at}&more={(isMore ? 1 : 0)}", bytes[at..Math.Min(bytes.Length, at + piece)]);
            if (answer.Status != 200)
            {
                return answer.Error;
            }
        }

        return null;
    }
}
