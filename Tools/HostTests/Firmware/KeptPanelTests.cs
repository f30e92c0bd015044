using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>
/// What panels show survives a restart, a preset and a backup; what an app shows frame by frame wears no flash.
/// </summary>
[TestClass]
public sealed class KeptPanelTests : PanelWall
{
    private static readonly string Many =
        string.Concat(Enumerable.Range(0, 64).Select(i => $"{i * 4:X2}{255 - (i * 3):X2}{i:X2}"));

    private long _nowMs;

    [TestMethod]
    public void Panels_groups_sprites_and_interface_are_there_after_a_restart()
    {
        TellEverything();
        string before = Told();
        string[] frames = Frames();
        Pass(seconds: 7);
        Restart();

        Assert.AreEqual(Arrived(before), Told());
        Assert.AreEqual(SpriteText("mole"), Device.Get("/api/sprites/mole").Text);
        CollectionAssert.AreEqual(frames, Frames());
        Assert.AreEqual(200, Device.Post("/api/panels/corners", """{"colour":"000000"}""").Status, "the group is there");
    }

    [TestMethod]
    public void A_preset_brings_back_what_panels_showed_and_what_they_did_not()
    {
        Hang(Twelve);
        Device.Post("/api/presets/2", """{"name":"no panels"}""");
        TellEverything();
        string before = Told();
        string[] frames = Frames();
        Assert.AreEqual(200, Device.Post("/api/presets/1", """{"name":"wall"}""").Status);
        Tell("/api/panels/all", """{"colour":"0000FF"}""");
        Tell("/api/panels", """{"interface":"per-panel"}""");
        Device.Post("/api/presets/1/recall", "");
        Device.Settle();
        Assert.AreEqual(Arrived(before), Told());
        CollectionAssert.AreEqual(frames, Frames());
        Device.Post("/api/presets/2/recall", "");
        Device.Settle();
        Assert.AreEqual("gapped", Interface(), "nothing was shown of single panels");
        Pass(seconds: 7);
        Restart();
        Device.Post("/api/presets/1/name", """{"value":"renamed"}""");
        Device.Post("/api/presets/1/recall", "");
        Device.Settle();
        CollectionAssert.AreEqual(frames, Frames(), "after a restart and under another name");
    }

    [TestMethod]
    public void A_backup_holds_panels_sprites_and_presets_with_them()
    {
        TellEverything();
        Device.Post("/api/presets/1", """{"name":"wall"}""");
        Device.Settle();
        string[] frames = Frames();
        string before = Told();
        string backup = Device.Get("/api/backup").Text;

        using var other = new OtherWall();
        WiredDevice.Answer answer = other.Restore(backup);
        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(backup, other.Backup);
        Assert.AreEqual(Arrived(before), other.ToldNow);
        CollectionAssert.AreEqual(frames, other.FramesNow);
        Assert.AreEqual(200, other.Restore(backup).Status, "once more");
    }

    [TestMethod]
    public void Eight_presets_of_twelve_pictures_each_come_back_out_of_a_backup_and_after_a_restart()
    {
        Hang(Twelve);
        var frames = new List<string[]>();
        for (int slot = 1; slot <= 8; slot++)
        {
            var random = new Random(slot);
            byte[] light = new byte[12 * 64 * 3];
            random.NextBytes(light);
            IEnumerable<string> updates = Enumerable.Range(0, 12).Select(
                panel => $$"""{"panels":[{{panel}}],"pixels":"{{Convert.ToHexString(light, panel * 192, 192)}}"}""");
            Tell("/api/panels", $$"""{"updates":[{{string.Join(',', updates)}}]}""");
            WiredDevice.Answer stored = Device.Post($"/api/presets/{slot}", $$"""{"name":"wall {{slot}}"}""");
            Assert.AreEqual(200, stored.Status, stored.Text);
            Device.Settle();
            frames.Add(Frames());
        }

        string backup = Device.Get("/api/backup").Text;
        Assert.IsTrue(backup.Length is > 36_000 and < 65_536, $"{backup.Length} bytes");
        Pass(seconds: 7);
        Restart();
        Device.Post("/api/presets/3/recall", string.Empty);
        Device.Settle();
        CollectionAssert.AreEqual(frames[2], Frames(), "after a restart");

        using var other = new OtherWall();
        WiredDevice.Answer answer = other.Restore(backup);
        Assert.AreEqual(200, answer.Status, answer.Text + other.Fault);
        for (int slot = 1; slot <= 8; slot++)
        {
            CollectionAssert.AreEqual(frames[slot - 1], other.Recalled(slot), $"preset {slot} out of the backup");
        }
    }

    [TestMethod]
    [DataRow("""{"backup":1,"panels":3}""", "in panels: must be an object")]
    [DataRow("""{"backup":1,"sprites":{}}""", "in sprites: must be a list of sprites")]
    [DataRow(
        """{"backup":1,"sprites":[{"name":"a","width":1,"height":1,"pixels":"12"}]}""",
            "in sprites: a sprite needs width and height")]
    public void A_backup_with_wrong_panels_is_refused(string backup, string reason)
    {
        WiredDevice.Answer answer = Device.Post("/api/backup", backup);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
    }

