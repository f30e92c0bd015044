using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Jam;

namespace NanoFirmware.HostTests.Jam;

/// <summary>A jam over HTTP, and how it lights the strips.</summary>
[TestClass]
public sealed class JamRestTests : IDisposable
{
    private const int HopUs = 16667;

    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Without_a_room_the_device_is_a_jam_of_one_that_takes_an_object_or_a_list()
    {
        Assert.AreEqual(200, _device.Post("/api/jam/events", """{"type":"drum-step","track":2,"step":3}""").Status);
        Assert.AreEqual(
            200,
            _device.Post(
                "/api/jam/events",
                """[{"type":"tempo-change","tempo":100},{"type":"playback-control","isPlaying":true}]""").Status);

        JsonElement jam = _device.Get("/api/jam").Json;
        Assert.AreEqual(JsonValueKind.Null, jam.GetProperty("room").ValueKind, "no room");
        Assert.IsTrue(jam.GetProperty("tracks")[2].GetProperty("steps")[3].GetBoolean(), "the step");
        Assert.AreEqual(80, jam.GetProperty("tracks")[2].GetProperty("velocities")[3].GetInt32(), "velocity");
        Assert.AreEqual(100, jam.GetProperty("transport").GetProperty("tempo").GetInt32());
        Assert.IsTrue(jam.GetProperty("transport").GetProperty("isPlaying").GetBoolean(), "it plays");
    }

    [TestMethod]
    [DataRow("POST", "/api/jam/events", """[{"type":"drum-step","track":1,"step":1},{"type":"dance"}]""", 400, "type must be")]
    [DataRow("POST", "/api/jam/events", "5", 400, "object or a list")]
    [DataRow("POST", "/api/jam", """{"room":"AB"}""", 400, "room must be six")]
    [DataRow("POST", "/api/jam", """{"name":""}""", 400, "name must be")]
    [DataRow("POST", "/api/jam", """{"a":"moon"}""", 400, "a must be")]
    [DataRow("POST", "/api/jam", """{"volume":4}""", 400, "use room, name")]
    [DataRow("POST", "/api/jam", "{}", 400, "use room, name")]
    [DataRow("GET", "/api/jam/people", null, 404, "use /api/jam, /api/jam/events or /api/jam/recording")]
    [DataRow("GET", "/api/jam/events", null, 405, "POST")]
    public void What_cannot_be_is_refused_with_a_sentence_and_changes_nothing(
        string method, string url, string? body, int status, string sentence)
    {
        string before = Without(_device.Get("/api/jam").Text);
        WiredDevice.Answer answer = _device.Ask(method, url, body == null ? null : System.Text.Encoding.UTF8.GetBytes(body));

        Assert.AreEqual(status, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, sentence, StringComparison.Ordinal);
        Assert.AreEqual(before, Without(_device.Get("/api/jam").Text), "nothing changed");
    }

    [TestMethod]
    public void A_body_of_events_may_have_two_kilobytes()
    {
        string list = "[" + string.Join(',', Enumerable.Range(0, 28).Select(
            step => $$"""{"type":"drum-step","track":{{step / 16}},"step":{{step % 16}},"enabled":true,"velocity":70}""")) + "]";

        Assert.IsTrue(list.Length is > 1900 and <= 2048, $"{list.Length} bytes");
        Assert.AreEqual(200, _device.Post("/api/jam/events", list).Status);
        Assert.AreEqual(413, _device.Post("/api/jam/events", list + new string(' ', 200)).Status);
    }

    [TestMethod]
    public void Name_room_and_places_are_set_together()
    {
        JsonElement jam = _device.Post(
            "/api/jam", """{"room":"jam347","name":"Anna","a":"strip","b":"off","decayMs":400,"blend":"add"}""").Json;

        Assert.AreEqual("JAM347", jam.GetProperty("room").GetString());
        Assert.AreEqual("Anna", jam.GetProperty("people")[0].GetString());
        Assert.AreEqual("strip", jam.GetProperty("a").GetString());
        Assert.AreEqual("off", jam.GetProperty("b").GetString());
        Assert.AreEqual("add", jam.GetProperty("blend").GetString());
        Assert.AreEqual(JsonValueKind.Null, _device.Post("/api/jam", """{"room":null}""").Json.GetProperty("room").ValueKind);
    }

