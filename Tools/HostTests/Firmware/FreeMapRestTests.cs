using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Maps over HTTP and from the drive: taken in pieces, shown at once, kept, refused with the reason.</summary>
[TestClass]
public sealed class FreeMapRestTests
{
    private const string Url = "/api/channel/a/layout/map";

    [TestMethod]
    public void A_line_can_be_hung_in_any_order()
    {
        using var device = new WiredDevice(ledsA: 60, ledsB: 60);
        device.Post("/api/channel/a", """{"pattern":"gradient","brightness":255,"fade":0}""");
        device.Settle();
        byte[][] before = [.. device.LightA.Chunk(3)];
        int[] leds = Shuffled(60);
        WiredDevice.Answer answer = device.Put(Url, Document(leds));
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual("map 60 1", Told(answer));
        device.Settle();
        byte[][] after = [.. device.LightA.Chunk(3)];
        for (int place = 0; place < 60; place++)
        {
            CollectionAssert.AreEqual(before[place], after[leds[place]], $"place {place} is LED {leds[place]}");
        }
    }

    [TestMethod]
    public void A_map_with_rows_shows_patterns_for_grids_and_leaves_places_without_an_LED_out()
    {
        using var device = new WiredDevice(ledsA: 60, ledsB: 60);
        int[] leds = [.. Shuffled(20).SelectMany(led => new[] { led, -1 })];
        Assert.AreEqual("map 8 5", Told(device.Put(Url, Document(leds, 8, 5))));
        Assert.AreEqual(200, device.Post("/api/channel/a", """{"pattern":"plasma","brightness":255,"fade":0}""").Status);
        device.Settle();
        string pixels = device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;
        for (int place = 0; place < leds.Length; place++)
        {
            int led = leds[place] * 3;
            byte[] light = device.LightA;
            string expected = led < 0 ? "000000" : $"{light[led + 1]:X2}{light[led]:X2}{light[led + 2]:X2}";
            Assert.AreEqual(expected, pixels.Substring(place * 6, 6), $"place {place}");
        }

        Assert.IsTrue(device.LightA[60..].All(part => part == 0), "LEDs that are nowhere are dark");
        Assert.IsTrue(device.LightA[..60].Any(part => part > 100), "the others are lit");
    }

