using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Health;
using NanoFirmware.Storage;
using File = NanoHost.IO.File;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What is kept is what was meant, survives damage, and wears the flash no more than it must.</summary>
[TestClass]
public sealed class StoredThingsTests : IDisposable
{
    private const string EmptySeven = ",null,null,null,null,null,null,null]}";

    private readonly string _storage = System.IO.Directory.CreateTempSubdirectory("nano-stored-").FullName;
    private WiredDevice _device;

    public StoredThingsTests() => _device = new WiredDevice(_storage);

    public void Dispose()
    {
        _device.Dispose();
        System.IO.Directory.Delete(_storage, recursive: true);
    }

    [TestMethod]
    public void A_backup_with_a_name_that_no_radio_takes_changes_nothing()
    {
        string name = new string('\u00e9', 4) + new string('x', 26);
        WiredDevice.Answer answer = _device.Post("/api/backup", "{\"backup\":1,\"a\":{\"brightness\":3},\"network\":{\"hotspotName\":\"" + name + "\"}}");

        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, "it has 34");
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness);
    }

    [TestMethod]
    public void A_restore_that_cannot_finish_is_tried_once_more_and_set_aside()
    {
        Plant("I:\\restore", """{"backup":1,"a":{"brightness":3},"network":{"hotspotName":""}}""");
        Restart();

        Assert.AreEqual(1, _device.Device.RestoresSetAside);
        Assert.IsFalse(SafeFile.Exists("I:\\restore"), "it does not come back");
        _device.Device.Supervisor.Look(3000);
        StringAssert.Contains(_device.Get("/api/log").Text, "could not be brought back in two tries");
        Restart();
        Assert.AreEqual(0, _device.Device.RestoresSetAside);
        _device.Post("/api/reset", """{"confirm":true}""");
        Assert.IsFalse(File.Exists("I:\\restore.1.bad"), "it may hold passwords");
    }

    [TestMethod]
    public void A_damaged_preset_counts_by_its_other_generation_and_is_reported()
    {
        _device.Post("/api/presets/3", """{"name":"party"}""");
        byte[] bytes = File.ReadAllBytes("I:\\preset3.0");
        bytes[40] ^= 1;
        File.WriteAllBytes("I:\\preset3.0", bytes);
        Restart();
        _device.Device.Supervisor.Look(3000);

        Assert.AreEqual("party", _device.Device.Presets.NameOf(3));
        StringAssert.Contains(_device.Get("/api/status").Text, "a damaged file of preset 3 was set aside");
        StringAssert.Contains(_device.Get("/api/log").Text, "damaged files of presets were set aside: 1");
    }

    [TestMethod]
    public void A_padded_backup_is_stored_compact_and_can_be_posted_back()
    {
        string preset = "{\"name\":\"p\"," + new string(' ', 1400) + "\"a\":{\"speed\":3}}";
        string body = "{\"backup\":1,\"presets\":[" + string.Join(",", Enumerable.Repeat(preset, 8)) + "]}";
        Assert.AreEqual(200, _device.Post("/api/backup", body).Status);

        string backup = _device.Get("/api/backup").Text;

        Assert.IsTrue(backup.Length < 3000, backup.Length + " bytes");
        Assert.AreEqual(200, _device.Post("/api/backup", backup).Status);
    }

    [TestMethod]
    public void A_preset_with_a_step_stores_where_it_leads()
    {
        _device.Post("/api/channel/a", """{"brightness":100}""");
        _device.Post("/api/backup", """{"backup":1,"presets":[{"name":"p","a":{"brightness":{"add":5}}}""" + EmptySeven);
        _device.Post("/api/presets/1/recall", "");
        _device.Post("/api/presets/1/recall", "");

        Assert.AreEqual(105, _device.Device.ChannelA.Controls.Brightness);
    }

    [TestMethod]
    public void A_preset_of_another_version_can_be_renamed_backed_up_and_restored()
    {
        string padded = """{"name":"x","a":{"speed":3,"glitter":{"of":[1]}},"layers":[],"later":""" + '"' + new string('y', 1900) + "\"}";
        Plant("I:\\preset1", padded);

        Assert.AreEqual(200, _device.Post("/api/presets/1/name", """{"value":"a much longer name"}""").Status);
        Assert.AreEqual(200, _device.Post("/api/backup", _device.Get("/api/backup").Text).Status);
        Assert.AreEqual(200, _device.Post("/api/backup", """{"backup":1,"presets":[{"name":"x","a":{"speed":3,"glitter":5},"layers":[]}""" + EmptySeven).Status);
        Assert.AreEqual("x", _device.Device.Presets.NameOf(1));
    }

    [TestMethod]
    [DataRow("  two words ", "two words")]
    [DataRow("\\ud83c\\udf89", "\ud83c\udf89")]
    [DataRow("\\u00a0wide\\u3000", "wide")]
    [DataRow("   ", null)]
    [DataRow("\\u2003\\u00a0", null)]
    [DataRow("a\\u0000b", null)]
    [DataRow("\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac", null, DisplayName = "33 bytes")]
    public void A_name_is_trimmed_never_empty_and_counted_in_bytes(string name, string? kept)
    {
        Assert.AreEqual(kept == null ? 400 : 200, _device.Post("/api/presets/1", "{\"name\":\"" + name + "\"}").Status);
        Assert.AreEqual(kept, _device.Device.Presets.NameOf(1));
    }

    [TestMethod]
    public void Colours_come_with_or_without_their_sign()
    {
        Assert.AreEqual(200, _device.Post("/api/channel/a/colours", """{"value":["#FF0000","00ff00"]}""").Status);
        StringAssert.Contains(_device.Get("/api/channel/a/colours").Text, "FF0000");
    }

    [TestMethod]
    public void The_same_value_again_is_no_change()
    {
        int version = _device.Device.State.Version;
        _device.Post("/api/channel/a", """{"brightness":128}""");
        _device.Post("/api/state", _device.Get("/api/backup").Text[.._device.Get("/api/backup").Text.IndexOf(",\"network", StringComparison.Ordinal)].Replace("\"backup\":1,", "", StringComparison.Ordinal) + "}");

        Assert.AreEqual(version, _device.Device.State.Version);
    }

    [TestMethod]
    public void A_flood_of_presets_is_told_to_wait()
    {
        int taken = Enumerable.Range(0, 60).Count(i => _device.Post("/api/presets/1", $$"""{"name":"n{{i}}"}""").Status == 200);

        Assert.AreEqual(20, taken);
        Assert.AreEqual(429, _device.Post("/api/network", """{"wifiName":"x"}""").Status);
        _device.Clock.Advance(60_000_000);
        Assert.AreEqual(200, _device.Post("/api/presets/1", """{"name":"later"}""").Status);
    }

    [TestMethod]
    public void A_good_hour_clears_the_restarts_when_it_is_good()
    {
        var note = new RestartNote();
        for (int i = 0; i < 3; i++)
        {
            Assert.IsTrue(note.TryStore(RestartNote.Web, 1000), "restart " + i);
            note = new RestartNote();
            note.Read();
        }

        note.ClearWhenGood(3600000);
        note = new RestartNote();
        note.Read();

        Assert.IsTrue(note.TryStore(RestartNote.Web, 1000), "a failure in the first hour, much later");
    }

    [TestMethod]
    public void A_note_of_a_version_with_more_loops_leaves_the_status_whole()
    {
        _device.Device.Supervisor.Note.Cause = 17;

        Assert.AreEqual(200, _device.Get("/api/status").Status);
    }

    [TestMethod]
    [DataRow(true)]
    [DataRow(false)]
    public void A_reset_on_a_drive_that_takes_nothing_still_opens_the_device(bool isReadOnly)
    {
        _device.Post("/api/network", """{"hotspotName":"party","hotspotPassword":"forgotten"}""");
        _device.Post("/api/security", """{"key":"1234"}""");
        _device.Flash.ReadOnly = isReadOnly;
        _device.Flash.Full = !isReadOnly;

        new FactoryReset(_device.Device).Run();

        Assert.IsFalse(_device.Device.Lock.IsSet, "the key is gone");
        Assert.AreNotEqual("party", _device.Device.Hotspot.SavedName);
    }

    [TestMethod]
    public void A_saved_password_stays_when_its_network_is_named_again()
    {
        _device.Post("/api/network", """{"wifiName":"Home","wifiPassword":"swordfish"}""");
        _device.Post("/api/network", """{"wifiName":"Home"}""");

        Assert.AreEqual("swordfish", System.Net.NetworkInformation.Wireless80211Configuration.GetAllWireless80211Configurations()[0].Password);
    }

    [TestMethod]
    public void A_rename_survives_the_backup_and_its_restore()
    {
        _device.Post("/api/network", """{"hotspotName":"renamed"}""");
        string backup = _device.Get("/api/backup").Text;
        _device.Device.Hotspot.NeedsRestart = false;

        StringAssert.Contains(_device.Post("/api/backup", backup).Text, "false");
        Assert.AreEqual("renamed", _device.Device.Hotspot.SavedName);
    }

    [TestMethod]
    public void When_no_pattern_can_be_made_nothing_of_a_change_is_stored()
    {
        _device.Device.ChannelB.Controls.PatternChosen = _ => throw new InvalidOperationException("no memory");

        Assert.ThrowsExactly<InvalidOperationException>(() => _device.Post("/api/state", """{"a":{"brightness":1},"b":{"pattern":"fire"}}"""));
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness);
    }

    [TestMethod]
    public void Steps_on_parallel_threads_all_count()
    {
        _device.Post("/api/global", """{"board-ma":400}""");
        Parallel.For(0, 2, _ =>
        {
            for (int i = 0; i < 3000; i++)
            {
                _device.Device.State.Read(Encoding.UTF8.GetBytes("""{"global":{"board-ma":{"add":1}}}"""), 0, 33);
            }
        });

        Assert.AreEqual(6400, _device.Device.Master.Values[Control.MasterControls.BoardBudgetIndex]);
    }

    [TestMethod]
    public void The_older_generation_is_deleted_first()
    {
        var file = new SafeFile("I:\\thing", 8);
        file.Save(1);
        file.Save(2);
        file.Save(3);
        _device.Flash.CutPowerAfter(1);
        Assert.Throws<Exception>(file.Delete);
        _device.Flash.RestorePower();

        Assert.AreEqual(3, new SafeFile("I:\\thing", 8).Load(), "a cut in between leaves the newer one");
    }

    [TestMethod]
    public void Versions_of_two_starts_differ()
    {
        string before = _device.Get("/api/state").Json.GetProperty("version").ToString();
        Restart();

        Assert.AreNotEqual(before, _device.Get("/api/state").Json.GetProperty("version").ToString());
    }

    private static void Plant(string name, string document)
    {
        var file = new SafeFile(name, 2048);
        Encoding.UTF8.GetBytes(document).CopyTo(file.Bytes, SafeFile.HeadBytes);
        file.Save(document.Length);
    }

    private void Restart()
    {
        _device.Dispose();
        _device = new WiredDevice(_storage);
        _device.Device.Restore();
    }
}
