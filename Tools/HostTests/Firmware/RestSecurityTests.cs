using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Storage;
using NanoHost.IO;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>A key for changes: who has it, who has not, who guesses, and who forgot it.</summary>
[TestClass]
public sealed class RestSecurityTests : IDisposable
{
    private const string Key = "open sesame ~1";
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Without_a_key_everybody_may_change_everything()
    {
        Assert.AreEqual("""{"keyIsSet":false}""", _device.Get("/api/security").Text);
        _device.Key = "whatever";
        Assert.AreEqual(200, Change(7));
    }

    [TestMethod]
    public void With_a_key_reads_stay_open_and_changes_need_it()
    {
        Lock();

        Assert.AreEqual("""{"keyIsSet":true}""", _device.Get("/api/security").Text);
        Assert.AreEqual(200, _device.Get("/api/state").Status);
        Assert.AreEqual(401, Change(7));
        StringAssert.Contains(_device.Post("/api/reset", """{"confirm":true}""").Error, "X-Api-Key");
        _device.Key = Key + " ";
        Assert.AreEqual(401, Change(7));
        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
        _device.Key = Key;
        Assert.AreEqual(200, Change(7));
    }

    [TestMethod]
    [DataRow("POST", "/api/security", """{"key":""}""")]
    [DataRow("PUT", "/api/network", """{"hotspotPassword":"mine now."}""")]
    [DataRow("POST", "/api/restart", """{"confirm":true}""")]
    [DataRow("DELETE", "/api/presets/1", "")]
    [DataRow("PATCH", "/api/nothing", "")]
    public void Nothing_but_reading_works_without_it(string method, string url, string body)
    {
        Lock();
        Assert.AreEqual(401, _device.Ask(method, url, Encoding.UTF8.GetBytes(body)).Status);
        Assert.IsTrue(_device.Device.Lock.IsSet, "the key is gone after a refused request");
    }

    [TestMethod]
    public void Who_has_it_may_set_another_or_remove_it()
    {
        Lock();
        _device.Key = Key;
        Assert.AreEqual(200, _device.Post("/api/security", """{"key":"1234"}""").Status);
        Assert.AreEqual(401, Change(7));
        _device.Key = "1234";
        Assert.AreEqual("""{"keyIsSet":false}""", _device.Post("/api/security", """{"key":""}""").Text);
        _device.Key = null;
        Assert.AreEqual(200, Change(7));
    }

    [TestMethod]
    [DataRow("""{"key":"123"}""")]
    [DataRow("""{"key":" 1234"}""")]
    [DataRow("""{"key":"1234 "}""")]
    [DataRow("""{"key":"12\n34"}""")]
    [DataRow("""{"key":"schlüssel"}""")]
    [DataRow("""{"key":1234}""")]
    [DataRow("""{"key":"1234","more":1}""")]
    [DataRow("{}")]
    [DataRow("""{"key":"12345678901234567890123456789012345678901234567890123456789012345"}""")]
    public void What_is_no_key_is_refused(string body)
    {
        Assert.AreEqual(400, _device.Post("/api/security", body).Status);
        Assert.IsFalse(_device.Device.Lock.IsSet, "a refused key was set");
    }

    [TestMethod]
    public void From_the_third_wrong_key_on_nobody_is_let_in_for_a_while()
    {
        Lock();
        _device.Key = "wrong";
        int[] tries = { Change(1), Change(1), Change(1) };
        Assert.AreEqual("401 401 401", string.Join(' ', tries));

        _device.Key = Key;
        Assert.AreEqual(429, Change(2));
        _device.Clock.Advance(1_000_000);
        Assert.AreEqual(200, Change(2));
    }

    [TestMethod]
    public void Who_sent_the_right_key_lately_is_let_in_while_somebody_else_guesses()
    {
        const int Owner = 1;
        const int Thief = 2;
        Lock();
        _device.Key = Key;
        _device.From = Owner;
        Assert.AreEqual(200, Change(1));
        for (int tenth = 0; tenth < 300; tenth++)
        {
            _device.From = Thief;
            _device.Key = "guess";
            Change(2);
            _device.From = Owner;
            _device.Key = Key;
            Assert.AreEqual(200, Change(3), $"after {tenth} guesses");
            _device.Clock.Advance(100_000);
        }

        _device.From = Thief;
        _device.Key = "guess";
        int tried = 0;
        for (int tenth = 0; tenth < 600; tenth++)
        {
            tried += Change(2) == 401 ? 1 : 0;
            _device.Clock.Advance(100_000);
        }

        Assert.IsTrue(tried <= 2, tried + " more guesses in a minute: the owner's key does not forgive the thief's");
    }

