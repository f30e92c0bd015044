using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using File = NanoHost.IO.File;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What a new device shows: two strips that are seen to be two, and the same again after a reset.</summary>
[TestClass]
public sealed class FirstStartTests : StoredDeviceTests
{
    private static readonly string[] Groups = ["a", "b", "global", "audio", "live"];

    [TestMethod]
    public void Two_new_strips_draw_different_pictures_of_the_sound_in_different_palettes()
    {
        JsonElement a = Wired.Get("/api/channel/a").Json;
        JsonElement b = Wired.Get("/api/channel/b").Json;

        Assert.AreEqual("spectrum in sunset", Look(a));
        Assert.AreEqual("wings in peacock", Look(b));
        foreach (JsonElement pattern in Wired.Get("/api/patterns").Json.GetProperty("patterns").EnumerateArray())
        {
            string name = pattern.GetProperty("name").GetString()!;
            JsonElement channel = name == "spectrum" ? a : b;
            if (name is "spectrum" or "wings")
            {
                Assert.IsTrue(pattern.GetProperty("audio").GetBoolean(), name + " is drawn from the sound");
                foreach (JsonElement parameter in pattern.GetProperty("parameters").EnumerateArray())
                {
                    int initial = parameter.GetProperty("default").GetInt32();
                    Assert.AreEqual(
                        initial, channel.GetProperty(parameter.GetProperty("control").GetString()!).GetInt32(),
                        name + " starts as its author meant it");
                }
            }
        }
    }

    [TestMethod]
    public void What_a_reset_gives_is_told_among_the_controls()
    {
        Wired.Device.State.Reset();
        JsonElement initial = Wired.Get("/api/controls").Json.GetProperty("initial");

        Assert.AreEqual(Controls(), initial.GetRawText());
        Assert.AreEqual("wings in peacock", Look(initial.GetProperty("b")));
    }

    [TestMethod]
    public void A_reset_a_deleted_file_and_a_first_start_give_the_same()
    {
        Wired.Device.State.Reset();
        string first = Controls();
        Wired.Post(
            "/api/state",
            """{"a":{"pattern":"fire","speed":1},"b":{"pattern":"pulse","palette":"ice","p1":9},"global":{"link":"mirror"}}""");
        Wired.Device.Settings.Flush();
        Assert.AreNotEqual(first, Controls());

        Wired.Post("/api/reset", """{"confirm":true}""");
        Assert.AreEqual(first, Controls(), "after a reset");
        Wired.Post("/api/channel/b", """{"pattern":"pulse"}""");
        Wired.Device.Settings.Flush();
        File.Delete("I:\\settings.0");
        File.Delete("I:\\settings.1");
        Restart();

        Assert.AreEqual("spectrum in sunset", Look(Wired.Get("/api/channel/a").Json), "without its file");
        Assert.AreEqual("wings in peacock", Look(Wired.Get("/api/channel/b").Json), "without its file");
        Wired.Post("/api/reset", """{"confirm":true}""");
        Assert.AreEqual(first, Controls(), "after another reset");
    }

    [TestMethod]
    public void Both_can_be_set_alike_and_choosing_the_look_again_brings_its_parameters()
    {
        Wired.Post("/api/channel/b", """{"pattern":"spectrum","palette":"sunset"}""");
        Assert.AreEqual(Wired.Get("/api/channel/a").Text, Wired.Get("/api/channel/b").Text);
        string fresh = Wired.Get("/api/controls").Json.GetProperty("initial").GetProperty("b").GetProperty("p1").GetRawText();

        Assert.AreEqual(fresh, Wired.Post("/api/channel/b", """{"pattern":"wings"}""").Json.GetProperty("p1").GetRawText());
    }

    private string Controls()
    {
        JsonElement state = Wired.Get("/api/state").Json;
        return "{" + string.Join(',', Groups.Select(group => $"\"{group}\":{state.GetProperty(group).GetRawText()}")) + "}";
    }

    private static string Look(JsonElement channel) =>
        channel.GetProperty("pattern").GetString() + " in " + channel.GetProperty("palette").GetString();
}