    [TestMethod]
    public void Each_step_of_a_loop_lights_its_tracks_zone_in_the_drums_colour_when_it_is_due()
    {
        _device.Post("/api/global", """{"flash-guard":false}""");
        _device.Post("/api/channel/a", """{"pattern":"solid","brightness":255,"palette":0}""");
        _device.Post("/api/channel/a/brightness", """{"value":0}""");
        _device.Post("/api/channel/a", """{"brightness":255,"enabled":true}""");
        _device.Settle();
        _device.Post("/api/jam", """{"decayMs":100}""");
        _device.Post("/api/jam/events", """
            [{"type":"drum-step","track":0,"step":0,"velocity":100},{"type":"drum-step","track":3,"step":4,"velocity":100},
            {"type":"playback-control","isPlaying":true}]
            """);
        JamPlayer player = (JamPlayer)_device.Device.Audio.Player;
        byte[] quiet = _device.LightA;

        var lit = new List<(int Frame, int Zone)>();
        for (int frame = 0; frame < 120; frame++)
        {
            player.Play(_device.Clock.NowUs);
            _device.Frame();
            for (int zone = 0; zone < 8; zone++)
            {
                int middle = ((zone * 180 / 8) + 11) * 3;
                if (!_device.LightA.AsSpan(middle, 3).SequenceEqual(quiet.AsSpan(middle, 3)))
                {
                    lit.Add((frame, zone));
                }
            }
        }

        // 120 beats a minute: a step is 7.5 frames, the loop 120.
        Assert.AreEqual((0, 0), lit[0], "the kick on one");
        Assert.AreEqual(30, lit.First(one => one.Zone == 3).Frame, 1.0, "the hi-hat on two");
        Assert.IsFalse(lit.Exists(one => one.Zone is not (0 or 3)), "and nothing else");
        Assert.AreEqual(16, player.Steps, 1.0, "steps of a loop");
    }

    [TestMethod]
    public void A_note_lights_its_place_among_the_keys_and_one_outside_the_scale_a_third_of_it()
    {
        _device.Post("/api/global", """{"flash-guard":false}""");
        _device.Post("/api/channel/a", """{"pattern":"solid","palette":0}""");
        _device.Settle();
        _device.Post("/api/jam", """{"a":"notes","decayMs":2000}""");
        JamPlayer player = (JamPlayer)_device.Device.Audio.Player;
        _device.Post("/api/jam/events", """
            [{"type":"color-mode","mode":"chromatic"},{"type":"note","note":60,"velocity":100},{"type":"note","note":61,"velocity":100}]
            """);
        player.Play(_device.Clock.NowUs);
        _device.Frame();

        JsonElement marks = _device.Get("/api/channel/a/marks").Json.GetProperty("marks");
        Assert.AreEqual(2, marks.GetArrayLength(), marks.ToString());
        Assert.AreEqual("FF0000", marks[0].GetProperty("colour").GetString(), "C");
        Assert.AreEqual((60 - 21) * 180 / 88, marks[0].GetProperty("from").GetInt32(), "its key");
        Assert.AreEqual(255, marks[0].GetProperty("level").GetInt32(), "in C major");
        Assert.AreEqual(85, marks[1].GetProperty("level").GetInt32(), "C sharp is not");
    }

    [TestMethod]
    public void Mute_and_solo_say_who_is_heard()
    {
        _device.Post("/api/jam/events", """
            [{"type":"drum-step","track":0,"step":0},{"type":"drum-step","track":1,"step":0},{"type":"drum-step","track":2,"step":0},
            {"type":"track","track":0,"muted":true},{"type":"playback-control","isPlaying":true}]
            """);
        Assert.AreEqual(2, MarksOfFirstStep(), "one of three is muted");
        _device.Post("/api/jam/events", """
            [{"type":"playback-control","isPlaying":false},{"type":"track","track":2,"solo":true}]
            """);
        ((JamPlayer)_device.Device.Audio.Player).Play(_device.Clock.NowUs);
        _device.Ask("DELETE", "/api/channel/a/marks", null);
        _device.Frame();
        _device.Post("/api/jam/events", """{"type":"playback-control","isPlaying":true}""");
        Assert.AreEqual(1, MarksOfFirstStep(), "one plays solo");
    }

    [TestMethod]
    public void Nothing_of_a_jam_is_there_before_somebody_asks()
    {
        _device.Get("/api/status");
        Assert.IsNull(_device.Device.Audio.Player, "nobody plays");
        Assert.IsNull(_device.Device.ChannelA.Over, "nothing lies over the picture");
        Assert.IsFalse(_device.Device.Live.Controls.IsJamOn, "no port");
    }

    private int MarksOfFirstStep()
    {
        ((JamPlayer)_device.Device.Audio.Player).Play(_device.Clock.NowUs + HopUs);
        _device.Frame();
        return _device.Get("/api/channel/a/marks").Json.GetProperty("marks").GetArrayLength();
    }

    // The session's time goes on.
    private static string Without(string text) => System.Text.RegularExpressions.Regex.Replace(text, "\"now\":-?[0-9]+", "");
}
