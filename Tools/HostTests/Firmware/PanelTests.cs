using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Panels over HTTP: addressed, grouped, read back, seen at the next frame, refused with what is allowed.</summary>
[TestClass]
public sealed class PanelTests : IDisposable
{
    private const string Twelve =
        """{"kind":"panels","panels":12,"size":8,"gap":16,"by":"columns","serpentine":true,"span":true}""";

    private readonly WiredDevice _device = new(ledsA: 384, ledsB: 384);

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Without_a_layout_of_panels_there_are_none_and_a_change_says_what_to_set()
    {
        Assert.AreEqual("""{"count":0}""", _device.Get("/api/panels").Text);
        foreach (string path in (string[])["/api/panels", "/api/panels/3", "/api/panels/all", "/api/panels/3/press"])
        {
            WiredDevice.Answer answer = _device.Post(path, """{"colour":"FF0000"}""");
            Assert.AreEqual(409, answer.Status, path);
            StringAssert.Contains(answer.Error, "/api/channel/a/layout");
        }

        _device.Post("/api/channel/a/layout", """{"kind":"grid","width":8,"height":8}""");
        Assert.AreEqual(0, _device.Get("/api/panels").Json.GetProperty("count").GetInt32(), "a grid is no panels");
    }

    [TestMethod]
    public void A_panel_is_found_by_its_number_from_the_left_and_shows_what_it_is_told_in_the_next_frame()
    {
        Hang(Twelve);
        Tell("/api/panels/7", """{"colour":"FF0000"}""");
        _device.Frame();
        for (int panel = 0; panel < 12; panel++)
        {
            Assert.AreEqual(Filled(panel == 7 ? "FF0000" : "000000"), Frame(panel), $"panel {panel}");
        }

        Assert.AreEqual(64, Pixels(_device.LightB).Count(pixel => pixel == "00FF00"), "one panel of B's strip is red");
        JsonElement told = _device.Get("/api/panels/7").Json;
        Assert.AreEqual("FF0000", told.GetProperty("colour").GetString());
        Assert.AreEqual(Filled("FF0000"), told.GetProperty("pixels").GetString());
        JsonElement all = _device.Get("/api/panels").Json;
        Assert.AreEqual("mixed", all.GetProperty("interface").GetString());
        Assert.AreEqual(12, all.GetProperty("panels").GetArrayLength());
        Assert.AreEqual("[0,1,2,3,4,5]", all.GetProperty("groups").GetProperty("left-half").GetRawText());
    }

    [TestMethod]
    [DataRow("""{"kind":"panels","panels":12,"size":8,"by":"columns","serpentine":true,"span":true}""")]
    [DataRow("""{"kind":"panels","panels":12,"size":8,"serpentine":true,"span":true,"order":"from-right"}""")]
    [DataRow("""{"kind":"panels","panels":12,"size":8,"gap":3,"start":"bottom-right","rotation":"90","span":true}""")]
    [DataRow("""{"kind":"panels","panels":7,"size":9,"rotation":"270","serpentine":true,"span":true}""")]
    [DataRow("""{"kind":"panels","panels":5,"size":5,"rotation":"180"}""")]
    public void However_panels_hang_a_picture_is_seen_upright(string layout)
    {
        Hang(layout);
        JsonElement panels = _device.Get("/api/panels").Json;
        int size = panels.GetProperty("size").GetInt32();
        int count = panels.GetProperty("count").GetInt32();
        var random = new Random(3);
        for (int panel = 0; panel < count; panel++)
        {
            string pixels =
                string.Concat(Enumerable.Range(0, size * size).Select(_ => random.Next(2) == 0 ? "FF00FF" : "00FF00"));
            Tell($"/api/panels/{panel}", $$"""{"pixels":"{{pixels}}"}""");
            _device.Frame();
            Assert.AreEqual(pixels, Frame(panel), $"panel {panel}");
            Assert.AreEqual(
                pixels, Shown(panel, panels.GetProperty("gap").GetInt32(), size),
                    $"panel {panel}, as the channel's frame has it");
        }
    }

