using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>The flash is worn no more than it must be: what did not change is not written, and floods are told to wait.</summary>
[TestClass]
public sealed class FlashWearTests : StoredDeviceTests
{
    [TestMethod]
    public void The_same_value_again_is_no_change()
    {
        int version = Wired.Device.State.Version;
        Wired.Post("/api/channel/a", """{"brightness":128}""");
        Wired.Post(
            "/api/state",
            Wired.Get(
                "/api/backup").Text[..Wired.Get("/api/backup").Text.IndexOf(",\"network", StringComparison.Ordinal)].Replace(
                    "\"backup\":1,", "", StringComparison.Ordinal) + "}");

        Assert.AreEqual(version, Wired.Device.State.Version);
    }

    [TestMethod]
    public void A_flood_of_presets_is_told_to_wait()
    {
        int taken = Enumerable.Range(0, 60).Count(i => Wired.Post("/api/presets/1", $$"""{"name":"n{{i}}"}""").Status == 200);

        Assert.AreEqual(20, taken);
        Assert.AreEqual(429, Wired.Post("/api/network", """{"wifiName":"x"}""").Status);
        Wired.Clock.Advance(60_000_000);
        Assert.AreEqual(200, Wired.Post("/api/presets/1", """{"name":"later"}""").Status);
    }

    [TestMethod]
    public void Who_comes_again_when_a_flood_was_told_to_is_let_in()
    {
        for (int i = 0; i < 20; i++)
        {
            Wired.Post("/api/presets/1", $$"""{"name":"n{{i}}"}""");
        }

        WiredDevice.Answer refused = Wired.Post("/api/presets/1", """{"name":"late"}""");
        Assert.AreEqual(429, refused.Status);
        Assert.IsTrue(refused.RetryAfterS is > 1 and <= 60, refused.RetryAfterS + " s");
        Wired.Clock.Advance(1_000_000L * (refused.RetryAfterS - 1));
        Assert.AreEqual(429, Wired.Post("/api/presets/1", """{"name":"late"}""").Status, "a second too early");
        Wired.Clock.Advance(1_000_000);

        Assert.AreEqual(200, Wired.Post("/api/presets/1", """{"name":"late"}""").Status);
    }

    [TestMethod]
    public void Every_write_is_counted_in_the_status()
    {
        int before = Writes;
        Wired.Post("/api/presets/1", """{"name":"n"}""");
        Assert.AreEqual(before + 2, Writes, "both generations, the first time");
        Wired.Post("/api/presets/1", """{"name":"n"}""");
        Assert.AreEqual(before + 2, Writes, "nothing has changed");
        Wired.Post("/api/presets/1/name", """{"value":"m"}""");
        Assert.AreEqual(before + 3, Writes, "a new name");
        Wired.Ask("DELETE", "/api/presets/1", null);
        Assert.AreEqual(before + 5, Writes, "two files deleted");
        Wired.Post("/api/security", """{"key":"1234"}""");
        Assert.AreEqual(before + 6, Writes, "a key");
        Wired.Key = "1234";
        Wired.Post("/api/network", """{"hotspotName":"party"}""");
        Assert.AreEqual(before + 7, Writes, "the radio's configuration");
        Wired.Post("/api/channel/a", """{"brightness":3}""");
        Wired.Device.Settings.Flush();
        Assert.AreEqual(before + 8, Writes, "the settings");
    }

