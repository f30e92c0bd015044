using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;
using NanoFirmware.Web;
using NanoHost.IO;
using File = NanoHost.IO.File;

namespace NanoFirmware.HostTests.Storage;

[TestClass]
public sealed class SettingsKeeperTests : IDisposable
{
    private readonly Board _board = new();

    public void Dispose() => _board.Dispose();

    [TestMethod]
    public void Settings_outlive_a_restart()
    {
        Start before = new();
        before.A.Set("level", 7);
        before.B.Set("scene", 2);
        before.Global.Set("on", 0);
        before.Colours.Set([1, 2, 3, 0, 0, 0, 255, 254, 253], 3);
        before.SaveNow();

        Start after = new();

        Assert.AreEqual(
            """{"a":{"level":7,"scene":"one","on":true,"colours":["010203","000000","FFFEFD"]},"b":{"level":50,"scene":"three","on":true},"global":{"level":50,"scene":"one","on":false}}""",
            after.Text);
        Assert.AreEqual(0, after.Keeper.Faults);
        Assert.IsFalse(after.Keeper.IsDirty, "what was just restored is still to be saved");
    }

    [TestMethod]
    public void A_save_waits_until_nothing_changed_for_five_seconds()
    {
        Start start = new();
        start.A.Set("level", 1);
        start.Keeper.Step(1000);
        start.Keeper.Step(5999);
        start.A.Set("level", 2);
        start.Keeper.Step(6000);
        start.Keeper.Step(10999);
        Assert.AreEqual(0, start.Keeper.Saves);
        Assert.IsTrue(start.Keeper.IsDirty, "it was saved before five quiet seconds had passed");

        start.Keeper.Step(11000);
        start.Keeper.Step(30000);

        Assert.AreEqual(1, start.Keeper.Saves);
        Assert.IsFalse(start.Keeper.IsDirty, "it was not saved after five quiet seconds");
    }

    [TestMethod]
    public void Who_never_stops_is_saved_once_a_minute()
    {
        Start start = new();
        for (int second = 1; second <= 130; second++)
        {
            start.A.Set("level", second % 100);
            start.Keeper.Step(second * 1000);
        }

        Assert.AreEqual(2, start.Keeper.Saves);
    }

    [TestMethod]
    public void Nothing_is_written_when_nothing_changes()
    {
        Start start = new();
        long before = _board.Drive.Faults.WrittenBytes;
        for (int ms = 0; ms < 100000; ms += 500)
        {
            start.Keeper.Step(ms);
        }

        Assert.AreEqual(before, _board.Drive.Faults.WrittenBytes);
    }

    [TestMethod]
    public void A_power_cut_at_every_byte_of_a_save_leaves_the_old_settings_or_the_new()
    {
        Start first = new();
        first.A.Set("level", 1);
        first.SaveNow();
        first.A.Set("level", 2);
        long before = _board.Drive.Faults.WrittenBytes;
        first.SaveNow();
        long whole = _board.Drive.Faults.WrittenBytes - before;

        for (long cut = 0; cut <= whole; cut++)
        {
            Start old = new();
            int level = old.A.Values[0];
            old.A.Set("level", level == 2 ? 3 : 2);
            _board.Drive.Faults.CutPowerAfter(cut);
            old.SaveNow();
            _board.Drive.Faults.RestorePower();

            int loaded = new Start().A.Values[0];

            Assert.AreEqual(cut < whole ? level : old.A.Values[0], loaded, "cut after " + cut);
        }
    }

    [TestMethod]
    public void A_drive_that_takes_nothing_is_reported_and_asked_again_a_minute_later()
    {
        Start start = new();
        _board.Drive.Faults.ReadOnly = true;
        start.A.Set("level", 1);
        for (int ms = 0; ms <= 30000; ms += 500)
        {
            start.Keeper.Step(ms);
        }

        Assert.AreEqual(1, start.Keeper.Faults);
        _board.Drive.Faults.ReadOnly = false;
        start.Keeper.Step(70000);
        Assert.AreEqual(1, start.Keeper.Saves);
    }

    [TestMethod]
    public void Damaged_settings_are_set_aside_reported_and_start_as_new()
    {
        File.WriteAllBytes("I:\\settings.0", [1, 2, 3]);

        Start start = new();

        Assert.AreEqual(50, start.A.Values[0]);
        Assert.AreEqual(1, start.Keeper.Faults);
        Assert.AreEqual("a damaged file of settings was set aside as .bad", start.Keeper.LastFault);
        CollectionAssert.AreEqual(new byte[] { 1, 2, 3 }, File.ReadAllBytes("I:\\settings.0.bad"));
    }