    [TestMethod]
    public void Pixels_come_as_colours_as_indices_and_as_a_sprite_by_name()
    {
        Hang(Twelve);
        string indices = string.Concat(Enumerable.Repeat("01", 32));
        string striped = string.Concat(Enumerable.Repeat("0000FFFFFFFF", 32));
        Tell("/api/panels/0", $$"""{"pixels":"{{striped}}"}""");
        Tell("/api/panels/1", $$"""{"colours":["0000FF","#ffffff"],"pixels":"{{indices}}"}""");
        WiredDevice.Answer put =
            _device.Ask(
                "PUT", "/api/sprites/stripes",
                    System.Text.Encoding.UTF8.GetBytes(
                        $$"""{"width":8,"height":8,"colours":["0000FF","FFFFFF"],"pixels":"{{indices}}"}"""));
        Assert.AreEqual(200, put.Status, put.Text);
        Tell("/api/panels/2", """{"sprite":"stripes"}""");
        _device.Frame();
        foreach (int panel in (int[])[0, 1, 2])
        {
            Assert.AreEqual(striped, Frame(panel), $"panel {panel}");
        }

        Assert.AreEqual("stripes", _device.Get("/api/panels/2").Json.GetProperty("sprite").GetString());
        Assert.AreEqual(striped, _device.Get("/api/sprites/stripes").Json.GetProperty("pixels").GetString());
        Assert.AreEqual("""{"most":16,"sprites":[{"name":"stripes","width":8,"height":8}]}""", _device.Get("/api/sprites").Text);
        Assert.AreEqual(200, _device.Ask("DELETE", "/api/sprites/stripes", null).Status);
        Assert.AreEqual(404, _device.Get("/api/sprites/stripes").Status);
        Assert.AreEqual(striped, Frame(2), "what shows it goes on");
    }

    [TestMethod]
    public void A_wide_sprite_lies_across_panels_from_the_left()
    {
        Hang(Twelve);
        string row = string.Concat(Enumerable.Range(0, 24).Select(column => column / 8));
        _device.Ask(
            "PUT", "/api/sprites/wide",
                System.Text.Encoding.UTF8.GetBytes(
                    $$"""{"width":24,"height":8,"colours":["FF0000","00FF00","0000FF"],"pixels":"{{string.Concat(Enumerable.Repeat(row, 8))}}"}"""));
        Tell("/api/panels", """{"panels":[2,3,4,5],"sprite":"wide","across":true}""");
        _device.Frame();
        Assert.AreEqual(Filled("FF0000"), Frame(2));
        Assert.AreEqual(Filled("00FF00"), Frame(3));
        Assert.AreEqual(Filled("0000FF"), Frame(4));
        Assert.AreEqual(Filled("000000"), Frame(5), "beside the sprite it is dark");
    }

    [TestMethod]
    public void Several_updates_in_one_call_are_one_frame_on_both_strips()
    {
        Hang(Twelve);
        Tell("/api/panels", """{"groups":{"corners":[0,11]}}""");
        Tell("/api/panels",
            """{"updates":[{"panels":"left-half","colour":"FF0000"},{"panels":"right-half","colour":"0000FF"},{"panels":"corners","colour":"00FF00"}]}""");
        Assert.AreEqual(Filled("000000"), Frame(3), "before the frame");
        _device.Frame();
        Assert.AreEqual("GRRRRRBBBBBG", Letters());
        Tell("/api/panels/all", """{"colour":"FFFF00"}""");
        _device.Frame();
        Assert.AreEqual("YYYYYYYYYYYY", Letters());
        Tell("/api/panels", """{"groups":{"corners":[]}}""");
        Assert.AreEqual(
            404, _device.Post("/api/panels/corners", """{"colour":"000000"}""").Status, "an empty group is forgotten");
    }

