using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Layouts over HTTP: set, shown at once, kept, refused with the reason.</summary>
[TestClass]
public sealed partial class LayoutTests
{
    private const string Grid = """{"kind":"grid","width":25,"height":24,"serpentine":true,"span":true}""";

    [TestMethod]
    public void A_channel_is_a_line_until_it_is_told_otherwise()
    {
        using var device = new WiredDevice();
        Assert.AreEqual("""{"kind":"line"}""", device.Get("/api/channel/a/layout").Json.GetRawText());
        Assert.AreEqual("""{"kind":"line"}""", device.Get("/api/state").Json.GetProperty("b").GetProperty("layout").GetRawText());
    }

    [TestMethod]
    public void A_grid_is_told_of_as_it_was_set()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        const string All = """{"kind":"grid","width":12,"height":25,"start":"bottom-right","by":"columns","serpentine":true,"span":false,"expand":"rings","panels":1,"size":8,"gap":0,"order":"from-left","rotation":"0"}""";
        Assert.AreEqual(All, device.Post("/api/channel/b/layout", All).Json.GetRawText());
        Assert.AreEqual(All, device.Get("/api/channel/b/layout").Json.GetRawText());
        device.Post("/api/channel/b/layout", """{"start":"top-left"}""");
        Assert.AreEqual(
            All.Replace("bottom-right", "top-left"), device.Get("/api/channel/b/layout").Json.GetRawText(), "the rest stays");
        Assert.AreEqual("line", device.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString(), "A is not B");
    }

    [TestMethod]
    [DataRow("a", """{"kind":"grid","width":25,"height":24}""", "width times height must be at most 300, the LEDs of the strip")]
    [DataRow(
        "a", """{"kind":"grid","width":26,"height":24,"span":true}""",
        "width times height must be at most 600, the LEDs of both strips")]
    [DataRow("b", """{"kind":"grid","width":5,"height":5,"span":true}""", "span belongs to the layout of channel a")]
    [DataRow("a", """{"kind":"square"}""", "kind must be line, grid, panels or map")]
    [DataRow("a", """{"width":0}""", "width must be a whole number from 1 to 768")]
    [DataRow("a", """{"kind":"grid","width":769,"height":1}""", "width must be a whole number from 1 to 768")]
    [DataRow("a", """{"start":"middle"}""", "start must be top-left, top-right, bottom-left or bottom-right")]
    [DataRow("a", """{"by":"diagonals"}""", "by must be rows or columns")]
    [DataRow("a", """{"serpentine":"yes"}""", "serpentine must be true or false")]
    [DataRow("a", """{"expand":"spirals"}""", "expand must be columns, rows, rings or path")]
    [DataRow(
        "a", """{"kind":"panels","panels":5,"size":8}""",
        "panels times size times size must be at most 300, the LEDs of the strip")]
    [DataRow(
        "a", """{"kind":"panels","panels":24,"size":5,"gap":30,"span":true}""",
        "panels and gaps must be at most 768 columns, and 2304 pixels in all")]
    [DataRow("a", """{"rotation":"45"}""", "rotation must be 0, 90, 180 or 270")]
    [DataRow("a", """{"rotation":45}""", "rotation must be 0, 90, 180 or 270")]
    [DataRow("a", """{"rotation":-90}""", "rotation must be 0, 90, 180 or 270")]
    [DataRow(
        "a", """{"depth":3}""",
        "unknown control: use kind, width, height, start, by, serpentine, span, expand, panels, size, gap, order, rotation")]
    [DataRow(
        "a", "{}",
        "no field given: use kind, width, height, start, by, serpentine, span, expand, panels, size, gap, order, rotation")]
    [DataRow("a", "[]", "the body must be a JSON object")]
    public void What_cannot_be_is_refused_with_the_reason_and_changes_nothing(string channel, string body, string reason)
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", """{"kind":"grid","width":25,"height":12}""");
        string before = device.Get("/api/state").Json.GetRawText();
        WiredDevice.Answer answer = device.Post($"/api/channel/{channel}/layout", body);
        Assert.AreEqual(400, answer.Status, answer.Text);
        Assert.AreEqual(reason, answer.Json.GetProperty("error").GetString());
        Assert.AreEqual(before, device.Get("/api/state").Json.GetRawText(), "nothing changed");
    }

    [TestMethod]
    [DataRow("""{"kind":"grid"}""", "13 13")]
    [DataRow("""{"kind":"grid","span":true}""", "20 18")]
    [DataRow("""{"kind":"grid","width":15}""", "15 12")]
    [DataRow("""{"kind":"grid","height":7}""", "25 7")]
    [DataRow("""{"kind":"grid","width":1}""", "1 180")]
    [DataRow("""{"kind":"grid","width":1,"height":1}""", "1 1")]
    public void A_grid_has_what_fits_of_the_sides_that_it_was_never_told(string body, string sides)
    {
        using var device = new WiredDevice();
        JsonElement told = device.Post("/api/channel/a/layout", body).Json;
        Assert.AreEqual(sides, $"{told.GetProperty("width")} {told.GetProperty("height")}");
    }

    [TestMethod]
    public void A_grid_that_knows_its_sides_keeps_the_one_that_is_not_told()
    {
        using var device = new WiredDevice();
        device.Post("/api/channel/a/layout", """{"kind":"grid","width":15,"height":4}""");
        JsonElement told = device.Post("/api/channel/a/layout", """{"width":20}""").Json;
        Assert.AreEqual("20 4", $"{told.GetProperty("width")} {told.GetProperty("height")}");
        Assert.AreEqual(
            "width times height must be at most 180, the LEDs of the strip",
            device.Post("/api/channel/a/layout", """{"kind":"grid","width":60}""").Error);
    }

    [TestMethod]
    public void A_grid_cannot_span_a_strip_that_is_not_there()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 0);
        WiredDevice.Answer answer = device.Post("/api/channel/a/layout", """{"kind":"grid","width":5,"height":5,"span":true}""");
        Assert.AreEqual("span needs a second strip", answer.Json.GetProperty("error").GetString());
    }

    [TestMethod]
    public void A_grid_shows_the_pattern_as_columns_at_once()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a", """{"pattern":"gradient","brightness":255,"fade":0}""");
        device.Settle();
        device.Post(
            "/api/channel/a/layout", """{"kind":"grid","width":25,"height":12,"serpentine":true,"start":"bottom-left"}""");
        device.Frame();
        byte[][] rows = [.. device.LightA.Chunk(75)];
        byte[] turned = [.. rows[0].Chunk(3).Reverse().SelectMany(pixel => pixel)];
        CollectionAssert.AreEqual(turned, rows[1], "the second row runs back");
        CollectionAssert.AreEqual(rows[0], rows[2], "each row shows the same");
        Assert.IsTrue(rows[0].Chunk(3).Distinct(new Same()).Count() > 10, "along a row the colours change");
    }

    [TestMethod]
    public void A_grid_over_both_strips_is_one_picture_of_As_and_B_keeps_its_controls()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a", """{"pattern":"gradient","brightness":255,"fade":0}""");
        device.Post("/api/channel/b", """{"pattern":"solid","brightness":3,"enabled":false}""");
        string before = device.Get("/api/channel/b").Json.GetRawText();
        Assert.AreEqual(200, device.Post("/api/channel/a/layout", Grid).Status);
        device.Settle();
        CollectionAssert.AreEqual(
            device.LightA, device.LightB, "12 + 12 rows, all alike as columns, each strip beginning on the left");
        Assert.IsTrue(device.LightB.Any(part => part > 100), "as bright as A, though B is off and dim");
        JsonElement b = device.Get("/api/channel/b").Json;
        Assert.AreEqual("a", b.GetProperty("spannedBy").GetString());
        Assert.AreEqual(before, b.GetRawText().Replace(",\"spannedBy\":\"a\"", string.Empty), "B's controls are as they were");
        Assert.AreEqual("""{"kind":"line","spannedBy":"a"}""", device.Get("/api/channel/b/layout").Json.GetRawText());
        device.Post("/api/channel/a", """{"enabled":false}""");
        device.Settle();
        Assert.IsTrue(device.LightB.All(part => part == 0), "A's switch is the grid's");
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        device.Post("/api/channel/b", """{"enabled":true,"brightness":255}""");
        device.Settle();
        Assert.AreEqual(1, device.LightB.Chunk(3).Distinct(new Same()).Count(), "B is itself again: one colour");
        Assert.IsFalse(device.Get("/api/channel/b").Json.TryGetProperty("spannedBy", out _), "and nobody's");
    }

    [TestMethod]
    public void The_frame_of_a_grid_is_the_whole_canvas_row_by_row()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a", """{"pattern":"gradient","brightness":255,"fade":0}""");
        foreach (string path in new[] { "\"by\":\"rows\"", "\"by\":\"columns\"", "\"start\":\"bottom-right\"" })
        {
            device.Post("/api/channel/a/layout", Grid.Replace("}", "," + path + "}"));
            device.Settle();
            JsonElement frame = device.Get("/api/channel/a/frame").Json;
            Assert.AreEqual(
                "25 24 600", $"{frame.GetProperty("width")} {frame.GetProperty("height")} {frame.GetProperty("leds")}");
            string pixels = frame.GetProperty("pixels").GetString()!;
            Assert.AreEqual(600 * 6, pixels.Length);
            string first = pixels[..150];
            Assert.IsTrue(
                Enumerable.Range(0, 24).All(row => pixels.Substring(row * 150, 150) == first), $"{path}: columns are columns");
            Assert.AreEqual(
                $"{device.LightA[1]:X2}{device.LightA[0]:X2}{device.LightA[2]:X2}",
                path.Contains("bottom-right") ? first[^6..] : first[..6]);
        }
    }

    [TestMethod]
    public void WLEDs_clients_are_told_of_the_matrix()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        Assert.IsFalse(device.Get("/json/info").Json.GetProperty("leds").TryGetProperty("matrix", out _), "a line is none");
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual(
            """{"w":25,"h":24}""", device.Get("/json/info").Json.GetProperty("leds").GetProperty("matrix").GetRawText());
    }

    [TestMethod]
    public void A_layout_comes_back_with_a_backup()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", Grid);
        string backup = device.Get("/api/backup").Text;
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        WiredDevice.Answer answer = device.Post("/api/backup", backup);
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(25, device.Get("/api/channel/a/layout").Json.GetProperty("width").GetInt32());
        Assert.AreEqual(backup, device.Get("/api/backup").Text);
    }

    [TestMethod]
    public void A_layout_is_there_after_a_restart()
    {
        using var folder = new Simulator.TemporaryFolder();
        using (var device = new WiredDevice(folder.Name, 300, 300))
        {
            device.Post("/api/channel/a/layout", Grid);
            device.Device.Settings.Flush();
        }

        using var again = new WiredDevice(folder.Name, 300, 300);
        again.Device.Restore();
        Assert.AreEqual(24, again.Get("/api/channel/a/layout").Json.GetProperty("height").GetInt32());

        using var shorter = new WiredDevice(folder.Name, 180, 180);
        shorter.Device.Restore();
        Assert.AreEqual(
            "line", shorter.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString(),
            "what does not fit shorter strips stays away");
    }

    [TestMethod]
    public void A_preset_is_a_look_and_leaves_the_layout_as_it_is()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/presets/1", """{"name":"line"}""");
        device.Post("/api/channel/a/layout", Grid);
        device.Post("/api/presets/1/recall", string.Empty);
        Assert.AreEqual("grid", device.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString());
    }

    [TestMethod]
    public void A_factory_reset_makes_a_line_again()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", Grid);
        device.Device.State.Reset();
        Assert.AreEqual("line", device.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString());
    }

    [TestMethod]
    public void A_line_after_a_grid_shows_what_it_showed_before()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        using var plain = new WiredDevice(ledsA: 300, ledsB: 300);
        foreach (WiredDevice each in new[] { device, plain })
        {
            each.Post("/api/channel/a", """{"pattern":"gradient","fade":0}""");
            each.Post("/api/channel/b", """{"pattern":"gradient","fade":0}""");
        }

        device.Post("/api/channel/a/layout", Grid);
        device.Settle();
        plain.Settle();
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        foreach (WiredDevice each in new[] { device, plain })
        {
            each.Post("/api/state", """{"a":{"pattern":"solid"},"b":{"pattern":"solid"}}""");
            each.Frame();
            each.Post("/api/state", """{"a":{"pattern":"gradient"},"b":{"pattern":"gradient"}}""");
            each.Settle();
        }

        CollectionAssert.AreEqual(plain.LightA, device.LightA);
        CollectionAssert.AreEqual(plain.LightB, device.LightB);
    }

    [TestMethod]
    public void Degrees_are_taken_as_a_number_too()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer answer = device.Post(
            "/api/channel/a/layout", """{"kind":"panels","panels":4,"size":8,"rotation":270}""");
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual("270", answer.Json.GetProperty("rotation").GetString());
    }

    [TestMethod]
    public void Panels_are_windows_of_one_wide_grid()
    {
        using var device = new WiredDevice(ledsA: 384, ledsB: 384);
        const string Panels = """{"kind":"panels","panels":12,"size":8,"gap":16,"serpentine":true,"span":true}""";
        JsonElement layout = device.Post("/api/channel/a/layout", Panels).Json;
        Assert.AreEqual("272 8", $"{layout.GetProperty("width")} {layout.GetProperty("height")}");
        device.Post("/api/channel/a", """{"pattern":"gradient","brightness":255,"fade":0}""");
        device.Settle();
        byte[] leds = [.. device.LightA, .. device.LightB];
        string pixels = device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;
        for (int led = 0; led < 768; led++)
        {
            int panel = led / 64;
            int row = led % 64 / 8;
            int along = led % 8;
            int column = (panel * 24) + (row % 2 == 0 ? along : 7 - along);
            string expected = $"{leds[(led * 3) + 1]:X2}{leds[led * 3]:X2}{leds[(led * 3) + 2]:X2}";
            Assert.AreEqual(expected, pixels.Substring(((row * 272) + column) * 6, 6), $"LED {led}");
        }

        Assert.AreEqual(new string('0', 16 * 6), pixels.Substring(8 * 6, 16 * 6), "what lies in a gap is seen nowhere");
        device.Post("/api/channel/a", """{"pattern":"rose"}""");
        device.Settle();
        Assert.IsTrue(device.LightB.Any(part => part > 20), "patterns for grids are drawn on it");
    }

    [TestMethod]
    public void A_test_shows_the_corners_and_then_row_by_row_and_column_by_column()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Post("/api/channel/a/layout", Grid);
        Assert.AreEqual(200, device.Post("/api/channel/a/layout/test", string.Empty).Status);
        Assert.AreEqual(405, device.Get("/api/channel/a/layout/test").Status);
        device.Frame();
        CollectionAssert.AreEqual(new byte[] { 0, 96, 0 }, device.LightA[..3], "red at the top left");
        CollectionAssert.AreEqual(new byte[] { 96, 0, 0 }, device.LightA[72..75], "green at the top right");
        CollectionAssert.AreEqual(
            new byte[] { 0, 0, 96 }, device.LightB[^3..], "blue at the bottom left: the last row runs back");
        CollectionAssert.AreEqual(new byte[] { 96, 96, 96 }, device.LightB[^75..^72], "white at the bottom right");
        device.Clock.Advance(3_000_000 + 120_000);
        device.Frame();
        Assert.IsTrue(
            device.LightA[75..150].All(part => part == 96) && device.LightA[..75].All(part => part == 0),
            "the second row, and no other");
        device.Clock.Advance(24 * 120_000);
        device.Frame();
        Assert.AreEqual(
            "1 48", string.Join(' ', Lit(device.LightA).Take(2)),
            "the second column: the second of the first row, and of the next that runs back");
        device.Clock.Advance(25 * 120_000);
        device.Frame();
        device.Settle();
        Assert.AreEqual(
            0,
            Lit(device.LightA).Count(at => device.LightA.Skip(at * 3).Take(3).All(part => part == 96)),
            "then it is over");
    }

    private static int[] Lit(byte[] light) =>
        [.. Enumerable.Range(0, light.Length / 3).Where(at => light[at * 3] + light[(at * 3) + 1] + light[(at * 3) + 2] > 0)];

    private sealed class Same : IEqualityComparer<byte[]>
    {
        public bool Equals(byte[]? one, byte[]? other) => one!.SequenceEqual(other!);

        public int GetHashCode(byte[] pixel) => (pixel[0] << 16) + (pixel[1] << 8) + pixel[2];
    }
}
