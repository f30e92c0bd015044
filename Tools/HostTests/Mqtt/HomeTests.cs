using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Json.Schema;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Documents;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Mqtt;

namespace NanoFirmware.HostTests.Mqtt;

/// <summary>What Home Assistant is told and what it says, held against a schema of what its documentation asks for.</summary>
[TestClass]
public sealed class HomeTests : IDisposable
{
    private static readonly JsonNode Wanted = JsonNode.Parse(File.ReadAllText(Beside("home-assistant.schema.json")));

    private const string Unknown =
        "unknown topic: use a/set, b/set, global/set, preset/set, ha/a/set, ha/b/set or ha/global/set";

    private readonly WiredDevice _device = new();
    private readonly MqttTopics _topics = new([2, 0x4E, 0x46, 0, 0xA1, 0xF3]);

    public void Dispose() => _device.Dispose();

    [TestMethod]
    [DataRow(false)]
    [DataRow(true)]
    public void The_message_of_the_whole_device_is_what_it_asks_for(bool hasPresetsAndGrid)
    {
        Prepare(hasPresetsAndGrid);
        var json = new JsonWriter(Discovery.MostBytes);
        Discovery.WriteDevice(json);

        JsonNode device = Node(json);
        Hold("device", device);
        JsonObject things = device["cmps"]!.AsObject();
        Assert.AreEqual(Discovery.Count, things.Count, "things");
        foreach ((string key, JsonNode thing) in things)
        {
            if (thing!.AsObject().Count > 1)
            {
                Hold((string)thing["p"]!, Unlike(thing, "p"));
                Assert.AreEqual($"{_topics.Id}-{key}", (string)thing["unique_id"]!, "unique in the whole house");
            }
        }

        int expected = hasPresetsAndGrid ? 12 : 9;
        Assert.AreEqual(expected, things.Count(thing => thing.Value!.AsObject().Count > 1), "things that are there");
    }

    [TestMethod]
    public void Each_message_of_one_thing_is_what_it_asks_for_and_says_the_same()
    {
        Prepare(true);
        var whole = new JsonWriter(Discovery.MostBytes);
        Discovery.WriteDevice(whole);
        JsonObject things = Node(whole)["cmps"]!.AsObject();
        for (int i = 0; i < Discovery.Count; i++)
        {
            if (!Discovery.IsThere(i))
            {
                continue;
            }

            var json = new JsonWriter(HomeDiscovery.MostEntityBytes + Discovery.NameBytes);
            Discovery.WriteEntity(json, i);
            JsonNode one = Node(json);
            string[] topic = Discovery.EntityTopic(i).Split('/');
            Assert.AreEqual("homeassistant config", $"{topic[0]} {topic[4]}", "topic");
            Hold("entity", one);
            JsonNode same = Unlike(one, "avty_t", "dev", "o");
            Hold(topic[1], same);
            Assert.IsTrue(JsonNode.DeepEquals(Unlike(things[topic[3]]!, "p"), same), topic[3]);
        }
    }

    [TestMethod]
    public void A_schema_that_accepts_anything_would_say_nothing()
    {
        var stateless = JsonNode.Parse("""{"name":"x","unique_id":"x","schema":"json","cmd_t":"x"}""");
        Assert.IsFalse(IsHeld("light", stateless), "no state");
        Assert.IsFalse(IsHeld("state", JsonNode.Parse("""{"state":"on"}""")), "small letters");
        Assert.IsFalse(IsHeld("device", JsonNode.Parse("""{"dev":{"ids":["x"]},"cmps":{"a":{"p":"light"}}}""")), "no origin");
    }

    [TestMethod]
    public void States_are_as_its_lights_have_them()
    {
        var channel = new JsonWriter(512);
        HomeLight.Write(channel, _device.Device.ChannelA);
        var both = new JsonWriter(512);
        HomeLight.Write(both, _device.Device.Master);

        Hold("state", Node(channel));
        Hold("state", Node(both));
    }

    [TestMethod]
    public void A_light_is_switched_dimmed_coloured_and_given_an_effect()
    {
        const string Colour = """ "color": {"r": 255, "g": 128, "b": 0} """;
        Assert.IsNull(
            Say("ha/a/set", $$"""{"state": "ON", "brightness": 90, {{Colour}}, "effect": "aurora", "transition": 2.5}"""));

        JsonElement a = _device.Get("/api/channel/a").Json;
        Assert.AreEqual(
            "90 aurora custom", $"{a.GetProperty("brightness")} {a.GetProperty("pattern")} {a.GetProperty("palette")}");
        string stops = _device.Get("/api/channel/a/colours").Text;
        Assert.AreEqual("""{"value":["FF8000","FF8000"]}""", stops, "both stops are the colour");
        var state = new JsonWriter(512);
        HomeLight.Write(state, _device.Device.ChannelA);
        Assert.AreEqual(
            """{"state":"ON","brightness":90,"color_mode":"rgb","color":{"r":255,"g":128,"b":0},"effect":"aurora"}""",
            Node(state).ToJsonString(), "and it is told so");

        Assert.IsNull(Say("ha/a/set", """{"state":"OFF"}"""));
        Assert.IsNull(Say("ha/global/set", """{"state":"OFF","brightness":7}"""));
        Assert.IsFalse(_device.Get("/api/channel/a/enabled").Json.GetProperty("value").GetBoolean(), "strip A off");
        Assert.AreEqual((7, false), (_device.Device.Master.Brightness, _device.Device.Master.Power), "both strips");
    }