    [TestMethod]
    public void A_map_that_names_LEDs_of_the_second_strip_goes_on_over_it()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer answer = Upload(device, Document(Shuffled(600), 25, 24));
        Assert.AreEqual("map 25 24", Told(answer));
        Assert.IsTrue(answer.Json.GetProperty("span").GetBoolean(), "over both");
        Assert.AreEqual("a", device.Get("/api/channel/b").Json.GetProperty("spannedBy").GetString());
    }

    [TestMethod]
    public void A_map_of_the_first_strip_alone_gives_the_second_back_that_a_grid_had_taken()
    {
        using var device = new WiredDevice(ledsA: 60, ledsB: 60);
        device.Post("/api/channel/a/layout", """{"kind":"grid","width":12,"height":10,"span":true}""");
        Assert.AreEqual("a", device.Get("/api/channel/b").Json.GetProperty("spannedBy").GetString());
        WiredDevice.Answer answer = device.Put(Url, Document(Shuffled(60), 10, 6));
        Assert.AreEqual("map 10 6", Told(answer));
        Assert.IsFalse(answer.Json.GetProperty("span").GetBoolean(), "it names no LED of B");
        Assert.IsFalse(device.Get("/api/channel/b").Json.TryGetProperty("spannedBy", out _), "B is its own again");
    }

    [TestMethod]
    public void A_long_document_comes_in_pieces()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        int[] leds = Shuffled(600);
        string document = Document(leds, 25, 24).Replace(",", "  ,\n   ") + "\n";
        Assert.IsTrue(document.Length is > 4097 and < 16384, $"{document.Length} bytes");
        Assert.AreEqual("""{"received":4096,"whole":false}""", device.Put(Url, document[..4096]).Text);
        Assert.AreEqual("line", device.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString(),
            "half of it changes nothing");
        WiredDevice.Answer wrong = device.Put(Url + "?offset=4095", document[4095..5000]);
        Assert.AreEqual("400 offset must be 4096, where the piece before ended, or 0 to begin anew",
            $"{wrong.Status} {wrong.Error}");
        Assert.AreEqual("map 25 24", Told(Upload(device, document, 1000)), "begun anew, in other pieces");
        int[] told = [.. device.Get(Url).Json.GetProperty("map").EnumerateArray().Select(each => each.GetInt32())];
        CollectionAssert.AreEqual(leds, told);
    }

    [TestMethod]
    [DataRow("", "bad JSON at byte 0: expected a value")]
    [DataRow("[1,2]", "the body must be a JSON object")]
    [DataRow("hello", "bad JSON at byte 0: expected a value")]
    [DataRow("""{"map":[0,1,]}""", "bad JSON at byte 12: expected a value")]
    [DataRow("""{"map":[0 1]}""", "bad JSON at byte 10: expected ',' or ']'")]
    [DataRow("""{"map":[0,1]}x""", "bad JSON at byte 13: expected nothing more")]
    [DataRow("""{"n":"ring"}""", "there is no map: map must be a list of whole numbers from -1 for no LED to 767")]
    [DataRow("""{"map":[]}""", "map is empty: it names no LED")]
    [DataRow("""{"map":[-1,-1]}""", "map is empty: it names no LED")]
    [DataRow("""{"map":{"0":1}}""", "map must be a list of whole numbers from -1 for no LED to 767")]
    [DataRow("""{"map":[0,"1"]}""", "map must be a list of whole numbers from -1 for no LED to 767")]
    [DataRow("""{"map":[0,1.5]}""", "map must be a list of whole numbers from -1 for no LED to 767")]
    [DataRow("""{"map":[0,-2]}""", "map must be a list of whole numbers from -1 for no LED to 767, not -2")]
    [DataRow("""{"map":[0,768]}""", "map must be a list of whole numbers from -1 for no LED to 767, not 768")]
    [DataRow("""{"map":[0,5,5]}""", "map: LED 5 is there twice")]
    [DataRow("""{"map":[0,600]}""", "map: there is no LED 600, those of both strips are 0 to 599")]
    [DataRow("""{"width":2,"map":[0,1]}""", "width and height must be whole numbers from 1 to 768, and both or neither")]
    [DataRow("""{"width":0,"height":2,"map":[0,1]}""",
        "width and height must be whole numbers from 1 to 768, and both or neither")]
    [DataRow("""{"width":2,"height":2,"map":[0,1]}""", "map must have width times height places, 4, and has 2")]
    [DataRow("""{"width":1,"height":2,"map":[0,1,2]}""", "map must have width times height places, 2, and has 3")]
    public void What_is_wrong_is_refused_with_the_reason_and_changes_nothing(string document, string reason)
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        device.Put(Url, """{"width":2,"height":1,"map":[1,0]}""");
        string before = device.Get("/api/backup").Text;
        WiredDevice.Answer answer = device.Put(Url, document);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
        Assert.AreEqual(before, device.Get("/api/backup").Text, "nothing changed");
    }

    [TestMethod]
    public void Too_many_places_and_too_many_bytes_are_refused()
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        Assert.AreEqual("map: at most 2304 places are allowed",
            Upload(device, Document([0, .. Enumerable.Repeat(-1, 2304)], 5, 461)).Error);
        Assert.AreEqual("map: a line has at most 768 places, this one has 769",
            Upload(device, Document([0, .. Enumerable.Repeat(-1, 768)])).Error);
        Assert.AreEqual("a map has at most 16384 bytes", Upload(device, """{"map":[0""" + new string(' ', 16400) + "]}").Error);
        Assert.AreEqual(413, device.Put(Url, """{"map":[0""" + new string(' ', 4096) + "]}").Status, "a piece has at most 4 KB");
        Assert.AreEqual(400, device.Put(Url + "?offset=x", """{"map":[0]}""").Status);
        Assert.AreEqual(405, device.Ask("DELETE", Url, null).Status);
        Assert.AreEqual(
            "map: there is no LED 300, those of the strip are 0 to 299",
            device.Put("/api/channel/b/layout/map", """{"map":[300]}""").Error);
    }

    [TestMethod]
    public void A_map_stays_at_hand_while_another_layout_is_in_force()
    {
        using var device = new WiredDevice(ledsA: 60, ledsB: 60);
        Assert.AreEqual(
            "there is no map yet: PUT one to /api/channel/{a|b}/layout/map",
            device.Post("/api/channel/a/layout", """{"kind":"map"}""").Error);
        device.Put(Url, """{"width":2,"height":2,"map":[3,-1,0,1]}""");
        device.Post("/api/channel/a/layout", """{"kind":"line"}""");
        Assert.AreEqual("map 2 2", Told(device.Post("/api/channel/a/layout", """{"kind":"map"}""")));
        Assert.AreEqual("""{"runs":2,"fps":60,"width":2,"height":2,"map":[3,-1,0,1]}""", device.Get(Url).Text);
    }

    [TestMethod]
    public void Every_layout_is_told_of_as_a_map()
    {
        using var device = new WiredDevice(ledsA: 12, ledsB: 12);
        Assert.AreEqual("""{"map":[0,1,2,3,4,5,6,7,8,9,10,11]}""", device.Get(Url).Text);
        device.Post("/api/channel/a/layout", """{"kind":"grid","width":3,"height":4,"serpentine":true}""");
        Assert.AreEqual("[0,1,2,5,4,3,6,7,8,11,10,9]", device.Get(Url).Json.GetProperty("map").GetRawText());
        device.Post("/api/channel/a/layout", """{"kind":"panels","panels":2,"size":2,"gap":1,"span":true}""");
        Assert.AreEqual("[0,1,-1,4,5,3,2,-1,7,6]", device.Get(Url).Json.GetProperty("map").GetRawText());
        string told = device.Get(Url).Text;
        Assert.AreEqual("map 5 2", Told(device.Put(Url, told)), "and what is told is a map to be taken");
    }

    [TestMethod]
    public void A_map_is_there_after_a_restart_and_comes_back_with_a_backup()
    {
        using var folder = new Simulator.TemporaryFolder();
        string document = Document(Shuffled(600), 25, 24);
        string backup;
        using (var device = new WiredDevice(folder.Name, 300, 300))
        {
            Upload(device, document);
            device.Put("/api/channel/b/layout/map", """{"map":[2,1,0]}""");
            device.Device.Settings.Flush();
            backup = device.Get("/api/backup").Text;
        }

        using var again = new WiredDevice(folder.Name, 300, 300);
        again.Device.Restore();
        Assert.AreEqual(backup, again.Get("/api/backup").Text, "all as before the restart");
        Assert.AreEqual("map", again.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString());

        using var other = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer answer = other.Post("/api/backup", backup);
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(backup, other.Get("/api/backup").Text, "all of it on another device");
        int writes = Writes;
        Assert.AreEqual(200, other.Post("/api/backup", backup).Status);
        Assert.AreEqual(200, Upload(other, document).Status);
        Assert.AreEqual(writes, Writes, "the same again writes nothing");
    }

    private static int Writes => NanoFirmware.Drive.FlashWrites.Count;

    [TestMethod]
    public void The_largest_map_and_eight_presets_fit_into_a_backup()
    {
        using var device = new WiredDevice(ledsA: 384, ledsB: 384);
        int[] sparse = [.. Shuffled(768).SelectMany(led => new[] { led, -1, -1 })];
        Assert.AreEqual("map 48 48", Told(Upload(device, Document(sparse, 48, 48))));
        for (int slot = 1; slot <= 8; slot++)
        {
            device.Post($"/api/presets/{slot}", $$"""{"name":"{{new string('n', 32)}}"}""");
        }

        string backup = device.Get("/api/backup").Text;
        device.Post("/api/reset", """{"confirm":true}""");
        Assert.AreEqual(200, device.Post("/api/backup", backup).Status, $"{backup.Length} bytes");
        Assert.AreEqual(backup, device.Get("/api/backup").Text);
    }

    [TestMethod]
    [DataRow("""{"backup":1,"a":{"speed":1},"maps":{"a":{"map":[0]}}}""",
        "in maps: must be an object of maps, a and b, and come before them")]
    [DataRow("""{"backup":1,"maps":[]}""", "in maps: must be an object of maps, a and b, and come before them")]
    [DataRow("""{"backup":1,"maps":{"c":{"map":[0]}}}""", "in maps: must be an object of maps, a and b, and come before them")]
    [DataRow("""{"backup":1,"maps":{"a":{"map":[0,0]}}}""", "in maps: map: LED 0 is there twice")]
    [DataRow("""{"backup":1,"a":{"layout":{"kind":"map"}}}""", "in a: there is no map yet")]
    public void A_backup_with_a_wrong_map_is_refused(string backup, string reason)
    {
        using var device = new WiredDevice(ledsA: 300, ledsB: 300);
        WiredDevice.Answer answer = device.Post("/api/backup", backup);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
    }

    [TestMethod]
    public void A_map_that_was_deployed_as_a_file_is_taken_once()
    {
        using var folder = new Simulator.TemporaryFolder();
        string given = Path.Combine(folder.Name, "ledmap.json");
        File.WriteAllText(given, Document(Shuffled(600), 25, 24), Encoding.UTF8);
        using (var device = new WiredDevice(folder.Name, 300, 300))
        {
            device.Device.Restore();
            Assert.AreEqual("map 25 24", Told(device.Get("/api/channel/a/layout")), device.Device.Settings.LastFault
                ?? "no fault");
            Assert.IsFalse(File.Exists(given), "it is not needed any more");
        }

        using var again = new WiredDevice(folder.Name, 300, 300);
        again.Device.Restore();
        Assert.AreEqual("map 25 24", Told(again.Get("/api/channel/a/layout")), "it is kept");
    }

    [TestMethod]
    public void A_wrong_file_or_a_damaged_one_never_keeps_the_device_from_starting()
    {
        using var folder = new Simulator.TemporaryFolder();
        string given = Path.Combine(folder.Name, "ledmap.json");
        File.WriteAllText(given, """{"map":[0,0]}""");
        using (var device = new WiredDevice(folder.Name, 300, 300))
        {
            device.Device.Restore();
            Assert.AreEqual("ledmap.json was not taken: map: LED 0 is there twice", device.Device.Settings.LastFault);
            Assert.IsTrue(File.Exists(given + ".bad") && !File.Exists(given), "it is set aside");
            device.Put(Url, """{"map":[2,1,0]}""");
            device.Device.Settings.Flush();
        }

        foreach (string file in Directory.GetFiles(folder.Name, "map-0.?"))
        {
            File.WriteAllText(file, "damaged");
        }

        using var again = new WiredDevice(folder.Name, 300, 300);
        again.Device.Restore();
        Assert.AreEqual("line", again.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString());
        Assert.IsTrue(again.Device.Settings.Faults > 0, "and it says so");
    }

    [TestMethod]
    public void Shorter_strips_leave_a_map_at_hand_that_they_cannot_show()
    {
        using var folder = new Simulator.TemporaryFolder();
        using (var device = new WiredDevice(folder.Name, 300, 300))
        {
            Upload(device, Document(Shuffled(600), 25, 24));
            device.Device.Settings.Flush();
        }

        using var shorter = new WiredDevice(folder.Name, 180, 180);
        shorter.Device.Restore();
        Assert.AreEqual("line", shorter.Get("/api/channel/a/layout").Json.GetProperty("kind").GetString());
        StringAssert.StartsWith(shorter.Post("/api/channel/a/layout", """{"kind":"map","span":true}""").Error,
            "map: there is no LED 599");
    }

    [TestMethod]
    public void A_factory_reset_forgets_the_map()
    {
        using var folder = new Simulator.TemporaryFolder();
        using var device = new WiredDevice(folder.Name, 60, 60);
        device.Put(Url, """{"map":[2,1,0]}""");
        Assert.IsTrue(Directory.GetFiles(folder.Name, "map-*").Length > 0, "it is kept");
        device.Post("/api/reset", """{"confirm":true}""");
        Assert.AreEqual(0, Directory.GetFiles(folder.Name, "map-*").Length);
        Assert.AreEqual(400, device.Post("/api/channel/a/layout", """{"kind":"map"}""").Status);
    }

    private static string Told(WiredDevice.Answer answer)
    {
        JsonElement told = answer.Json;
        return answer.Status == 200
            ? $"{told.GetProperty("kind").GetString()} {told.GetProperty("width")} {told.GetProperty("height")}"
            : answer.Text;
    }

    private static WiredDevice.Answer Upload(WiredDevice device, string document, int piece = 4096)
    {
        WiredDevice.Answer answer = device.Put(Url, document[..Math.Min(piece, document.Length)]);
        for (int at = piece; at < document.Length && answer.Status == 200; at += piece)
        {
            answer = device.Put($"{Url}?offset={at}", document[at..Math.Min(at + piece, document.Length)]);
        }

        return answer;
    }

    private static int[] Shuffled(int count)
    {
        var random = new Random(count);
        return [.. Enumerable.Range(0, count).OrderBy(_ => random.Next())];
    }

    private static string Document(int[] leds) => JsonSerializer.Serialize(new { map = leds, n = "shelf" });

    private static string Document(int[] leds, int width, int height) =>
        JsonSerializer.Serialize(new { width, height, map = leds });
}
