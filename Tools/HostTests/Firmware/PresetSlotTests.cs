using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.DeviceModel.Measuring;
using NanoFirmware.Documents;
using NanoFirmware.HostTests.Wirings;
using NanoFirmware.Mqtt;
using NanoFirmware.Storage;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>How many presets a board keeps, and that all of them are told wherever presets are told.</summary>
[TestClass]
public sealed class PresetSlotTests : IDisposable
{
    // Each of the 32 bytes takes two in JSON.
    private static readonly string LongestName = new('"', PresetName.MaxBytes);

    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_board_without_PSRAM_keeps_eight_presets_and_says_so()
    {
        using WiredDevice small = WithoutPsram();

        Assert.AreEqual(8, Slots(small).Count, "slots");
        WiredDevice.Answer ninth = small.Post("/api/presets/9", """{"name":"x"}""");
        Assert.AreEqual(404, ninth.Status, ninth.Text);
        StringAssert.Contains(ninth.Error, "use 1 to 8");
        WiredDevice.Answer place = small.Post("/api/playlist", """{"place-1":9}""");
        StringAssert.Contains(place.Error, "0 to 8", place.Text);
    }

    [TestMethod]
    public void A_board_with_PSRAM_keeps_thirty_two_and_recalls_the_last()
    {
        Assert.AreEqual(32, Slots(_device).Count, "slots");
        _device.Post("/api/channel/a", """{"brightness":77}""");
        Assert.AreEqual(200, _device.Post("/api/presets/32", """{"name":"last"}""").Status);
        _device.Post("/api/channel/a", """{"brightness":3}""");
        Assert.AreEqual(200, _device.Post("/api/presets/32/recall", "").Status);

        Assert.AreEqual(77, _device.Device.ChannelA.Controls.Brightness());
        Assert.AreEqual(200, _device.Post("/api/playlist", """{"place-1":32}""").Status, "a place in the playlist");
        Assert.AreEqual(200, _device.Post("/api/schedule/1", """{"preset":32}""").Status, "a line of the schedule");
        StringAssert.Contains(_device.Get("/presets.json").Text, "\"32\":{\"n\":\"last\"}");
        Assert.AreEqual(404, _device.Post("/api/presets/33", """{"name":"x"}""").Status);
    }

    [TestMethod]
    public void Thirty_two_of_the_longest_names_are_told_whole_everywhere()
    {
        Fill(_device);

        foreach (JsonElement slot in Slots(_device))
        {
            Assert.AreEqual(LongestName, slot.GetProperty("name").GetString());
        }

        JsonElement names = _device.Get("/presets.json").Json;
        Assert.AreEqual(33, names.EnumerateObject().Count(), "WLED's, and its empty one");
        var discovery = new HomeDiscovery(_device.Device, new MqttTopics([2, 0x4E, 0x46, 0, 0xA1, 0xF3]));
        var told = new JsonWriter(discovery.MostBytes);
        discovery.WriteDevice(told);
        JsonElement things = JsonDocument.Parse(told.Bytes.AsMemory(0, told.Length)).RootElement.GetProperty("cmps");
        Assert.AreEqual(
            32, things.EnumerateObject().Count(thing => thing.Value.GetProperty("p").GetString() == "button"), "buttons");
        Assert.AreEqual(LongestName, things.GetProperty("preset_32").GetProperty("name").GetString());
    }

    [TestMethod]
    public void A_backup_brings_thirty_two_back()
    {
        Fill(_device);
        string backup = _device.Get("/api/backup").Text;
        Assert.IsTrue(backup.Length < BackupStore.MaxBytes * 3 / 4, backup.Length + " bytes");

        using var other = new WiredDevice();
        WiredDevice.Answer answer = other.Post("/api/backup", backup);

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.AreEqual(backup, other.Get("/api/backup").Text);
    }

    [TestMethod]
    public void Thirty_two_presets_leave_room_on_the_drive_for_everything_else()
    {
        Fill(_device);
        Fill(_device);

        long takenKb = _device.DriveBytes / 1024;
        Assert.IsTrue(takenKb <= 180, takenKb + " KB of 256 are taken: a restore and the settings need 70");
    }

    [TestMethod]
    public void A_shorter_list_leaves_the_slots_beyond_it()
    {
        _device.Post("/api/presets/2", """{"name":"goes"}""");
        _device.Post("/api/presets/9", """{"name":"stays"}""");
        WiredDevice.Answer answer = _device.Post(
            "/api/backup", """{"backup":1,"presets":[null,null,null,null,null,null,null,null]}""");

        Assert.AreEqual(200, answer.Status, answer.Text);
        Assert.IsNull(_device.Device.Presets.NameOf(2));
        Assert.AreEqual("stays", _device.Device.Presets.NameOf(9));
    }

    [TestMethod]
    public void A_board_without_PSRAM_takes_a_longer_list_whose_further_slots_are_empty()
    {
        _device.Post("/api/presets/8", """{"name":"eighth"}""");
        string fits = _device.Get("/api/backup").Text;
        _device.Post("/api/presets/12", """{"name":"twelfth"}""");
        string tooMuch = _device.Get("/api/backup").Text;
        using WiredDevice small = WithoutPsram();

        Assert.AreEqual("in presets[11]: this board keeps 8 presets", small.Post("/api/backup", tooMuch).Error);
        Assert.IsNull(small.Device.Presets.NameOf(8), "nothing of it was taken over");
        Assert.AreEqual(200, small.Post("/api/backup", fits).Status);
        Assert.AreEqual("eighth", small.Device.Presets.NameOf(8));
    }

    [TestMethod]
    public void More_than_thirty_two_are_refused()
    {
        string nulls = string.Join(',', Enumerable.Repeat("null", 33));
        StringAssert.Contains(
            _device.Post("/api/backup", $$"""{"backup":1,"presets":[{{nulls}}]}""").Error, "presets must be a list of 8 to 32");
    }

    private static WiredDevice WithoutPsram() =>
        new(
            () => Strips.Store(Strips.Wiring(Board.StripLeds, Board.StripLeds)),
            prepare: board => board.Memory.SpiRam = new(0, 0, 0));

    // Not by requests, which may write twenty times in a row.
    private static void Fill(WiredDevice device)
    {
        PresetStore presets = device.Device.Presets;
        for (int slot = 1; slot <= presets.Slots; slot++)
        {
            presets.Put(slot, presets.Present(LongestName));
        }
    }

    private static List<JsonElement> Slots(WiredDevice device) =>
        [.. device.Get("/api/presets").Json.GetProperty("presets").EnumerateArray()];
}
