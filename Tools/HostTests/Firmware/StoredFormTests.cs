using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What is kept is what was meant: compact, with steps resolved, and fit to be posted back.</summary>
[TestClass]
[RealTime]
public sealed class StoredFormTests : StoredDeviceTests
{
    [TestMethod]
    public void A_padded_backup_is_stored_compact_and_can_be_posted_back()
    {
        string preset = "{\"name\":\"p\"," + new string(' ', 1400) + "\"a\":{\"speed\":3}}";
        string body = "{\"backup\":1,\"presets\":[" + string.Join(",", Enumerable.Repeat(preset, 8)) + "]}";
        Assert.AreEqual(200, Wired.Post("/api/backup", body).Status);

        string backup = Wired.Get("/api/backup").Text;

        Assert.IsTrue(backup.Length < 3000, backup.Length + " bytes");
        Assert.AreEqual(200, Wired.Post("/api/backup", backup).Status);
    }

    [TestMethod]
    public void A_preset_with_a_step_stores_where_it_leads()
    {
        Wired.Post("/api/channel/a", """{"brightness":100}""");
        Wired.Post("/api/backup", """{"backup":1,"presets":[{"name":"p","a":{"brightness":{"add":5}}}""" + EmptySeven);
        Wired.Post("/api/presets/1/recall", "");
        Wired.Post("/api/presets/1/recall", "");

        Assert.AreEqual(105, Wired.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    public void A_preset_of_another_version_can_be_renamed_backed_up_and_restored()
    {
        string padded = """{"name":"x","a":{"speed":3,"glitter":{"of":[1]}},"layers":[],"later":""" + '"' + new string('y', 1900)
            + "\"}";
        Plant("I:\\preset1", padded);

        Assert.AreEqual(200, Wired.Post("/api/presets/1/name", """{"value":"a much longer name"}""").Status);
        Assert.AreEqual(200, Wired.Post("/api/backup", Wired.Get("/api/backup").Text).Status);
        Assert.AreEqual(
            200,
            Wired.Post(
                "/api/backup",
                """{"backup":1,"presets":[{"name":"x","a":{"speed":3,"glitter":5},"layers":[]}""" + EmptySeven).Status);
        Assert.AreEqual("x", Wired.Device.Presets.NameOf(1));
    }

    [TestMethod]
    public void Colours_come_with_or_without_their_sign()
    {
        Assert.AreEqual(200, Wired.Post("/api/channel/a/colours", """{"value":["#FF0000","00ff00"]}""").Status);
        StringAssert.Contains(Wired.Get("/api/channel/a/colours").Text, "FF0000");
    }

    [TestMethod]
    public void A_saved_password_stays_when_its_network_is_named_again()
    {
        Wired.Post("/api/network", """{"wifiName":"Home","wifiPassword":"swordfish"}""");
        Wired.Post("/api/network", """{"wifiName":"Home"}""");

        Assert.AreEqual(
            "swordfish",
            System.Net.NetworkInformation.Wireless80211Configuration.GetAllWireless80211Configurations()[0].Password);
    }

    [TestMethod]
    public void When_no_pattern_can_be_made_nothing_of_a_change_is_stored()
    {
        Wired.Device.ChannelB.Controls.PatternChosen = _ => throw new InvalidOperationException("no memory");

        Assert.ThrowsExactly<InvalidOperationException>(
            () => Wired.Post("/api/state", """{"a":{"brightness":1},"b":{"pattern":"fire"}}"""));
        Assert.AreEqual(128, Wired.Device.ChannelA.Controls.Brightness());
    }

    [TestMethod]
    public void Steps_on_parallel_threads_all_count()
    {
        Wired.Post("/api/global", """{"board-ma":400}""");
        Parallel.For(0, 2, _ =>
        {
            for (int i = 0; i < 3000; i++)
            {
                Wired.Device.State.Read(Encoding.UTF8.GetBytes("""{"global":{"board-ma":{"add":1}}}"""), 0, 33);
            }
        });

        Assert.AreEqual(6400, Wired.Device.Master.Values[MasterControls.BoardBudgetIndex]);
    }

    [TestMethod]
    public void A_step_that_comes_while_another_is_stored_waits_to_be_resolved()
    {
        var controls = new Interrupted();
        controls.Add(1);
        controls.Other.Join();

        Assert.AreEqual(2, controls.Values[0], "one step each");
    }

    // While the first step is being stored, another thread stores the same: it gets as far as it can before the first goes on.
    private sealed class Interrupted : ControlSet
    {
        public Interrupted()
            : base([ControlSpec.Number("level", 0, 100, 0)])
        {
        }

        public Thread? Other { get; private set; }

        public void Add(int step) => Store([step], [true], [true]);

        protected override void Complete(int[] values, bool[] chosen)
        {
            if (Other == null)
            {
                Other = new Thread(() => Add(1));
                Other.Start();
                SpinWait.SpinUntil(() => Other.ThreadState is ThreadState.WaitSleepJoin or ThreadState.Stopped);
            }
        }
    }
}