    [TestMethod]
    [DataRow("/api/panels/12", """{"colour":"FF0000"}""", 404, "unknown panel: use 0 to 11 or one of all, left-half, right-half")]
    [DataRow(
        "/api/panels/middle", """{"colour":"FF0000"}""", 404, "unknown panel: use 0 to 11 or one of all, left-half, right-half")]
    [DataRow(
        "/api/panels", """{"panels":[3,12],"colour":"FF0000"}""", 400,
            "panels must be a list of numbers from 0 to 11, or the name of a group")]
    [DataRow("/api/panels", """{"panels":"middle","colour":"FF0000"}""", 400, "unknown group: use all, left-half, right-half")]
    [DataRow(
        "/api/panels", """{"colour":"FF0000"}""", 400,
            "panels must be given: a list of numbers from 0 to 11, or one of all, left-half, right-half")]
    [DataRow("/api/panels", "{}", 400, "nothing is wanted: use panels with what they are to show, updates, groups or interface")]
    [DataRow("/api/panels/3", """{"sprite":"nobody"}""", 400, "unknown sprite: put it to /api/sprites/{name} first")]
    [DataRow("/api/panels/3", """{"effect":"explode"}""", 400, "effect must be a name or an index from 0 to 5")]
    [DataRow("/api/panels/3", """{"brightness":300}""", 400, "brightness must be a whole number from 0 to 255")]
    [DataRow(
        "/api/panels/3", """{"hue":3}""", 400, "unknown field: use panels, pixels, colours, sprite, colour, brightness, effect")]
    [DataRow("/api/panels/3", """{"pixels":"00FF0"}""", 400, "pixels must be 64 pixels as RRGGBB")]
    [DataRow(
        "/api/panels/3", """{"colours":["FF0000"],"pixels":"0000000000000000000000000000000000000000000000000000000000000001"}""",
            400, "pixels must be 64 pixels as RRGGBB")]
    [DataRow("/api/panels", """{"interface":"sideways"}""", 400, "interface must be adjacent, gapped, per-panel or mixed")]
    [DataRow("/api/panels", """{"groups":{"all":[1]}}""", 400, "groups must be an object of names with lists of panels")]
    [DataRow(
        "/api/panels", """{"updates":[{"panels":[0],"colour":"FF0000"},{"panels":[1],"colour":"red"}]}""", 400,
            "colour must be a colour as RRGGBB")]
    [DataRow("/api/panels/left-half/press", "", 404, "only one panel has a frame and can be pressed")]
    public void What_is_wrong_is_refused_with_what_is_allowed_and_changes_nothing(
        string path, string body, int status, string reason)
    {
        Hang(Twelve);
        Tell("/api/panels/all", """{"colour":"0000FF"}""");
        string before = _device.Get("/api/panels").Text;
        WiredDevice.Answer answer = _device.Post(path, body);
        Assert.AreEqual(status, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
        Assert.AreEqual(before, _device.Get("/api/panels").Text, "nothing changed");
        _device.Frame();
        Assert.AreEqual("BBBBBBBBBBBB", Letters());
    }

    [TestMethod]
    public void Sixty_three_pixels_are_refused()
    {
        Hang(Twelve);
        WiredDevice.Answer answer = _device.Post("/api/panels/0", $$"""{"pixels":"{{Filled("FF0000")[6..]}}"}""");
        Assert.AreEqual(400, answer.Status);
        StringAssert.StartsWith(answer.Error, "pixels must be 64 pixels as RRGGBB, or, with colours, as many hexadecimal digits");
    }

    [TestMethod]
    public void Each_interface_shows_what_it_says()
    {
        Hang(Twelve);
        _device.Post("/api/channel/a", """{"pattern":"solid","palette":"custom","brightness":255}""");
        _device.Post("/api/channel/a/colours", """{"value":["FFFF00","FFFF00"]}""");
        _device.Settle();
        Assert.AreEqual("gapped", Interface(), "the layout has gaps");
        Assert.AreEqual("YYYYYYYYYYYY", Letters());
        Tell("/api/panels/3", """{"colour":"FF0000"}""");
        _device.Frame();
        Assert.AreEqual("YYYRYYYYYYYY", Letters(), "mixed: the channel's picture, and panels upon it");
        Tell("/api/panels", """{"interface":"per-panel"}""");
        _device.Frame();
        Assert.AreEqual("000R00000000", Letters(), "per panel: dark where nothing is set");
        Tell("/api/panels", """{"interface":"adjacent"}""");
        _device.Settle();
        Assert.AreEqual("YYYYYYYYYYYY", Letters(), "adjacent: the channel's picture");
        Assert.AreEqual(0, _device.Get("/api/channel/a/layout").Json.GetProperty("gap").GetInt32());
        Tell("/api/panels", """{"interface":"mixed"}""");
        _device.Settle();
        Assert.AreEqual("YYYRYYYYYYYY", Letters(), "what was set is set still");
        Tell("/api/panels", """{"interface":"gapped"}""");
        Assert.AreEqual(16, _device.Get("/api/channel/a/layout").Json.GetProperty("gap").GetInt32());
        _device.Post("/api/channel/a/layout", """{"gap":3}""");
        Tell("/api/panels", """{"interface":"mixed"}""");
        _device.Settle();
        Assert.AreEqual("YYYRYYYYYYYY", Letters());
        Tell("/api/panels/3", """{"clear":true}""");
        _device.Frame();
        Assert.AreEqual("YYYYYYYYYYYY", Letters(), "cleared");
    }

    [TestMethod]
    public void Effects_take_their_time()
    {
        Hang(Twelve);
        Tell("/api/panels/0", """{"colour":"FF0000","effect":"fade-in","transitionMs":1000}""");
        int[] reds = Reds(0, 70);
        Assert.IsTrue(reds[0] < 20 && reds[30] is > 90 and < 170 && reds[69] == 255, string.Join(' ', reds));
        Tell("/api/panels/0", """{"effect":"fade-out","transitionMs":1000}""");
        reds = Reds(0, 70);
        Assert.IsTrue(reds[0] > 230 && reds[30] is > 90 and < 170 && reds[69] == 0, string.Join(' ', reds));
        Tell("/api/panels/0", """{"colour":"FF0000","effect":"blink","transitionMs":170}""");
        reds = Reds(0, 60);
        Assert.IsTrue(reds.All(red => red is 0 or 255) && reds.Count(red => red == 0) is > 20 and < 40, string.Join(' ', reds));
        Tell("/api/panels/0", """{"colour":"00FF00"}""");
        _device.Frame();
        Tell("/api/panels/0", """{"colour":"FF0000","effect":"wipe","transitionMs":1000}""");
        int[] lit = [.. Enumerable.Range(0, 70).Select(_ => Count(0, "FF0000"))];
        Assert.IsTrue(
            lit.Zip(lit.Skip(1)).All(pair => pair.Second >= pair.First) && lit[^1] == 64 && lit[30] is > 16 and < 48,
                string.Join(' ', lit));
        Tell("/api/panels/0", """{"colour":"0000FF","effect":"flip","transitionMs":1000}""");
        int[] old = [.. Enumerable.Range(0, 70).Select(_ => Count(0, "FF0000"))];
        Assert.IsTrue(old[10] > old[25] && old[35] == 0, string.Join(' ', old));
        Assert.AreEqual(Filled("0000FF"), Frame(0), "turned");
    }

    [TestMethod]
    public void A_pattern_runs_alike_on_all_panels_that_are_told_it()
    {
        Hang(Twelve);
        _device.Post("/api/channel/a", """{"brightness":255}""");
        Tell("/api/panels/all", """{"pattern":"rainbow","palette":"rainbow","speed":255}""");
        _device.Settle();
        string first = Frame(0);
        Assert.IsTrue(Enumerable.Range(1, 11).All(panel => Frame(panel) == first), "the same on all");
        Assert.AreNotEqual(Filled(first[..6]), first, "a picture");
        _device.Settle();
        Assert.AreNotEqual(first, Frame(0), "it moves");
        string[] others = ["fire", "ocean", "plasma"];
        for (int at = 0; at < others.Length; at++)
        {
            Tell($"/api/panels/{at}", $$"""{"pattern":"{{others[at]}}"}""");
        }

        WiredDevice.Answer many = _device.Post("/api/panels/5", """{"pattern":"solid"}""");
        Assert.AreEqual(400, many.Status);
        StringAssert.StartsWith(many.Error, "too many patterns: at most 4 different ones");
        _device.Settle();
        Assert.AreEqual(Frame(11), Frame(4), "the others go on");
    }

    [TestMethod]
    public void Panels_follow_the_channels_brightness_and_have_their_own()
    {
        Hang(Twelve);
        Tell("/api/panels/all", """{"colour":"FF0000"}""");
        Tell("/api/panels/1", """{"brightness":127}""");
        _device.Frame();
        Assert.AreEqual(Filled("FF0000"), Frame(0));
        Assert.AreEqual(Filled("7F0000"), Frame(1));
        _device.Post("/api/channel/a", """{"brightness":100}""");
        _device.Settle();
        Assert.AreEqual(Filled("640000"), Frame(0));
        Assert.AreEqual(Filled("310000"), Frame(1));
        Assert.AreEqual(Filled("640000"), Frame(11), "on B's strip too");
    }

    [TestMethod]
    public void A_press_is_counted_for_its_panel()
    {
        Hang(Twelve);
        Assert.AreEqual("""{"panel":4,"presses":1}""", _device.Post("/api/panels/4/press", "").Text);
        Assert.AreEqual("""{"panel":4,"presses":2}""", _device.Post("/api/panels/4/press", "").Text);
        Assert.AreEqual(2, _device.Get("/api/panels").Json.GetProperty("panels")[4].GetProperty("presses").GetInt32());
        Assert.AreEqual(0, _device.Get("/api/panels/5").Json.GetProperty("presses").GetInt32());
    }

    // 60 s: one client has the left half and one the right, each tells one number to all of its panels in one call, as bits in
    // two colours.
    [TestMethod]
    public void Two_clients_at_twenty_updates_a_second_lose_nothing_and_mix_nothing()
    {
        Hang(Twelve);
        int[] told = [0, 0];
        int seen = 0;
        for (int frame = 0; frame < 3600; frame++)
        {
            if (frame % 3 == 0)
            {
                TellNumber(0, "left-half", ++told[0]);
            }

            if (frame % 3 == 1)
            {
                TellNumber(6, "right-half", ++told[1]);
            }

            _device.Frame();
            for (int half = 0; half < 2; half++)
            {
                int[] shown = [.. Enumerable.Range(half * 6, 6).Select(Number)];
                Assert.IsTrue(
                    shown.All(number => number == told[half]),
                        $"frame {frame}: {string.Join(' ', shown)} where {told[half]} was told");
            }

            seen++;
        }

        Assert.AreEqual(3600, seen);
        Assert.AreEqual(
            0, _device.Device.ChannelA.Output.Metrics.Dropped + _device.Device.ChannelB.Output.Metrics.Dropped,
                "frames left out");
    }

    private void TellNumber(int salt, string group, int number)
    {
        string bits =
            string.Concat(Enumerable.Range(0, 64).Select(bit => bit < 16 ? (number >> bit) & 1 : (bit + salt + number) % 2));
        Tell($"/api/panels/{group}", $$"""{"colours":["000000","FFFFFF"],"pixels":"{{bits}}"}""");
    }

    private int Number(int panel)
    {
        string pixels = Frame(panel);
        return Enumerable.Range(0, 16).Sum(bit => pixels.Substring(bit * 6, 6) == "FFFFFF" ? 1 << bit : 0);
    }

    private void Hang(string layout)
    {
        _device.Post(
            "/api/state",
                """{"a":{"pattern":"pulse","brightness":255,"fade":0},"b":{"pattern":"pulse","brightness":255,"fade":0}}""");
        WiredDevice.Answer answer = _device.Post("/api/channel/a/layout", layout);
        Assert.AreEqual(200, answer.Status, answer.Text);
        _device.Settle();
    }

    private void Tell(string path, string body)
    {
        WiredDevice.Answer answer = _device.Post(path, body);
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    private string Interface() => _device.Get("/api/panels").Json.GetProperty("interface").GetString()!;

    private string Frame(int panel) => _device.Get($"/api/panels/{panel}/frame").Json.GetProperty("pixels").GetString()!;

    // The same out of the whole channel's picture, which knows nothing of panels.
    private string Shown(int panel, int gap, int size)
    {
        JsonElement frame = _device.Get("/api/channel/a/frame").Json;
        string pixels = frame.GetProperty("pixels").GetString()!;
        int width = frame.GetProperty("width").GetInt32();
        int left = panel * (size + gap);
        return string.Concat(Enumerable.Range(0, size).Select(row => pixels.Substring(((row * width) + left) * 6, size * 6)));
    }

    private string Letters() => string.Concat(Enumerable.Range(0, 12).Select(panel => Frame(panel) switch
    {
        string pixels when pixels == Filled("FF0000") => 'R',
        string pixels when pixels == Filled("00FF00") => 'G',
        string pixels when pixels == Filled("0000FF") => 'B',
        string pixels when pixels == Filled("FFFF00") => 'Y',
        string pixels when pixels == Filled("000000") => '0',
        _ => '?',
    }));

    private int[] Reds(int panel, int frames) => [.. Enumerable.Range(0, frames).Select(_ =>
    {
        _device.Frame();
        return Convert.ToInt32(Frame(panel)[..2], 16);
    })];

    private int Count(int panel, string colour)
    {
        _device.Frame();
        return Pixels(Convert.FromHexString(Frame(panel))).Count(pixel => pixel == colour);
    }

    private static IEnumerable<string> Pixels(byte[] light) => light.Chunk(3).Select(Convert.ToHexString);

    private static string Filled(string colour) => string.Concat(Enumerable.Repeat(colour, 64));
}
