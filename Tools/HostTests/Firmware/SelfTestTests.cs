using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Network;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What a person with a new board asks it: is everything there, and is it wired as it should be?</summary>
[TestClass]
public sealed class SelfTestTests : IDisposable
{
    private const int StandFrames = 180;
    private const int WalkFrames = 240;

    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Every_part_has_a_verdict_and_says_what_to_do()
    {
        JsonElement answer = _device.Get("/api/selftest").Json;

        Assert.IsFalse(answer.GetProperty("walking").GetBoolean(), "to look starts nothing");
        Assert.AreEqual(
            "pins strip a strip b microphone memory radio",
            string.Join(' ', answer.GetProperty("checks").EnumerateArray().Select(each => each.GetProperty("part").GetString())));
        Assert.AreEqual("bad no microphone: check the wiring of I2S", Check("microphone"));
        StringAssert.StartsWith(Check("pins"), "bad not opened: GPIO 15, 16 and 17 (microphone)");
        StringAssert.StartsWith(Check("memory"), "look not measured yet");
        StringAssert.StartsWith(Check("radio"), "look the hotspot's state is: off");
    }

    [TestMethod]
    public void A_strip_is_judged_by_its_frames()
    {
        StringAssert.StartsWith(Check("strip a"), "bad 0 frames a second");
        for (int i = 0; i < 180; i++)
        {
            _device.Frame();
        }

        StringAssert.StartsWith(Check("strip a"), "look 60 frames a second are sent.");
        StringAssert.StartsWith(Check("strip b"), "look 60 frames a second are sent.");
    }

    [TestMethod]
    public void Memory_is_judged_once_it_was_measured()
    {
        _device.Supervisor.Heap.Collect();
        StringAssert.Matches(Check("memory"), new("^(ok|bad) [0-9]+ KB free, [0-9]+ at least so far$"));
    }

    [TestMethod]
    public void Both_strips_show_the_order_of_their_colours_and_then_one_light_at_every_led()
    {
        _device.Post("/api/state", """{"global":{"power":false},"a":{"pattern":"solid","palette":"cool-white"}}""");
        _device.Settle();
        string dark = Convert.ToHexString(_device.LightA);

        Assert.IsTrue(
            _device.Post("/api/selftest", string.Empty).Json.GetProperty("walking").GetBoolean(),
            "the answer does not say that the walk began");
        _device.Frame();

        Assert.AreEqual(
            "006000" + "600000" + "000060", Convert.ToHexString(_device.LightA[..9]),
            "red, green, blue as the wire has them, whatever else is set");
        Assert.AreEqual(3, _device.LightA.Count(part => part != 0), "and nothing else");
        CollectionAssert.AreEqual(_device.LightA, _device.LightB);
        for (int i = 0; i < StandFrames; i++)
        {
            _device.Frame();
        }

        var seen = new SortedSet<int>();
        for (int i = 0; i < WalkFrames; i++)
        {
            int[] lit = Enumerable.Range(0, Board.StripLeds).Where(led => _device.LightA[led * 3] != 0).ToArray();
            Assert.IsTrue(lit.Length <= 1, "one light at a time");
            seen.UnionWith(lit);
            _device.Frame();
        }

        Assert.IsTrue(
            seen.Max == Board.StripLeds - 1 && seen.Count > Board.StripLeds * 2 / 3,
            $"{seen.Count} LEDs, the last is {seen.Max}");
        Assert.IsFalse(_device.Get("/api/selftest").Json.GetProperty("walking").GetBoolean(), "it ends by itself");
        Assert.AreEqual(dark, Convert.ToHexString(_device.LightA), "and all is as before");
    }

    [TestMethod]
    public void Whoever_may_not_change_things_may_look_and_not_walk()
    {
        _device.Post("/api/security", """{"key":"let me in"}""");

        Assert.AreEqual(401, _device.Post("/api/selftest", string.Empty).Status);
        Assert.IsFalse(_device.Get("/api/selftest").Json.GetProperty("walking").GetBoolean(), "a walk began without the key");
    }

    [TestMethod]
    public void The_password_of_every_new_device_is_told_of_until_it_is_changed_and_is_in_no_answer()
    {
        Assert.IsFalse(IsDefault, "nothing is configured yet");
        _device.Post("/api/network", $$"""{"hotspotName":"new","hotspotPassword":"{{Hotspot.DefaultPassword}}"}""");

        Assert.IsTrue(IsDefault, "the known password is not told of");
        foreach (string url in new[]
        {
            "/api/status", "/api/network", "/api/backup", "/api/log", "/api/state", "/json", "/api/selftest",
        })
        {
            Assert.IsFalse(_device.Get(url).Text.Contains(Hotspot.DefaultPassword, StringComparison.Ordinal), url);
        }

        _device.Post("/api/network", """{"hotspotPassword":"only mine"}""");
        Assert.IsFalse(IsDefault, "changed, though it counts from the next start on");
        _device.Post("/api/reset", """{"confirm":true}""");
        Assert.IsTrue(IsDefault, "a reset brings it back");
    }

    private bool IsDefault => _device.Get("/api/status").Json.TryGetProperty("defaultPassword", out JsonElement flag)
        && flag.GetBoolean();

    private string Check(string part)
    {
        JsonElement check = _device.Get("/api/selftest").Json.GetProperty("checks").EnumerateArray()
            .Single(each => each.GetProperty("part").GetString() == part);
        return check.GetProperty("verdict").GetString() + " " + check.GetProperty("says").GetString();
    }
}
