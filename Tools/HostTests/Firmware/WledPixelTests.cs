using System.Net;
using System.Text.Json;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Tests.Live;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Single LEDs in a segment's "i", as WLED 0.15 takes them (docs/wled.md).</summary>
[TestClass]
public sealed class WledPixelTests : IDisposable
{
    private const int Ddp = 4048;

    private static readonly IPEndPoint Sender = new(IPAddress.Parse("192.168.4.20"), 5000);

    private readonly WiredDevice _device = new();

    public WledPixelTests()
    {
        _device.Post(
            "/api/state",
            """{"a":{"pattern":"solid","palette":"ice","brightness":255,"fade":0},"b":{"pattern":"solid","palette":"ice","fade":0},"global":{"brightness":255}}""");
        _device.Settle();
    }

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void A_colour_for_each_led_lights_its_strip_and_the_other_goes_on()
    {
        byte[] patternOfB = _device.LightB;
        string colours = string.Join(',', Enumerable.Range(0, 180).Select(i => $"\"{(i == 179 ? "00FF00" : "FF0000")}\""));

        Send($$"""{"on":true,"seg":[{"i":[{{colours}}]} ] }""");

        CollectionAssert.AreEqual(new byte[] { 0, 255, 0 }, _device.LightA[..3], "the first: red");
        CollectionAssert.AreEqual(new byte[] { 255, 0, 0 }, _device.LightA[^3..], "the last: green");
        CollectionAssert.AreEqual(patternOfB, _device.LightB, "strip B is another segment");
    }

    [TestMethod]
    [DataRow("\"FF0000\"", "R...")]
    [DataRow("\"FF0000\",\"0000ff\"", "RB..")]
    [DataRow("2,\"FF0000\"", "..R.")]
    [DataRow("2,\"FF0000\",\"0000FF\"", "..RB")]
    [DataRow("1,3,\"FF0000\"", ".RR.")]
    [DataRow("1,3,\"FF0000\",\"0000FF\"", ".RRB")]
    [DataRow("3,1,\"FF0000\"", "...R")]
    [DataRow("-1,\"FF0000\"", ".R..")]
    [DataRow("0,2,9,\"FF0000\"", "RRRR")]
    [DataRow("[255,0,0],[0,0,255,99]", "RB..")]
    [DataRow("[999,-5,0],[0]", "R...")]
    [DataRow("\"FF000000\",\"0000FFFF\"", "RB..")]
    [DataRow("\"red\",true,null,{\"a\":[1]},\"#FF0000\",\"FF0000\"", "R...")]
    [DataRow("9999,\"FF0000\"", "....")]
    [DataRow("2147483647,\"FF0000\"", "....")]
    [DataRow("", "....")]
    public void A_number_says_where_and_two_say_from_where_to_where(string list, string leds)
    {
        Send($$"""{"seg":[{"id":0,"i":[{{list}}]} ] }""");

        Assert.AreEqual(leds, Leds(4));
    }

    [TestMethod]
    public void What_is_not_named_stays_as_it_was_posted_before()
    {
        Send("""{"seg":{"id":0,"i":["FF0000","FF0000"]}}""");
        Send("""{"seg":{"id":0,"i":[1,"0000FF"]}}""");

        Assert.AreEqual("RB..", Leds(4));
        Assert.IsTrue(Segment(0).GetProperty("frz").GetBoolean(), "frozen, as WLED calls it");
        Assert.IsFalse(Segment(1).GetProperty("frz").GetBoolean(), "the other is not");
        Assert.IsFalse(_device.Get("/json/info").Json.GetProperty("live").GetBoolean(), "nobody streams");
    }

    [TestMethod]
    public void Without_an_id_both_segments_are_meant()
    {
        Send("""{"seg":{"i":["FF0000"]}}""");

        CollectionAssert.AreEqual(new byte[] { 0, 255, 0 }, _device.LightA[..3]);
        Assert.IsTrue(_device.LightB[1] > 0, "and strip B, as bright as its channel is");
    }