    [TestMethod]
    public void What_another_version_saved_is_taken_as_far_as_it_is_known()
    {
        const string Saved = """{"later":[{"x":1}],"a":{"level":7,"glitter":{"of":"stars"},"scene":["of",{"x":1}],"colours":["red"],"on":false},"b":{"level":900}}""";
        var file = new SafeFile("I:\\settings", 500);
        System.Text.Encoding.UTF8.GetBytes(Saved).CopyTo(file.Bytes, SafeFile.HeadBytes);
        file.Save(Saved.Length);

        Start start = new();

        Assert.AreEqual("7, 0, 0", string.Join(", ", start.A.Values));
        Assert.AreEqual("50, 0, 1", string.Join(", ", start.B.Values));
        Assert.AreEqual(2, start.Colours.Count);
        Assert.AreEqual(1, start.Keeper.Faults);
        StringAssert.Contains(start.Keeper.LastFault, "not taken over: 5 of its fields");
        Assert.AreEqual(Saved, System.Text.Encoding.UTF8.GetString(File.ReadAllBytes("I:\\settings.other")));
    }

    [TestMethod]
    [DataRow("""{"a":{"level":7},"b":5}""", DisplayName = "a group that is a number")]
    [DataRow("""{"deep":[[[[[[[[[[[[1]]]]]]]]]]]],"a":{"level":7}}""", DisplayName = "nesting above eight")]
    [DataRow(
        """{"long":"0123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890123456789012345678901234567890","a":{"level":7}}""",
        DisplayName = "a long text")]
    [DataRow("""{"a":{"level":7},"b":{""", DisplayName = "an end that is missing")]
    public void Nothing_in_settings_of_another_version_hides_the_rest(string saved)
    {
        var file = new SafeFile("I:\\settings", 500);
        System.Text.Encoding.UTF8.GetBytes(saved).CopyTo(file.Bytes, SafeFile.HeadBytes);
        file.Save(saved.Length);

        Start start = new();

        Assert.AreEqual(7, start.A.Values[0], "what is known and sound is taken");
        Assert.AreEqual(1, start.Keeper.Faults, "what is not is reported");
        Assert.IsTrue(File.Exists("I:\\settings.other"), "the other version's file is kept");
    }

    [TestMethod]
    public void What_was_turned_and_turned_back_is_not_written()
    {
        Start start = new();
        start.A.Set("level", 7);
        start.SaveNow();
        long before = _board.Drive.Faults.WrittenBytes;
        start.A.Set("level", 8);
        start.A.Set("level", 7);
        start.SaveNow();

        Assert.AreEqual(before, _board.Drive.Faults.WrittenBytes, "bytes written");
        Assert.IsFalse(start.Keeper.IsDirty, "nothing is left to save");
    }

    [TestMethod]
    public void After_eleven_saves_on_end_there_is_one_a_minute()
    {
        Start start = new();
        for (int second = 0; second < 3600; second++)
        {
            if (second % 10 == 0)
            {
                start.A.Set("level", second / 10 % 100);
            }

            start.Keeper.Step(second * 1000L);
            Assert.IsTrue(second != 105 || start.Keeper.Saves == 11, "the first eleven come at once: " + start.Keeper.Saves);
        }

        Assert.IsTrue(start.Keeper.Saves is > 60 and <= 71, start.Keeper.Saves + " saves in an hour");
    }

    [TestMethod]
    public void A_reset_leaves_no_trace()
    {
        Start start = new();
        start.A.Set("level", 7);
        start.SaveNow();
        start.A.Set("level", 8);
        start.SaveNow();

        start.Keeper.Reset();

        Assert.AreEqual(50, start.A.Values[0]);
        Assert.AreEqual(0, NanoHost.IO.Directory.GetFiles("I:\\").Length);
        Assert.AreEqual(50, new Start().A.Values[0]);
    }

    private sealed class Start
    {
        private readonly StateExchange _state;

        public Start()
        {
            _state = new StateExchange(["a", "b", "global"], [A, B, Global], [Colours]);
            Keeper = new SettingsKeeper(_state, SafeFile.NewRoom());
            Keeper.Restore();
        }

        public Few A { get; } = new();

        public Few B { get; } = new();

        public Few Global { get; } = new();

        public CustomPalette Colours { get; } = new();

        public SettingsKeeper Keeper { get; }

        public string Text
        {
            get
            {
                var reply = new Reply();
                reply.Begin();
                reply.BeginObject();
                _state.WriteFields(reply);
                reply.EndObject();
                return System.Text.Encoding.UTF8.GetString(reply.Bytes, 0, reply.Length);
            }
        }

        public void SaveNow() => Keeper.Flush();
    }

    private sealed class Few : ControlSet
    {
        public Few()
            : base(
                [
                    ControlSpec.Number("level", 0, 100, 50),
                    ControlSpec.Choice("scene", ["one", "two", "three"], 0),
                    ControlSpec.Switch("on", true),
                ])
        {
        }
    }
}
