using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Looks;

namespace NanoFirmware.HostTests.Looks;

/// <summary>Playlist, nightlight, what a start shows, and what comes in silence.</summary>
[TestClass]
public sealed class EveningTests : IDisposable
{
    private const long Noon = 1800000000;

    private readonly Evening _evening = new(Noon);

    public void Dispose() => _evening.Dispose();

    [TestMethod]
    public void Three_looks_are_played_in_turn_and_an_empty_slot_is_passed_over()
    {
        Post("playlist", """{"place-1":1,"place-2":8,"place-3":3,"place-4":2,"seconds":60,"fade":700,"on":true}""");

        Assert.AreEqual("1 1 3 3 2 2 1 1", Seen(8));
        Assert.AreEqual(700, _evening.Device.Device.ChannelA.Controls.Values[ChannelControls.FadeIndex]);
        Post("playlist", """{"on":false}""");
        Assert.AreEqual("1 1 1", Seen(3), "it stays where it was");
        Assert.AreEqual(0, _evening.Looks.Playlist.Now);
    }

    [TestMethod]
    public void Shuffled_looks_all_come_before_one_comes_again_and_none_twice_in_a_row()
    {
        Post("playlist", """{"place-1":1,"place-2":2,"place-3":3,"place-4":4,"seconds":30,"shuffle":true,"on":true}""");
        string[] seen = Seen(60).Split(' ');

        foreach (string[] round in seen.Chunk(4))
        {
            Assert.AreEqual(4, round.Distinct().Count(), string.Join(' ', round) + " is one round");
        }

        Assert.IsTrue(seen.Zip(seen.Skip(1)).All(pair => pair.First != pair.Second), "one came twice in a row");
    }

    [TestMethod]
    public void With_a_tempo_looks_change_with_the_bars()
    {
        var heard = new AudioSnapshot { Bpm10 = 1200, BarBeats = 4 };
        Playlist list = _evening.Looks.Playlist;
        Post("playlist", """{"place-1":1,"place-2":2,"bars":2,"on":true}""");
        list.Step(heard, 0);
        Assert.AreEqual(1, list.Now);
        heard.Beats = 7;
        list.Step(heard, 100000);
        Assert.AreEqual(1, list.Now, "seconds do not count while there are bars");
        heard.Beats = 8;
        list.Step(heard, 100500);
        Assert.AreEqual(2, list.Now);
        heard.Bpm10 = 0;
        list.Step(heard, 160500);
        Assert.AreEqual(1, list.Now, "without a tempo they do");
    }

    [TestMethod]
    public void A_nightlight_fades_out_in_20_minutes_and_leaves_the_brightness_for_tomorrow()
    {
        Post("nightlight", """{"on":true,"minutes":20}""");
        MasterControls master = _evening.Device.Device.Master;
        Look(21);
        Assert.AreEqual(128, master.Brightness, 1, "half of the way");
        Assert.AreEqual(600, _evening.Looks.Nightlight.LeftS(21 * 30000L));
        Look(21);
        Assert.IsFalse(master.Power, "the end of the way");
        Assert.AreEqual(255, master.Brightness);
        Assert.IsFalse(_evening.Looks.Nightlight.Controls.IsOn, "it is over");
    }

    [TestMethod]
    public void Who_moves_the_brightness_meanwhile_has_it()
    {
        Post("nightlight", """{"on":true,"minutes":20}""");
        Look(10);
        _evening.Device.Post("/api/global", """{"brightness":200}""");
        Look(40);
        Assert.AreEqual(200, _evening.Device.Device.Master.Brightness);
        Assert.IsTrue(_evening.Device.Device.Master.Power, "the light went off against somebody's wish");
    }

    [TestMethod]
    public void A_start_shows_what_it_is_to_show()
    {
        Post("schedule", """{"power-up":"one","power-up-preset":3}""");
        Look(2);
        _evening.CutPower(1);
        Assert.AreEqual(3, _evening.Seen);

        Post("schedule", """{"power-up":"off"}""");
        Look(2);
        _evening.CutPower(1);
        Assert.IsFalse(_evening.Device.Device.Master.Power, "a start shows nothing");
    }

    [TestMethod]
    public void After_five_minutes_of_silence_a_look_comes_once()
    {
        Post("schedule", """{"silent-minutes":5,"silent-preset":2}""");
        Assert.AreEqual("4 4 4 4 4 4 4 4 4 2 2", Seen(11));
        _evening.Device.Post("/api/presets/1/recall", "");
        Assert.AreEqual(1, Seen(40).Split(' ').Distinct().Count(), "not again before there was sound");
    }

    [TestMethod]
    public void Nothing_of_it_is_left_after_a_reset()
    {
        Post("playlist", """{"place-1":1,"on":true}""");
        Look(3);
        Post("reset", """{"confirm":true}""");
        Assert.IsFalse(_evening.Looks.Playlist.Controls.IsOn, "it plays on after a reset");
        _evening.CutPower(1);
        Assert.IsFalse(_evening.Looks.Playlist.Controls.IsOn, "it plays again after a reset and a power cut");
    }

    [TestMethod]
    public void It_takes_no_room_before_anybody_asks_for_it()
    {
        using var fresh = new WiredDevice();
        fresh.Get("/api/state");
        Assert.IsNull(fresh.Device.Settings.Looks, "the state makes it");
        fresh.Get("/api/playlist");
        Assert.IsNotNull(fresh.Device.Settings.Looks);
    }

    private void Post(string path, string json)
    {
        WiredDevice.Answer answer = _evening.Device.Post("/api/" + path, json);
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    private void Look(int count)
    {
        for (int i = 0; i < count; i++)
        {
            _evening.Look();
        }
    }

    private string Seen(int count) => string.Join(' ', Enumerable.Range(0, count).Select(_ =>
    {
        _evening.Look();
        return _evening.Seen;
    }));
}