    [TestMethod]
    public void Who_is_kept_out_is_told_for_how_long()
    {
        Lock();
        _device.Key = "guess";
        for (int i = 0; i < 3; i++)
        {
            Change(1);
        }

        WiredDevice.Answer answer = _device.Post("/api/channel/a/brightness", """{"value":1}""");
        Assert.AreEqual(429, answer.Status);
        Assert.AreEqual(1, answer.RetryAfterS);
    }

    [TestMethod]
    public void A_thousand_guesses_a_second_are_no_more_than_one_a_minute()
    {
        Lock();
        _device.Key = "guess";
        int tried = 0;
        for (int ms = 0; ms < 600_000; ms += 100)
        {
            tried += Change(1) == 401 ? 1 : 0;
            _device.Clock.Advance(100_000);
        }

        Assert.AreEqual(128, _device.Device.ChannelA.Controls.Brightness());
        Assert.IsTrue(tried <= 3 + 7 + 10, tried + " keys tried in ten minutes");
    }

    [TestMethod]
    public void The_key_outlives_a_restart_and_is_nowhere_to_be_read()
    {
        Lock();

        var after = new KeyLock();
        Assert.IsNull(after.Load());
        Assert.IsNull(after.Refuses(Key, 0));
        Assert.IsNotNull(after.Refuses("other", 0));
        foreach (string file in NanoHost.IO.Directory.GetFiles("I:\\"))
        {
            Assert.IsFalse(
                Encoding.Latin1.GetString(NanoHost.IO.File.ReadAllBytes(file)).Contains(Key, StringComparison.Ordinal), file);
        }

        foreach (string path in new[] { "state", "status", "security", "network", "controls", "metrics", "presets" })
        {
            Assert.IsFalse(_device.Get("/api/" + path).Text.Contains(Key, StringComparison.Ordinal), path);
        }
    }

    [TestMethod]
    public void The_same_key_is_stored_differently_each_time()
    {
        Lock();
        byte[] first = NanoHost.IO.File.ReadAllBytes("I:\\key.1");
        _device.Key = Key;
        _device.Clock.Advance(1);
        _device.Post("/api/security", """{"key":""}""");
        Lock();
        CollectionAssert.AreNotEqual(first[16..], NanoHost.IO.File.ReadAllBytes("I:\\key.1")[16..]);
    }

    [TestMethod]
    public void A_power_cut_at_any_byte_leaves_the_old_key_or_the_new()
    {
        FlashFaults faults = NanoHost.SimulatedBoard.Current.Storage.Faults;
        string[] keys = { "first", "", "third" };
        for (int step = 1; step < keys.Length; step++)
        {
            for (long cut = 0; cut < 140; cut++)
            {
                var before = new KeyLock();
                before.Load();
                before.Set(keys[step - 1]);
                faults.CutPowerAfter(cut);
                try
                {
                    before.Set(keys[step]);
                }
                catch (IOException)
                {
                }

                faults.RestorePower();
                var after = new KeyLock();
                after.Load();
                bool old = after.IsSet == (keys[step - 1].Length > 0) && after.Refuses(keys[step - 1], 0) == null;
                bool now = after.IsSet == (keys[step].Length > 0) && after.Refuses(keys[step], 0) == null;
                Assert.IsTrue(old || now, $"step {step}, cut {cut}");
            }
        }
    }

    [TestMethod]
    public void A_factory_reset_removes_the_key()
    {
        Lock();
        _device.Device.Reset.Run();
        Assert.AreEqual(200, Change(7));
        var after = new KeyLock();
        after.Load();
        Assert.IsFalse(after.IsSet, "the key is still set after a factory reset");
    }

    private void Lock() => Assert.AreEqual(200, _device.Post("/api/security", $$"""{"key":"{{Key}}"}""").Status);

    private int Change(int level) => _device.Post("/api/channel/a/brightness", $$"""{"value":{{level}}}""").Status;
}
