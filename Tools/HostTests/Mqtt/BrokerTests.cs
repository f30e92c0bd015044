using System.Text;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Mqtt;
using NanoFirmware.Network;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>The device at a real broker, driven and watched by a rival's clients.</summary>
[TestClass]
[RealTime]
public sealed class BrokerTests
{
    [TestMethod]
    public void A_rivals_client_drives_a_channel_and_sees_it()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login());
        device.Connect();

        broker.Publish(device.Prefix + "/a/set", """{"brightness":42,"pattern":"fire"}""");
        device.Until(() => device.Brightness("a") == 42, "channel a at 42");
        device.Until(() => Seen(broker, device.Prefix + "/a", "brightness") == 42, "told at the broker");

        Assert.AreEqual("fire", device.Web.Get("/api/channel/a/pattern").Json.GetProperty("value").GetString(), "pattern");
        Assert.AreEqual("online", broker.Read(device.Prefix + "/status"), "status");
    }

    [TestMethod]
    public void A_command_that_is_wrong_changes_nothing_and_is_told_why()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login());
        device.Connect();
        string before = device.Web.Get("/api/channel/a").Text;
        Task<string> said = Task.Run(() => broker.Read(device.Prefix + "/error", 5));
        Thread.Sleep(300);

        broker.Publish(device.Prefix + "/a/set", """{"brightness":300,"speed":1}""");
        device.Until(() => said.IsCompleted, "an error");

        Assert.AreEqual(
            "brightness must be a whole number from 0 to 255", BrokerBench.Parse(said.Result).GetProperty("error").GetString(),
            "the sentence");
        Assert.AreEqual(before, device.Web.Get("/api/channel/a").Text, "nothing changed");
        Assert.AreEqual(1, device.Link.Refused, "counted");
    }

    [TestMethod]
    public void Nothing_acknowledged_is_lost_when_the_broker_is_killed_and_the_device_is_back_within_ten_seconds()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login());
        device.Connect();
        broker.Publish(device.Prefix + "/a/set", """{"brightness":77}""");
        device.Until(() => device.Brightness("a") == 77, "the first command");

        broker.Kill();
        device.Until(() => device.Link.State == LinkState.Waiting, "the end is noticed");
        device.Web.Post("/api/channel/b", """{"brightness":33}""");
        broker.Start();

        // Nobody listens at that moment: the broker acknowledged it, so it has to arrive.
        broker.Publish(device.Prefix + "/global/set", """{"brightness":99}""");
        long backMs = device.Until(() => device.IsThere, "back");
        device.Until(() => device.Web.Device.Master.Brightness == 99, "what was acknowledged meanwhile");
        device.Until(() => Seen(broker, device.Prefix + "/global", "brightness") == 99, "told");

        Assert.IsTrue(backMs < 10_000, $"back after {backMs} ms");
        Assert.AreEqual(77, Seen(broker, device.Prefix + "/a", "brightness"), "what was set before");
        Assert.AreEqual(33, Seen(broker, device.Prefix + "/b", "brightness"), "what changed while the broker was away");
        Assert.AreEqual("online", broker.Read(device.Prefix + "/status"), "status");
        Assert.AreEqual(2, device.Link.Connects, "connections");
    }

    [TestMethod]
    public void The_broker_says_that_a_device_is_gone_which_cannot_say_so_itself()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login());
        device.Connect();

        device.Web.Network.Far.Cut();
        string said = broker.Read(device.Prefix + "/status");
        device.Until(() => device.Link.Connects == 2, "back");
        device.Connect();

        Assert.AreEqual("offline", said, "the last will");
        Assert.AreEqual("online", broker.Read(device.Prefix + "/status"), "after it is back");
    }

    [TestMethod]
    public void A_broker_that_lets_everybody_in_carries_rooms_and_nothing_else()
    {
        using var broker = new Mosquitto(isOpen: true);
        using var device = new BrokerBench(broker.Port, """
            "group":"stage"
            """);
        var room = new TwoMessages("jam/K7Q2ZD");
        device.Web.Device.FarRoom = room;
        device.Connect();
        Task<string> heard = Task.Run(() => broker.Read("nano/jam/K7Q2ZD", 5));
        Thread.Sleep(300);
        room.Say("kick");
        device.Until(() => heard.IsCompleted, "what the device says");

        broker.Publish(device.Prefix + "/a/set", """{"brightness":1}""");
        broker.Publish(MqttTopics.Fleet("stage"), """{"global":{"brightness":1}}""");
        broker.Publish("nano/jam/K7Q2ZD", "snare");
        device.Until(() => room.Heard.Contains("snare"), "the room");

        Assert.AreEqual("kick", heard.Result, "what the device said");
        Assert.IsTrue(room.IsCarried, "carried");
        Assert.AreEqual(LinkState.RoomsOnly, device.Link.State, "state");
        Assert.AreNotEqual(1, device.Brightness("a"), "no control");
        Assert.AreEqual(255, device.Web.Device.Master.Brightness, "no fleet");
        Assert.AreEqual(
            string.Empty, string.Join('\n', broker.Kept("#")), "nothing told of the device, to Home Assistant neither");
    }

    [TestMethod]
    public void A_fleet_follows_scenes_and_others_do_not()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login(",\"group\":\"stage\""));
        device.Web.Post("/api/channel/a", """{"brightness":11}""");
        device.Web.Post("/api/presets/3", """{"name":"Quiet"}""");
        device.Web.Post("/api/channel/a", """{"brightness":200}""");
        device.Connect();

        broker.Publish(MqttTopics.Fleet("garden"), """{"a":{"brightness":1}}""");
        broker.Publish(MqttTopics.Fleet("stage"), """{"preset":"Quiet"}""");
        device.Until(() => device.Brightness("a") != 200, "the scene");
        Assert.AreEqual(11, device.Brightness("a"), "its own group's preset, not another group's light");

        broker.Publish(MqttTopics.Fleet("stage"), """{"b":{"brightness":7},"global":{"link":"mirror"}}""");
        device.Until(() => device.Brightness("b") == 7, "a scene that is written out");
        Assert.AreEqual("mirror", device.Web.Get("/api/global/link").Json.GetProperty("value").GetString(), "all of it");
    }

    [TestMethod]
    public void A_kept_command_is_an_old_one_and_is_passed_over()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login());
        broker.Publish(device.Prefix + "/a/set", """{"brightness":1}""", "-r");
        device.Connect();

        broker.Publish(device.Prefix + "/a/set", """{"speed":3}""");
        device.Until(() => device.Web.Get("/api/channel/a/speed").Text == """{"value":3}""", "the new one");

        Assert.AreNotEqual(1, device.Brightness("a"), "the kept one");
    }

    [TestMethod]
    public void A_wrong_password_is_told_and_tried_again()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, """
            "user":"lights","password":"wrong"
            """);

        device.Until(() => device.Link.Faults > 0, "refused");

        Assert.AreEqual("the broker refuses this user and password", device.Link.LastFault, "why");
        Assert.AreEqual(LinkState.Waiting, device.Link.State, "state");
        device.Web.Post("/api/mqtt", $$"""{{{BrokerBench.Login()}}}""");
        device.Until(() => device.IsThere, "with the right one at once");
    }

    [TestMethod]
    public void Home_Assistant_is_told_in_one_form_at_a_time_and_again_when_it_begins_anew()
    {
        using var broker = new Mosquitto();
        using var device = new BrokerBench(broker.Port, BrokerBench.Login());
        device.Connect();
        string[] inOne = broker.Kept("homeassistant/#");

        device.Web.Post("/api/mqtt", """{"discovery":"entity"}""");
        device.Until(() => device.Link.Connects == 2, "anew");
        device.Connect();
        string[] inMany = [];
        device.Until(() => (inMany = broker.Kept("homeassistant/#")).Length == 9, "in the other form alone");
        int told = device.Link.Published;
        broker.Publish(MqttTopics.HomeStatus, MqttTopics.Online);
        int things = HomeDiscovery.FirstButton + device.Web.Device.Presets.Slots;
        device.Until(() => device.Link.Published >= told + things, "told again");

        Assert.AreEqual(1, inOne.Length, string.Join('\n', inOne));
        StringAssert.StartsWith(inOne[0], $"homeassistant/device/{device.Link.Topics.Id}/config ");
        Assert.IsFalse(inMany.Any(line => line.StartsWith("homeassistant/device/", StringComparison.Ordinal)), "both forms");
    }

    private static int Seen(Mosquitto broker, string topic, string field)
    {
        string text = broker.Read(topic, 1);
        return text.Length == 0 ? -1 : BrokerBench.Parse(text).GetProperty(field).GetInt32();
    }

    /// <summary>Stands in for a room of a jam.</summary>
    private sealed class TwoMessages(string topic) : FarRoom
    {
        private readonly Queue<byte[]> _waiting = new();

        public List<string> Heard { get; } = [];

        public override string Topic => topic;

        public override void Joined()
        {
        }

        public void Say(string message) => _waiting.Enqueue(Encoding.UTF8.GetBytes(message));

        public override byte[] Next() => _waiting.TryPeek(out byte[] next) ? next : null;

        public override void Carried() => _waiting.Dequeue();

        public override void Hear(byte[] message) => Heard.Add(Encoding.UTF8.GetString(message));
    }
}
