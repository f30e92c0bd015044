using Microsoft.VisualStudio.TestTools.UnitTesting;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>What moves on panels: effects, patterns, another brightness, two clients at once.</summary>
[TestClass]
public sealed class PanelMotionTests : PanelWall
{
    [TestMethod]
    public void Effects_take_their_time()
    {
        Hang(Twelve);
        Tell("/api/panels/0", """{"colour":"FF0000","effect":"fade-in","transitionMs":1000}""");
        int[] reds = Reds(0, 70);
        Assert.IsTrue(reds[0] < 20 && reds[30] is > 90 and < 170 && reds[69] == 255, string.Join(' ', reds));
        Tell("/api/panels/0", """{"effect":"fade-out","transitionMs":1000}""");
        reds = Reds(0, 70);
        Assert.IsTrue(reds[0] > 230 && reds[30] is > 90 and < 170 && reds[69] == 0, string.Join(' ', reds));
        Tell("/api/panels/0", """{"colour":"FF0000","effect":"blink","transitionMs":170}""");
        reds = Reds(0, 60);
        Assert.IsTrue(reds.All(red => red is 0 or 255) && reds.Count(red => red == 0) is > 20 and < 40, string.Join(' ', reds));
        Tell("/api/panels/0", """{"colour":"00FF00"}""");
        Device.Frame();
        Tell("/api/panels/0", """{"colour":"FF0000","effect":"wipe","transitionMs":1000}""");
        int[] lit = [.. Enumerable.Range(0, 70).Select(_ => Count(0, "FF0000"))];
        Assert.IsTrue(
            lit.Zip(lit.Skip(1)).All(pair => pair.Second >= pair.First) && lit[^1] == 64 && lit[30] is > 16 and < 48,
                string.Join(' ', lit));
        Tell("/api/panels/0", """{"colour":"0000FF","effect":"flip","transitionMs":1000}""");
        int[] old = [.. Enumerable.Range(0, 70).Select(_ => Count(0, "FF0000"))];
        Assert.IsTrue(old[10] > old[25] && old[35] == 0, string.Join(' ', old));
        Assert.AreEqual(Filled("0000FF"), Frame(0), "turned");
    }

    [TestMethod]
    [DataRow("90")]
    [DataRow("180")]
    public void What_panels_show_goes_with_them_when_they_are_hung_otherwise(string rotation)
    {
        Hang(Twelve);
        string pixels = string.Concat(Enumerable.Range(0, 64).Select(i => i is < 8 or 8 or 40 ? "FF0000" : "0000FF"));
        Tell("/api/panels", $$"""{"panels":[0,11],"pixels":"{{pixels}}"}""");
        Device.Frame();
        Device.Post("/api/channel/a/layout", $$"""{"rotation":"{{rotation}}"}""");
        Device.Settle();
        foreach (int panel in (int[])[0, 11])
        {
            Assert.AreEqual(pixels, Frame(panel), $"panel {panel}");
            Assert.AreEqual(pixels, Shown(panel, 16, 8), $"panel {panel}, as the channel's frame has it");
        }
    }

    // The power limit goes by what the panels say that they add up to.
    [TestMethod]
    public void What_panels_add_up_to_is_what_is_on_the_wire()
    {
        Hang(Twelve);
        Tell("/api/panels", """{"interface":"per-panel"}""");
        Tell("/api/panels/left-half", """{"colour":"FF8000"}""");
        Tell("/api/panels/9", $$"""{"pixels":"{{string.Concat(Enumerable.Range(0, 64).Select(i => $"{i * 4:X2}{255 - i:X2}10"))}}"}""");
        foreach (string next in (string[])
        [
            """{"panels":[0],"effect":"none"}""",
            """{"panels":[1,8],"colour":"00FF00","effect":"fade-in","transitionMs":200}""",
            """{"panels":[1],"effect":"fade-out","transitionMs":200}""",
            """{"panels":[2,9],"brightness":100}""",
            """{"panels":[2],"clear":true}""",
        ])
        {
            Tell("/api/panels", next);
            foreach (int brightness in (int[])[255, 90, 90, 255])
            {
                Device.Post("/api/channel/a", $$"""{"brightness":{{brightness}}}""");
                Device.Settle();
                Assert.AreEqual(
                    Device.LightA.Sum(light => light), Device.Device.ChannelA.Output.Metrics.LitSum, $"A, {next}, {brightness}");
                Assert.AreEqual(
                    Device.LightB.Sum(light => light), Device.Device.ChannelB.Output.Metrics.LitSum, $"B, {next}, {brightness}");
            }
        }
    }

