using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Marks over HTTP: in the next frame, fading, listed, refused with the reason.</summary>
[TestClass]
public sealed class MarkTests : IDisposable
{
    private readonly WiredDevice _device = new();

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_mark_is_there_in_the_next_frame_and_fades_by_the_time_of_frames()
    {
        Darken();
        Tell("a", """{"from":10,"count":3,"colour":"FF0000","decayMs":1000}""");
        _device.Frame(20);
        Assert.AreEqual("10, 11, 12", Lit(_device.LightA), "where it was told");
        Assert.AreEqual(255, Red(10), "as it was told");
        Assert.IsTrue(_device.LightB.All(part => part == 0), "A's mark is not B's");
        int last = 255;
        for (int ms = 20; ms < 1000; ms += 20)
        {
            _device.Frame(20);
            Assert.IsTrue(Red(10) <= last, $"brighter after {ms} ms");
            last = Red(10);
        }

        _device.Frame(20);
        Assert.AreEqual(string.Empty, Lit(_device.LightA), "a second later it is gone");
        Assert.AreEqual("""{"most":24,"marks":[]}""", _device.Get("/api/channel/a/marks").Json.GetRawText(), "and not listed");
    }

    [TestMethod]
    public void What_stays_stays_until_it_is_taken_away()
    {
        Darken();
        Tell("a", """{"from":0,"colour":"00FF00","decayMs":0}""");
        for (int i = 0; i < 700; i++)
        {
            _device.Frame();
        }

        Assert.AreEqual(255, _device.LightA[0], "as bright as at first");
        Assert.AreEqual(200, _device.Ask("DELETE", "/api/channel/a/marks", null).Status);
        Tell("a", """{"from":5,"colour":"00FF00"}""");
        _device.Frame();
        Assert.AreEqual("5", Lit(_device.LightA), "what is told after the call is not taken away by it");
    }

    [TestMethod]
    public void Several_in_one_call_are_one_frame_and_the_last_lies_on_top()
    {
        Darken();
        Tell("a",
            """{"marks":[{"from":0,"count":4,"colour":"FF0000"},{"from":2,"count":4,"colour":"0000FF"},{"from":1,"count":1,"colour":"00FF00","blend":"add"}]}""");
        _device.Frame();
        Assert.AreEqual("0, 1, 2, 3, 4, 5", Lit(_device.LightA));
        Assert.AreEqual("FF0000 FFFF00 0000FF 0000FF 0000FF 0000FF", Pixels(6));
    }

    [TestMethod]
    public void What_is_alive_is_listed_as_it_was_told()
    {
        const string Mark = """{"from":170,"count":10,"colour":"12AB34","blend":"screen","level":200,"decayMs":400}""";
        Tell("b", Mark);
        _device.Frame(17);
        _device.Frame(20);
        Assert.AreEqual(
            "{\"most\":24,\"marks\":[" + Mark.Replace("}", ",\"leftMs\":380}") + "]}",
                _device.Get("/api/channel/b/marks").Json.GetRawText());
        Assert.AreEqual("""{"most":24,"marks":[]}""", _device.Get("/api/channel/a/marks").Json.GetRawText());
    }

    [TestMethod]
    public void There_are_24_at_once_and_another_takes_the_place_of_the_one_that_would_be_gone_first()
    {
        Darken();
        foreach (int first in (int[])[0, 20])
        {
            string many =
                string.Join(
                    ',', Enumerable.Range(0, 12).Select(i => $$"""{"from":{{first + i}},"decayMs":{{5000 - (i * 100)}}}"""));
            Tell("a", $$"""{"marks":[{{many}}]}""");
        }

        WiredDevice.Answer refused = _device.Post("/api/channel/a/marks", """{"from":1}""");
        Assert.AreEqual(503, refused.Status, "before the next frame there is no room for more");
        StringAssert.Contains(refused.Error, "at most 24");
        _device.Frame();
        Assert.AreEqual(24, Froms("a").Length);
        Tell("a", """{"from":150}""");
        _device.Frame();
        int[] froms = Froms("a");
        Assert.AreEqual(24, froms.Length);
        Assert.AreEqual(150, froms[^1], "the newest is the last");
        Assert.IsFalse(froms.Contains(11), "the one with the least time left made room");
    }