    [TestMethod]
    [DataRow("ha/a/set", """{"state":"on"}""", "state must be ON or OFF")]
    [DataRow("ha/a/set", """{"brightness":"9"}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("ha/b/set", """{"brightness":900}""", "brightness must be a whole number from 0 to 255")]
    [DataRow("ha/b/set", """{"color":{"r":1,"g":2}}""", "color must be an object of r, g and b from 0 to 255")]
    [DataRow("ha/b/set", """{"state":"ON""", "bad JSON at byte 12: expected the end of the text")]
    [DataRow("ha/c/set", """{"state":"ON"}""", Unknown)]
    [DataRow("preset/set", "Party", "there is no such preset: use the name of one, or 1 to 32")]
    [DataRow("a/set", """{"nope":1}}""", null)]
    [DataRow("a/set", """{"speed":1},"b":{"speed":9}""", "bad JSON at byte 11: expected nothing more")]
    [DataRow("a/set", "7", "a, b, global, audio or live must be an object of controls")]
    public void What_cannot_be_done_is_refused_with_a_sentence_and_changes_nothing(string topic, string message, string sentence)
    {
        string before = _device.Get("/api/state?since=").Json.GetProperty("a").ToString();

        string said = Say(topic, message);

        Assert.IsNotNull(said, "refused");
        Assert.AreEqual(sentence ?? said, said);
        Assert.AreEqual(before, _device.Get("/api/state?since=").Json.GetProperty("a").ToString(), "nothing changed");
    }

    [TestMethod]
    public void A_preset_is_called_by_its_name_or_its_number()
    {
        Prepare(true);

        Assert.IsNull(Say("preset/set", "2"), "by number");
        Assert.AreEqual(2, _device.Device.Presets.Current);
        Assert.IsNull(Say("preset/set", "Party \"night\""), "by name");
        Assert.AreEqual(1, _device.Device.Presets.Current, "the first of that name");
    }

    [TestMethod]
    public void No_bytes_break_what_takes_commands()
    {
        var random = new Random(7);
        var commands = new CommandTopics(_device.Device, _topics);
        string[] parts = ["a/set", "ha/a/set", "ha/global/set", "preset/set", "x/set"];
        byte[] good = Encoding.UTF8.GetBytes("""{"state":"ON","brightness":9,"color":{"r":1,"g":2,"b":3},"effect":"fire"}""");
        for (int i = 0; i < 3000; i++)
        {
            byte[] message = (byte[])good.Clone();
            for (int j = random.Next(6); j >= 0; j--)
            {
                message[random.Next(message.Length)] = (byte)random.Next(256);
            }

            Array.Resize(ref message, random.Next(message.Length + 1));
            commands.Take($"{_topics.Prefix}/{parts[random.Next(parts.Length)]}", message, "nano/fleet/x", true);
            commands.Take("nano/fleet/x", message, "nano/fleet/x", true);
        }
    }

    private HomeDiscovery Discovery => new(_device.Device, _topics);

    private string Say(string part, string message) =>
        new CommandTopics(_device.Device, _topics).Take(
            $"{_topics.Prefix}/{part}", Encoding.UTF8.GetBytes(message), "nano/fleet/", true);

    private void Prepare(bool hasPresetsAndGrid)
    {
        if (hasPresetsAndGrid)
        {
            _device.Post("/api/presets/1", """{"name":"Party \"night\""}""");
            _device.Post("/api/presets/2", """{"name":"Party \"night\""}""");
            Assert.AreEqual(200, _device.Post("/api/channel/a/layout", """{"kind":"grid","width":9,"height":8}""").Status);
        }
    }

    private static JsonNode Node(JsonWriter json) => JsonNode.Parse(Encoding.UTF8.GetString(json.Bytes, 0, json.Length))!;

    private static JsonNode Unlike(JsonNode thing, params string[] without)
    {
        JsonNode rest = thing.DeepClone();
        foreach (string name in without)
        {
            rest.AsObject().Remove(name);
        }

        return rest;
    }

    private static void Hold(string kind, JsonNode document) => Assert.IsTrue(IsHeld(kind, document), $"{kind}: {document}");

    private static bool IsHeld(string kind, JsonNode document)
    {
        JsonNode whole = Wanted[kind]!.DeepClone();
        Assert.AreEqual(string.Empty, string.Join(", ", SchemaKeywords.UnknownIn(whole)), "misspelt");
        using JsonDocument parsed = JsonDocument.Parse(document.ToJsonString());
        return JsonSchema.FromText(whole.ToJsonString()).Evaluate(parsed.RootElement).IsValid;
    }

    private static string Beside(string name, [System.Runtime.CompilerServices.CallerFilePath] string here = "") =>
        Path.Combine(Path.GetDirectoryName(here)!, name);
}