    [TestMethod]
    [DataRow("/json/state", """{"seg":{"id":0,"frz":false}}""")]
    [DataRow("/json/state", """{"seg":{"id":0,"pal":3}}""")]
    [DataRow("/json/state", """{"seg":{"id":0,"col":[[0,255,0]]}}""")]
    [DataRow("/api/channel/a", """{"pattern":"solid"}""")]
    [DataRow("/api/channel/a/palette", """{"value":"ice"}""")]
    [DataRow("/api/presets/1/recall", "")]
    public void They_stay_until_somebody_chooses_for_that_strip_though_it_is_the_same_again(string url, string body)
    {
        _device.Post("/api/presets/1", """{"name":"before"}""");
        Send("""{"seg":[{"i":["FF0000"]},{"i":["FF0000"]}]}""");
        for (int i = 0; i < 1000; i++)
        {
            Run();
        }

        Assert.AreEqual("R...", Leds(4), "after a while");
        _device.Post("/api/channel/a/brightness", """{"value":255}""");
        Run();
        Assert.AreEqual("R...", Leds(4), "whatever becomes of the rest");

        Assert.AreEqual(200, _device.Post(url, body).Status);
        Settle();

        Assert.IsTrue(_device.LightA[0] > 0 || _device.LightA[^1] > 0, "the pattern lights the rest too");
        Assert.IsFalse(Segment(0).GetProperty("frz").GetBoolean(), "nothing is frozen");
        Assert.AreEqual(
            !url.StartsWith("/api/presets", StringComparison.Ordinal), Segment(1).GetProperty("frz").GetBoolean(),
            "a preset is both strips'");
    }

    [TestMethod]
    public void A_body_that_ends_badly_changes_nothing()
    {
        byte[] before = _device.LightA;

        Assert.AreEqual(400, _device.Post("/json/state", """{"seg":{"id":0,"i":["FF0000","0000FF"]}""").Status);
        Run();

        CollectionAssert.AreEqual(before, _device.LightA);
        Assert.IsNull(_device.Device.Live.Picture, "nothing was made for it");
    }

    [TestMethod]
    public void Whoever_sends_later_is_shown_and_when_he_ends_they_are_there_again()
    {
        _device.Post("/api/live", """{"ddp":true,"raw":true,"order":"grb","timeoutMs":500}""");
        Send("""{"seg":{"id":0,"i":["FF0000"]}}""");
        Assert.AreEqual("json", Shows());

        _device.Network.Datagrams.Deliver(Ddp, LiveMessage.Ddp(LiveMessage.DdpPush, 1, 0, 5, 7), Sender);
        Run();
        Assert.AreEqual("ddp", Shows());
        Assert.AreEqual(7, _device.LightA[0], "as it was sent");
        for (int i = 0; i < 40; i++)
        {
            Run();
        }

        Assert.AreEqual("json", Shows());
        Assert.AreEqual("R...", Leds(4), "red first, whatever senders say");
    }

    [TestMethod]
    public void While_strips_are_linked_to_show_one_picture_it_is_theirs_together()
    {
        _device.Post("/api/global", """{"link":"mirror"}""");
        Settle();

        Send("""{"seg":{"id":0,"i":["FF0000"]}}""");

        Assert.AreEqual("R...", Leds(4));
        Assert.IsTrue(_device.LightB.All(light => light == 0), "nothing was posted for strip B");
    }

    [TestMethod]
    public void Six_thousand_bytes_of_colours_are_taken_and_more_is_not()
    {
        using var device = new WiredDevice(ledsA: 600, ledsB: 0);
        string colours = string.Join(',', Enumerable.Repeat("\"FF0000\"", 600));
        Assert.AreEqual(200, device.Post("/json/state", $$"""{"seg":[{"id":0,"i":[{{colours}}]} ] }""").Status);
        Assert.AreEqual(413, device.Post("/json/state", new string(' ', 6145)).Status);
    }

    private string Shows() => _device.Get("/api/live").Json.GetProperty("shows").GetString();

    private JsonElement Segment(int index) => _device.Get("/json/state").Json.GetProperty("seg")[index];

    private void Send(string body)
    {
        Assert.AreEqual(200, _device.Post("/json/state", body).Status, body);
        Run();
    }

    private void Run()
    {
        _device.Device.Live.Run();
        _device.Frame();
    }

    private void Settle()
    {
        _device.Device.Live.Run();
        _device.Settle();
    }

    // A letter for each of the first LEDs: R for red, B for blue, a point for black.
    private string Leds(int count) =>
        string.Concat(Enumerable.Range(0, count).Select(i => Letter(_device.LightA.AsSpan(i * 3, 3))));

    private static char Letter(ReadOnlySpan<byte> grb)
    {
        if (grb[0] != 0)
        {
            return '?';
        }

        char colour = grb[1] > 0 ? 'R' : 'B';
        return grb[1] + grb[2] == 0 ? '.' : colour;
    }
}
