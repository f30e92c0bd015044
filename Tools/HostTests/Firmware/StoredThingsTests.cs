using System.Text;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Health;
using NanoFirmware.Storage;
using NanoFirmware.Web;
using NanoHost;
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
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
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
    public void A_drive_that_fills_during_a_restore_is_asked_again_at_the_next_start()
    {
        FillDuringRestore();
        Restart();

        Assert.AreEqual(3, _device.Device.ChannelA.Controls.Brightness());
        Assert.AreEqual("party", _device.Device.Presets.NameOf(1));
        Assert.AreEqual(0, _device.Device.RestoresSetAside, "it ended well");
        Assert.IsFalse(SafeFile.Exists("I:\\restore"), "nothing is left to do");
    }

    [TestMethod]
    public void A_drive_that_stays_full_is_asked_once_more_and_never_again()
    {
        FillDuringRestore();
        Restart(isFull: true);
        _device.Device.Supervisor.Look(3000);

        Assert.AreEqual(1, _device.Device.RestoresSetAside);
        StringAssert.Contains(_device.Get("/api/log").Text, "could not be brought back in two tries");
        for (int start = 1; start <= 3; start++)
        {
            Restart(isFull: true);
            Assert.AreEqual(0, _device.Device.RestoresSetAside, "start " + start);
            Assert.AreEqual(0, _device.Device.Settings.Faults, _device.Device.Settings.LastFault);
        }

        Assert.IsTrue(IsRestoreSetAside, "it is kept until somebody resets the device");
        Assert.AreEqual(200, _device.Post("/api/reset", """{"confirm":true}""").Status);
        Assert.IsFalse(IsRestoreSetAside, "it holds passwords");
    }

    [TestMethod]
    public void Damage_at_any_byte_of_a_preset_is_reported_and_the_other_generation_counts()
    {
        byte[][] whole = TwoGenerations();
        for (int generation = 0; generation < 2; generation++)
        {
            for (int place = 0; place < whole[generation].Length; place++)
            {
                Write(whole);
                Flip(whole, generation, place);
                PresetStore presets = LoadedPresets();

                string where = $"byte {place} of generation {generation}";
                Assert.AreEqual(generation == 0 ? "newer" : "older", presets.NameOf(3), where);
                Assert.AreEqual(1, presets.SetAside, where);
                Assert.AreEqual("a damaged file of preset 3 was set aside as .bad: its other generation counts", presets.LastFault, where);
            }
        }
    }

    [TestMethod]
    public void A_preset_cut_off_at_any_byte_is_reported_and_the_other_generation_counts()
    {
        byte[][] whole = TwoGenerations();
        for (int length = 0; length < whole[1].Length; length++)
        {
            Write(whole);
            File.WriteAllBytes("I:\\preset3.1", whole[1][..length]);
            PresetStore presets = LoadedPresets();

            Assert.AreEqual("older", presets.NameOf(3), "cut to " + length);
            Assert.AreEqual(1, presets.SetAside, "cut to " + length);
        }
    }

    [TestMethod]
    public void A_preset_with_damage_in_both_generations_is_reported_as_lost()
    {
        byte[][] whole = TwoGenerations();
        for (int place = 0; place < Math.Min(whole[0].Length, whole[1].Length); place++)
        {
            Write(whole);
            Flip(whole, 0, place);
            Flip(whole, 1, place);
            PresetStore presets = LoadedPresets();

            Assert.IsNull(presets.NameOf(3), "byte " + place);
            Assert.AreEqual(2, presets.SetAside, "byte " + place);
            Assert.AreEqual("preset 3 is lost: its damaged file was set aside as .bad", presets.LastFault);
        }
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
    public void A_save_that_a_full_drive_refused_does_not_look_like_damage_at_the_next_start()
    {
        _device.Post("/api/presets/1", """{"name":"kept"}""");
        _device.Flash.Full = true;
        Assert.Throws<Exception>(() => _device.Post("/api/presets/1/name", """{"value":"refused"}"""));
        Restart();

        Assert.AreEqual("kept", _device.Device.Presets.NameOf(1));
        Assert.AreEqual(0, _device.Device.Presets.SetAside, _device.Device.Presets.LastFault);
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

        Assert.AreEqual(105, _device.Device.ChannelA.Controls.Brightness());
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
    [DataRow("a\\u0007b", null)]
    [DataRow("a\\nb", null)]
    [DataRow("a\\u007fb", null)]
    [DataRow("a\\u009fb", null)]
    [DataRow("\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac\\u20ac", null, DisplayName = "33 bytes")]
    public void A_name_is_trimmed_never_empty_and_counted_in_bytes(string name, string? kept)
    {
        Assert.AreEqual(kept == null ? 400 : 200, _device.Post("/api/presets/1", "{\"name\":\"" + name + "\"}").Status);
        Assert.AreEqual(kept, _device.Device.Presets.NameOf(1));
    }

    [TestMethod]
    public void A_name_with_control_characters_is_refused_in_words()
    {
        StringAssert.Contains(_device.Post("/api/presets/1", """{"name":"a\tb"}""").Error, "without control characters");
        _device.Post("/api/presets/1", """{"name":"ab"}""");
        StringAssert.Contains(_device.Post("/api/presets/1/name", """{"value":"a\tb"}""").Error, "without control characters");
        StringAssert.Contains(_device.Post("/api/backup", """{"backup":1,"presets":[{"name":"a\tb","a":{"speed":3}}""" + EmptySeven).Error, "without control characters");
    }

    [TestMethod]
    public void Control_characters_in_a_stored_name_are_left_out()
    {
        Plant("I:\\preset1", """{"name":"a\tb\u0007","a":{"speed":3}}""");
        Restart();

        Assert.AreEqual("ab", _device.Device.Presets.NameOf(1));
        Assert.AreEqual(200, _device.Post("/api/backup", _device.Get("/api/backup").Text).Status, "what a backup says can be posted back");
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
    public void Who_comes_again_when_a_flood_was_told_to_is_let_in()
    {
        for (int i = 0; i < 20; i++)
        {
            _device.Post("/api/presets/1", $$"""{"name":"n{{i}}"}""");
        }

        WiredDevice.Answer refused = _device.Post("/api/presets/1", """{"name":"late"}""");
        Assert.AreEqual(429, refused.Status);
        Assert.IsTrue(refused.RetryAfterS is > 1 and <= 60, refused.RetryAfterS + " s");
        _device.Clock.Advance(1_000_000L * (refused.RetryAfterS - 1));
        Assert.AreEqual(429, _device.Post("/api/presets/1", """{"name":"late"}""").Status, "a second too early");
        _device.Clock.Advance(1_000_000);

        Assert.AreEqual(200, _device.Post("/api/presets/1", """{"name":"late"}""").Status);
    }

    [TestMethod]
    public void Every_write_is_counted_in_the_status()
    {
        int before = Writes;
        _device.Post("/api/presets/1", """{"name":"n"}""");
        Assert.AreEqual(before + 2, Writes, "both generations, the first time");
        _device.Post("/api/presets/1", """{"name":"n"}""");
        Assert.AreEqual(before + 2, Writes, "nothing has changed");
        _device.Post("/api/presets/1/name", """{"value":"m"}""");
        Assert.AreEqual(before + 3, Writes, "a new name");
        _device.Ask("DELETE", "/api/presets/1", null);
        Assert.AreEqual(before + 5, Writes, "two files deleted");
        _device.Post("/api/security", """{"key":"1234"}""");
        Assert.AreEqual(before + 6, Writes, "a key");
        _device.Key = "1234";
        _device.Post("/api/network", """{"hotspotName":"party"}""");
        Assert.AreEqual(before + 7, Writes, "the radio's configuration");
        _device.Post("/api/channel/a", """{"brightness":3}""");
        _device.Device.Settings.Flush();
        Assert.AreEqual(before + 8, Writes, "the settings");
    }

    [TestMethod]
    [DataRow("/api/network", """{"hotspotName":"party","hotspotPassword":"let me in","wifiName":"home","wifiPassword":"swordfish"}""")]
    [DataRow("/api/security", """{"key":"1234"}""")]
    [DataRow("/api/presets/1", """{"name":"n"}""")]
    [DataRow("/api/presets/1/name", """{"value":"n"}""")]
    public void What_is_kept_already_costs_no_write_and_nothing_of_the_budget(string url, string body)
    {
        _device.Post("/api/presets/1", """{"name":"other"}""");
        Assert.AreEqual(200, _device.Post(url, body).Status);
        _device.Key = "1234";
        int before = Writes;
        for (int i = 0; i < 60; i++)
        {
            Assert.AreEqual(200, _device.Post(url, body).Status, "the same again, time " + i);
        }

        Assert.AreEqual(before, Writes);
        int taken = Enumerable.Range(0, 60).Count(i => _device.Post("/api/presets/2", $$"""{"name":"n{{i}}"}""").Status == 200);
        Assert.AreEqual(18, taken, "twenty but for the two that wrote");
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
    public void The_supervisor_clears_the_restarts_after_a_good_hour()
    {
        RestartNote note = _device.Device.Supervisor.Note;
        note.TryStore(RestartNote.Web, 1000);
        note.Read();

        _device.Device.Supervisor.Look(3_599_999);
        Assert.AreEqual(1, note.InRow, "not yet an hour");
        _device.Device.Supervisor.Look(3_600_000);

        var next = new RestartNote();
        next.Read();
        Assert.AreEqual(0, note.InRow);
        Assert.AreEqual(0, next.InRow, "nor does the next start count them");
    }

    [TestMethod]
    public void A_change_of_a_moment_ago_outlives_the_devices_own_restart()
    {
        SimulatedBoard.Current.Rebooted += _ => throw new OperationCanceledException();
        _device.Post("/api/channel/a", """{"brightness":3}""");

        Assert.ThrowsExactly<OperationCanceledException>(() => _device.Device.Supervisor.RestartDevice(RestartNote.Web));
        Restart();

        Assert.AreEqual(3, _device.Device.ChannelA.Controls.Brightness());
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
    [DataRow(true)]
    [DataRow(false)]
    public void The_boot_button_restarts_the_device_even_when_the_drive_deletes_nothing(bool isReadOnly)
    {
        _device.Post("/api/presets/1", """{"name":"n"}""");
        _device.Flash.ReadOnly = isReadOnly;
        _device.Flash.Full = !isReadOnly;
        var button = new ResetButton(_device.Device);
        SimulatedBoard.Current.Gpio.PressBoot(true);

        Assert.IsFalse(button.Step(1000));
        Assert.IsTrue(button.Step(11000), "the button restarts the device whenever this is true");
    }

    [TestMethod]
    public void A_preset_that_cannot_be_deleted_keeps_no_other_from_going()
    {
        _device.Post("/api/presets/1", """{"name":"one"}""");
        _device.Post("/api/presets/2", """{"name":"two"}""");
        _device.Flash.Slow = (path, _) =>
        {
            if (path.Contains("preset1", StringComparison.Ordinal))
            {
                throw new IOException("worn");
            }
        };

        Assert.IsFalse(new FactoryReset(_device.Device).Run(), "one is still there");
        Assert.IsNull(_device.Device.Presets.NameOf(2));
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
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
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

    [TestMethod]
    public void Versions_of_two_starts_differ_though_their_random_numbers_are_the_same()
    {
        int first = FirstVersion(_device);
        Restart();
        _device.Clock.Advance(1);

        Assert.AreNotEqual(first, FirstVersion(_device));
    }

    [TestMethod]
    public void A_version_stays_as_long_as_nothing_changes()
    {
        string before = _device.Get("/api/state").Json.GetProperty("version").ToString();
        _device.Clock.Advance(1_000_000);

        Assert.AreEqual(before, _device.Get("/api/state").Json.GetProperty("version").ToString());
    }

    private int Writes => _device.Get("/api/status").Json.GetProperty("storage").GetProperty("writes").GetInt32();

    private static bool IsRestoreSetAside => File.Exists("I:\\restore.0.bad") || File.Exists("I:\\restore.1.bad");

    private static int FirstVersion(WiredDevice device)
    {
        var request = new Request();
        var reply = new Reply();
        request.Begin("GET", "/api/state");
        reply.Begin();
        new StateController(device.Device, new Random(1)).Handle(request, reply);
        return JsonDocument.Parse(Encoding.UTF8.GetString(reply.Bytes, 0, reply.Length)).RootElement.GetProperty("version").GetInt32();
    }

    // The backup is kept, and its settings find the drive full.
    private void FillDuringRestore()
    {
        _device.Flash.Slow = (path, _) => _device.Flash.Full |= path.Contains("settings", StringComparison.Ordinal);
        WiredDevice.Answer answer = _device.Post("/api/backup", """{"backup":1,"a":{"brightness":3},"presets":[{"name":"party","a":{"speed":3}}""" + EmptySeven);
        Assert.AreEqual(500, answer.Status, answer.Text);
        StringAssert.Contains(answer.Error, "the next start tries once more");
    }

    // Preset 3 as two files: generation 0 holds it as it was, generation 1 under its new name.
    private byte[][] TwoGenerations()
    {
        _device.Post("/api/presets/3", """{"name":"older"}""");
        _device.Post("/api/presets/3/name", """{"value":"newer"}""");
        return [File.ReadAllBytes("I:\\preset3.0"), File.ReadAllBytes("I:\\preset3.1")];
    }

    private static void Write(byte[][] generations)
    {
        File.WriteAllBytes("I:\\preset3.0", generations[0]);
        File.WriteAllBytes("I:\\preset3.1", generations[1]);
    }

    private static void Flip(byte[][] generations, int generation, int place)
    {
        byte[] damaged = [.. generations[generation]];
        damaged[place] ^= (byte)(1 << (place % 8));
        File.WriteAllBytes("I:\\preset3." + generation, damaged);
    }

    private PresetStore LoadedPresets()
    {
        var presets = new PresetStore(_device.Device.State);
        presets.Load();
        return presets;
    }

    private static void Plant(string name, string document)
    {
        var file = new SafeFile(name, 2048);
        Encoding.UTF8.GetBytes(document).CopyTo(file.Bytes, SafeFile.HeadBytes);
        file.Save(document.Length);
    }

    private void Restart(bool isFull = false)
    {
        _device.Dispose();
        _device = new WiredDevice(_storage);
        _device.Flash.Full = isFull;
        _device.Device.Restore();
    }
}