    [TestMethod]
    public void A_pattern_runs_alike_on_all_panels_that_are_told_it()
    {
        Hang(Twelve);
        Device.Post("/api/channel/a", """{"brightness":255}""");
        Tell("/api/panels/all", """{"pattern":"rainbow","palette":"rainbow","speed":255}""");
        Device.Settle();
        string first = Frame(0);
        Assert.IsTrue(Enumerable.Range(1, 11).All(panel => Frame(panel) == first), "the same on all");
        Assert.AreNotEqual(Filled(first[..6]), first, "a picture");
        Device.Settle();
        Assert.AreNotEqual(first, Frame(0), "it moves");
        string[] others = ["fire", "ocean", "plasma"];
        for (int at = 0; at < others.Length; at++)
        {
            Tell($"/api/panels/{at}", $$"""{"pattern":"{{others[at]}}"}""");
        }

        WiredDevice.Answer many = Device.Post("/api/panels/5", """{"pattern":"solid"}""");
        Assert.AreEqual(400, many.Status);
        StringAssert.StartsWith(many.Error, "too many patterns: at most 4 different ones");
        Device.Settle();
        Assert.AreEqual(Frame(11), Frame(4), "the others go on");
    }

    [TestMethod]
    public void Panels_follow_the_channels_brightness_and_have_their_own()
    {
        Hang(Twelve);
        Tell("/api/panels/all", """{"colour":"FF0000"}""");
        Tell("/api/panels/1", """{"brightness":127}""");
        Device.Frame();
        Assert.AreEqual(Filled("FF0000"), Frame(0));
        Assert.AreEqual(Filled("7F0000"), Frame(1));
        Device.Post("/api/channel/a", """{"brightness":100}""");
        Device.Settle();
        Assert.AreEqual(Filled("640000"), Frame(0));
        Assert.AreEqual(Filled("310000"), Frame(1));
        Assert.AreEqual(Filled("640000"), Frame(11), "on B's strip too");
    }

    // 60 s: one client has the left half and one the right, each tells one number to all of its panels in one call, as bits in
    // two colours.
    [TestMethod]
    public void Two_clients_at_twenty_updates_a_second_lose_nothing_and_mix_nothing()
    {
        Hang(Twelve);
        int[] told = [0, 0];
        int seen = 0;
        for (int frame = 0; frame < 3600; frame++)
        {
            if (frame % 3 == 0)
            {
                TellNumber(0, "left-half", ++told[0]);
            }

            if (frame % 3 == 1)
            {
                TellNumber(6, "right-half", ++told[1]);
            }

            Device.Frame();
            for (int half = 0; half < 2; half++)
            {
                int[] shown = [.. Enumerable.Range(half * 6, 6).Select(Number)];
                Assert.IsTrue(
                    shown.All(number => number == told[half]),
                        $"frame {frame}: {string.Join(' ', shown)} where {told[half]} was told");
            }

            seen++;
        }

        Assert.AreEqual(3600, seen);
        Assert.AreEqual(
            0, Device.Device.ChannelA.Output.Metrics.Dropped + Device.Device.ChannelB.Output.Metrics.Dropped,
                "frames left out");
    }

    private void TellNumber(int salt, string group, int number)
    {
        string bits =
            string.Concat(Enumerable.Range(0, 64).Select(bit => bit < 16 ? (number >> bit) & 1 : (bit + salt + number) % 2));
        Tell($"/api/panels/{group}", $$"""{"colours":["000000","FFFFFF"],"pixels":"{{bits}}"}""");
    }

    private int Number(int panel)
    {
        string pixels = Frame(panel);
        return Enumerable.Range(0, 16).Sum(bit => pixels.Substring(bit * 6, 6) == "FFFFFF" ? 1 << bit : 0);
    }
}