    [TestMethod]
    public void What_is_shown_frame_by_frame_is_kept_once_it_rests()
    {
        Hang(Twelve);
        Pass(seconds: 10);
        int writes = NanoFirmware.Drive.FlashWrites.Count;
        for (int i = 0; i < 600; i++)
        {
            Tell("/api/panels/3", $$"""{"colour":"{{i:X6}}"}""");
            Pass(seconds: 0.5);
        }

        Assert.AreEqual(writes, NanoFirmware.Drive.FlashWrites.Count, "five minutes of a game");
        Pass(seconds: 6);
        Assert.AreNotEqual(writes, NanoFirmware.Drive.FlashWrites.Count, "then it is kept");
        writes = NanoFirmware.Drive.FlashWrites.Count;
        Tell("/api/panels/3", """{"colour":"000001"}""");
        Tell("/api/panels/3", """{"colour":"000257"}""");
        Pass(seconds: 6);
        Assert.AreEqual(writes, NanoFirmware.Drive.FlashWrites.Count, "what was changed back is not written");
    }

    [TestMethod]
    public void A_factory_reset_forgets_panels_and_sprites()
    {
        TellEverything();
        Pass(seconds: 7);
        Assert.AreEqual(200, Device.Post("/api/reset", """{"confirm":true}""").Status);
        Restart();
        Assert.AreEqual("""{"count":0}""", Device.Get("/api/panels").Text);
        Assert.AreEqual("""{"most":16,"sprites":[]}""", Device.Get("/api/sprites").Text);
        Hang(Twelve);
        Assert.IsFalse(Told().Contains("corners", StringComparison.Ordinal), "the group is gone");
    }

    [TestMethod]
    public void A_sprite_across_all_panels_can_be_read_back()
    {
        string pixels = string.Concat(Enumerable.Range(0, 768).Select(i => $"{i % 256:X2}{i / 3:X2}07"));
        string body = $$"""{"width":96,"height":8,"pixels":"{{pixels}}"}""";
        Assert.AreEqual(200, Device.Put("/api/sprites/wide", body).Status);
        Assert.AreEqual(pixels, Device.Get("/api/sprites/wide").Json.GetProperty("pixels").GetString());
    }

    [TestMethod]
    public void Groups_alone_change_nothing_that_is_shown()
    {
        Hang(Twelve);
        Tell("/api/panels", """{"groups":{"corners":[0,11]}}""");
        Assert.AreEqual("gapped", Interface());
        Assert.AreEqual(16, Device.Get("/api/panels").Json.GetProperty("gap").GetInt32());
    }

    [TestMethod]
    public void Groups_that_are_too_many_change_none()
    {
        Hang(Twelve);
        for (int i = 0; i < 7; i++)
        {
            Tell("/api/panels", $$$"""{"groups":{"g{{{i}}}":[{{{i}}}]}}""");
        }

        string before = Told();
        Assert.AreEqual(400, Device.Post("/api/panels", """{"groups":{"one":[1],"two":[2]}}""").Status);
        Assert.AreEqual(before, Told());
    }

    private void Pass(double seconds)
    {
        for (double passed = 0; passed < seconds; passed += 0.5)
        {
            _nowMs += 500;
            Device.Frame();
            Device.Device.Settings.Step(_nowMs);
        }
    }

    private void TellEverything()
    {
        Hang(Twelve);
        string indices = string.Concat(Enumerable.Repeat("0112", 16));
        Assert.AreEqual(
            200, Device.Put(
                "/api/sprites/mole",
                    $$"""{"width":8,"height":8,"colours":["000000","804000","FF0000"],"pixels":"{{indices}}"}""").Status);
        Tell("/api/panels", """{"groups":{"corners":[0,11],"middle":[5,6]}}""");
        Tell("/api/panels",
            $$"""{"updates":[{"panels":[0,3],"colour":"FF0000"},{"panels":[1],"pixels":"{{Many}}","brightness":200},{"panels":[2,9],"sprite":"mole"},{"panels":[4],"colours":["00FF00","0000FF"],"pixels":"{{string.Concat(Enumerable.Repeat("01", 32))}}"},{"panels":[5],"pattern":"solid","palette":"ocean","speed":7},{"panels":[7],"colour":"FFFFFF","effect":"fade-out"}]}""");
        Tell("/api/panels", """{"interface":"mixed"}""");
        Device.Settle();
    }

    // A fade is over once it was kept.
    private static string Arrived(string told) =>
        told.Replace("\"transitionMs\":300", "\"transitionMs\":0", StringComparison.Ordinal);

    private static string SpriteText(string name) =>
        $$"""{"name":"{{name}}","width":8,"height":8,"pixels":"{{string.Concat(Enumerable.Repeat("000000804000804000FF0000", 16))}}"}""";

    private sealed class OtherWall : PanelWall
    {
        public string Backup => Device.Get("/api/backup").Text;

        public string Fault => Device.Device.Settings.LastFault;

        public string ToldNow => Told();

        public string[] Recalled(int slot)
        {
            Assert.AreEqual(200, Device.Post($"/api/presets/{slot}/recall", string.Empty).Status);
            Device.Settle();
            return Frames();
        }

        public string[] FramesNow
        {
            get
            {
                Device.Settle();
                return Frames();
            }
        }

        public WiredDevice.Answer Restore(string backup) =>
            Device.Ask("POST", "/api/backup", Encoding.UTF8.GetBytes(backup));
    }
}