    [TestMethod]
    public void A_mark_is_as_bright_as_its_channel_whoever_draws_below()
    {
        Darken();
        _device.Post("/api/state", """{"a":{"brightness":100},"b":{"brightness":50},"global":{"link":"mirror"}}""");
        _device.Settle();
        Tell("a", """{"from":3,"decayMs":0,"colour":"FF0000"}""");
        Tell("b", """{"from":4,"decayMs":0,"colour":"0000FF"}""");
        _device.Frame();
        Assert.AreEqual("3", Lit(_device.LightA), "linked strips keep their own marks");
        Assert.AreEqual("4", Lit(_device.LightB));
        Assert.AreEqual(100, Red(3));
        _device.Post("/api/channel/a", """{"enabled":false}""");
        _device.Settle();
        Assert.AreEqual(string.Empty, Lit(_device.LightA), "dark with its strip");
    }

    [TestMethod]
    public void The_power_limit_and_the_flash_guard_act_on_marks_too()
    {
        Darken();
        _device.Post("/api/global", """{"channel-ma":1000,"board-ma":2000}""");
        _device.Settle();
        Tell("a", """{"from":0,"count":180,"decayMs":0}""");
        for (int i = 0; i < 60; i++)
        {
            _device.Frame();
            Assert.IsTrue(
                _device.Device.ChannelA.Output.Milliamps <= 1000, $"{_device.Device.ChannelA.Output.Milliamps} mA in frame {i}");
        }

        Assert.IsTrue(Red(0) > 10, "as bright as it may be");
        _device.Ask("DELETE", "/api/channel/a/marks", null);
        _device.Post("/api/global", """{"channel-ma":20000,"board-ma":40000,"flash-guard":true}""");
        _device.Settle();
        int flashes = 0;
        int last = 0;
        for (int i = 0; i < 60; i++)
        {
            if (i % 6 == 0)
            {
                Tell("a", """{"from":0,"count":180,"decayMs":50}""");
            }

            _device.Frame();
            flashes += Red(0) > 200 && last < 100 ? 1 : 0;
            last = Red(0);
        }

        Assert.IsTrue(flashes <= 3, $"{flashes} flashes in a second");
    }

    [TestMethod]
    public void Marks_come_in_the_order_of_colours_that_the_strip_wants()
    {
        var wiring = new Control.Wiring();
        wiring.A.Set("order", 2);
        using var device = new WiredDevice(wiring);
        device.Settle();
        device.Post("/api/channel/a", """{"pattern":"solid","brightness":255,"p1":0}""");
        Assert.AreEqual(200, device.Post("/api/channel/a/marks", """{"from":0,"colour":"FF0000","decayMs":0}""").Status);
        device.Settle();
        Assert.AreEqual(
            "FF0000", device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()![..6],
                "told as red, read back as red");
        Assert.AreEqual(255, device.LightA[1], "blue, red, green: red is the second byte");
    }

    [TestMethod]
    [DataRow("{", "bad JSON")]
    [DataRow("{}", "no field given: use from, count, colour, blend, level, decayMs")]
    [DataRow("""{"from":180}""", "from must be a whole number from 0 to 179")]
    [DataRow("""{"from":170,"count":11}""", "from plus count must be at most 180, the LEDs of the strip")]
    [DataRow("""{"count":0}""", "count must be a whole number from 1 to 180")]
    [DataRow("""{"colour":"red"}""", "colour must be a colour as RRGGBB")]
    [DataRow("""{"colour":7}""", "colour must be a colour as RRGGBB")]
    [DataRow("""{"colour":{"add":1}}""", "colour must be a colour as RRGGBB")]
    [DataRow("""{"blend":"overlay"}""", "blend must be opaque, add, max, screen or multiply")]
    [DataRow("""{"level":256}""", "level must be a whole number from 0 to 255")]
    [DataRow("""{"decayMs":10001}""", "decayMs must be a whole number from 0 to 10000")]
    [DataRow("""{"mode":"add"}""", "unknown control: use from, count, colour, blend, level, decayMs")]
    [DataRow("""{"marks":[]}""", "marks must be a list of 1 to 24 objects")]
    [DataRow("""{"marks":[{"from":1},7]}""", "marks must be a list of 1 to 24 objects")]
    [DataRow("""{"marks":[{"from":1},{"from":999}]}""", "from must be a whole number from 0 to 179")]
    [DataRow("""{"marks":[{"from":1}],"from":2}""", "marks must stand alone")]
    public void What_is_wrong_is_refused_with_what_is_allowed_and_nothing_is_drawn(string body, string reason)
    {
        Darken();
        WiredDevice.Answer answer = _device.Post("/api/channel/a/marks", body);
        Assert.AreEqual(400, answer.Status, answer.Text);
        StringAssert.StartsWith(answer.Error, reason);
        _device.Frame();
        Assert.AreEqual(string.Empty, Lit(_device.LightA), "nothing is drawn");
    }