    [TestMethod]
    [DataRow(
        "/api/network", """{"hotspotName":"party","hotspotPassword":"let me in","wifiName":"home","wifiPassword":"swordfish"}""")]
    [DataRow("/api/security", """{"key":"1234"}""")]
    [DataRow("/api/presets/1", """{"name":"n"}""")]
    [DataRow("/api/presets/1/name", """{"value":"n"}""")]
    public void What_is_kept_already_costs_no_write_and_nothing_of_the_budget(string url, string body)
    {
        Wired.Post("/api/presets/1", """{"name":"other"}""");
        Assert.AreEqual(200, Wired.Post(url, body).Status);
        Wired.Key = "1234";
        int before = Writes;
        for (int i = 0; i < 60; i++)
        {
            Assert.AreEqual(200, Wired.Post(url, body).Status, "the same again, time " + i);
        }

        Assert.AreEqual(before, Writes);
        int taken = Enumerable.Range(0, 60).Count(i => Wired.Post("/api/presets/2", $$"""{"name":"n{{i}}"}""").Status == 200);
        Assert.AreEqual(18, taken, "twenty but for the two that wrote");
    }

    [TestMethod]
    public void A_restore_of_ones_own_unchanged_backup_writes_nothing_and_needs_no_budget()
    {
        Wired.Post("/api/network", """{"hotspotName":"party","wifiName":"home","wifiPassword":"swordfish"}""");
        Wired.Post("/api/presets/2", """{"name":"warm"}""");
        Wired.Device.Settings.Flush();
        Wired.Device.Hotspot.NeedsRestart = false;
        string backup = Wired.Get("/api/backup").Text;
        EmptyTheBudget();
        int before = Writes;
        int changes = Wired.Device.Presets.Changes;

        WiredDevice.Answer answer = Wired.Post("/api/backup", backup);

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual("""{"needsRestart":false}""", answer.Text);
        Assert.AreEqual(before, Writes, "nothing has changed");
        Assert.AreEqual(changes, Wired.Device.Presets.Changes, "nor has a preset");
        Assert.AreEqual(
            429, Wired.Post("/api/backup", backup.Replace("warm", "cold", StringComparison.Ordinal)).Status,
            "one letter is a change");
    }

    [TestMethod]
    [DataRow("""{"backup":1,"a":{"speed":9}}""", DisplayName = "a control")]
    [DataRow("""{"backup":1,"a":{"speed":{"add":1}}}""", DisplayName = "a step")]
    [DataRow("""{"backup":1,"b":{"colours":["FF0000","00FF00"]}}""", DisplayName = "colours")]
    [DataRow("""{"backup":1,"network":{"hotspotPassword":"let me in"}}""", DisplayName = "a password")]
    [DataRow("""{"backup":1,"presets":[null,null,null,null,null,null,null,null]}""", DisplayName = "a preset that goes")]
    public void A_restore_of_anything_else_does_write(string backup)
    {
        Wired.Post("/api/presets/2", """{"name":"warm"}""");
        int before = Writes;

        Assert.AreEqual(200, Wired.Post("/api/backup", backup).Status);

        Assert.AreNotEqual(before, Writes, "it was kept");
        before = Writes;
        EmptyTheBudget();
        Assert.AreEqual(
            backup.Contains("add", StringComparison.Ordinal) ? 429 : 200, Wired.Post("/api/backup", backup).Status,
            "the second time there is nothing to keep, unless it goes on");
        Assert.AreEqual(before, Writes, "nothing was written");
    }

    [TestMethod]
    public void A_preset_that_holds_just_that_is_saved_with_an_empty_budget_too()
    {
        Wired.Post("/api/presets/1", """{"name":"n"}""");
        EmptyTheBudget();
        int before = Writes;
        int changes = Wired.Device.Presets.Changes;

        Assert.AreEqual(200, Wired.Post("/api/presets/1", """{"name":"n"}""").Status, "there is nothing to write");
        Assert.AreEqual(before, Writes);
        Assert.AreEqual(changes, Wired.Device.Presets.Changes, "nobody needs to read the presets again");
        Assert.AreEqual(429, Wired.Post("/api/presets/1", """{"name":"m"}""").Status, "another name is a change");
    }

    private void EmptyTheBudget()
    {
        while (Wired.Device.Budget.TryTake(Wired.Clock.NowUs / 1000))
        {
        }
    }

    private int Writes => Wired.Get("/api/status").Json.GetProperty("storage").GetProperty("writes").GetInt32();
}