    [TestMethod]
    public void Where_there_is_no_strip_no_mark_can_be_told()
    {
        using var device = new WiredDevice(ledsB: 0);
        WiredDevice.Answer answer = device.Post("/api/channel/b/marks", """{"from":0}""");
        Assert.AreEqual(409, answer.Status);
        StringAssert.Contains(answer.Error, "/api/wiring");
        Assert.AreEqual(200, device.Get("/api/channel/b/marks").Status, "a look is allowed");
        Assert.AreEqual(405, device.Ask("PATCH", "/api/channel/b/marks", null).Status);
    }

    // Four threads tell at once while one draws: each call's marks come together, whole, and none is lost or doubled.
    [TestMethod]
    public void Calls_from_several_threads_come_whole_and_none_is_lost()
    {
        const int Calls = 2000;
        Channel channel = _device.Device.ChannelA;
        Marks marks = channel.MakeOver().MakeMarks();
        int told = 0;
        int ended = 0;
        var seen = new HashSet<int>();
        Task[] tellers = [.. Enumerable.Range(0, 4).Select(teller => Task.Run(() =>
        {
            for (int call = 0; call < Calls; call++)
            {
                int number = (teller * Calls) + call + 1;
                int[] mark = [number % 170, 3, number, 0, 255, 1000];
                while (!marks.TryTell([mark, mark], 2))
                {
                    Thread.Yield();
                }

                Interlocked.Increment(ref told);
            }

            Interlocked.Increment(ref ended);
        }))];
        var light = new Outputs.PictureLight();
        bool isLast = false;
        while (!isLast)
        {
            isLast = Volatile.Read(ref ended) == tellers.Length;
            marks.Advance(17, light);
            MarkList list = marks.List();
            for (int i = 0; i < list.Count; i++)
            {
                int number = list.Value(i, 2);
                Assert.AreEqual(number % 170, list.Value(i, 0), "a mark that is mixed of two");
                seen.Add(number);
            }
        }

        Task.WaitAll(tellers);
        Assert.AreEqual(tellers.Length * Calls, told);
        Assert.AreEqual(told, seen.Count, "told, and seen");
    }

    private void Darken()
    {
        // A pattern that is black in silence.
        _device.Post("/api/state", """{"a":{"pattern":"pulse","brightness":255},"b":{"pattern":"pulse","brightness":255}}""");
        _device.Settle();
        Assert.AreEqual(string.Empty, Lit(_device.LightA), "dark below");
    }

    private void Tell(string channel, string body)
    {
        WiredDevice.Answer answer = _device.Post($"/api/channel/{channel}/marks", body);
        Assert.AreEqual(200, answer.Status, answer.Text);
    }

    private int Red(int pixel) => _device.LightA[(pixel * 3) + 1];

    private string Pixels(int count)
    {
        string pixels = _device.Get("/api/channel/a/frame").Json.GetProperty("pixels").GetString()!;
        return string.Join(' ', Enumerable.Range(0, count).Select(i => pixels.Substring(i * 6, 6)));
    }

    private int[] Froms(string channel) =>
        [.. _device.Get($"/api/channel/{channel}/marks").Json.GetProperty("marks").EnumerateArray().Select(
            each => each.GetProperty("from").GetInt32())];

    // The pixels that are not dark.
    private static string Lit(byte[] light) =>
        string.Join(
            ", ", Enumerable.Range(0, light.Length / 3).Where(
                at => light[at * 3] + light[(at * 3) + 1] + light[(at * 3) + 2] > 0));
}
