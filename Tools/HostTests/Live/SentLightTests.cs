using System.Net;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Tests.Live;

namespace NanoFirmware.HostTests.Live;

/// <summary>What the LEDs show of a sender's frames.</summary>
[TestClass]
public sealed class SentLightTests : IDisposable
{
    private const int Ddp = 4048;

    private static readonly IPEndPoint Sender = new(IPAddress.Parse("192.168.4.20"), 5000);

    private readonly WiredDevice _device = new();
    private int _sequence;

    public void Dispose() => _device.Dispose();

    [TestMethod]
    public void Raw_pixels_reach_both_strips_as_they_were_sent()
    {
        Begin("""{"ddp":true,"raw":true}""");

        Send(200, 90);

        CollectionAssert.AreEqual(new byte[] { 1, 200, 2 }, _device.LightA[..3]);
        CollectionAssert.AreEqual(new byte[] { 1, 90, 2 }, _device.LightB[..3]);
    }

    [TestMethod]
    public void Raw_pixels_in_the_order_of_the_wire_are_not_turned()
    {
        Begin("""{"ddp":true,"raw":true,"order":"grb"}""");

        Send(200, 90);

        CollectionAssert.AreEqual(new byte[] { 200, 1, 2 }, _device.LightA[^3..]);
    }

    [TestMethod]
    [DataRow(255, 255, 255)]
    [DataRow(255, 128, 128)]
    [DataRow(128, 255, 55)]
    public void Otherwise_they_get_the_eyes_curve_and_the_channels_brightness(int sent, int brightness, int light)
    {
        _device.Post("/api/channel/a", $$"""{"brightness":{{brightness}}}""");
        Begin("""{"ddp":true}""");

        Send(sent, 0);

        Assert.AreEqual(light, _device.LightA[1], 1);
    }

    [TestMethod]
    public void A_change_of_brightness_shows_without_another_datagram()
    {
        _device.Post("/api/global", """{"brightness":255}""");
        _device.Post("/api/channel/a", """{"brightness":255}""");
        Begin("""{"ddp":true}""");
        Send(255, 0);

        _device.Post("/api/channel/a", """{"brightness":10}""");
        Frame();

        Assert.AreEqual(10, _device.LightA[1]);
    }

    [TestMethod]
    [DataRow("/api/channel/a", """{"enabled":false}""")]
    [DataRow("/api/global", """{"power":false}""")]
    public void What_is_switched_off_stays_dark(string url, string body)
    {
        _device.Post(url, body);
        Begin("""{"ddp":true,"raw":true}""");

        Send(200, 90);

        Assert.IsTrue(_device.LightA.All(light => light == 0), "a strip that is off shows what is sent");
    }

    [TestMethod]
    public void When_the_sender_ends_the_pattern_comes_back_with_a_cross_fade()
    {
        Choose("000000", 1000);
        _device.Settle();
        Begin("""{"ddp":true,"raw":true,"timeoutMs":100}""");
        Send(200, 90);
        for (int i = 0; i < 6; i++)
        {
            Frame();
        }

        int before = _device.LightA[1];
        for (int i = 0; i < 30; i++)
        {
            Frame();
        }

        int half = _device.LightA[1];
        for (int i = 0; i < 45; i++)
        {
            Frame();
        }

        Assert.IsTrue(before > 180, $"{before} when it begins");
        Assert.IsTrue(half is > 60 and < 140, $"{half} half-way");
        Assert.AreEqual(0, _device.LightA[1]);
    }

    [TestMethod]
    public void What_is_chosen_meanwhile_holds_afterwards_and_disturbs_nothing()
    {
        Begin("""{"ddp":true,"raw":true,"timeoutMs":100}""");
        Send(200, 90);

        Choose("00FF00", 0);
        for (int i = 0; i < 10; i++)
        {
            Send(200, 90);
            CollectionAssert.AreEqual(new byte[] { 1, 200, 2 }, _device.LightA[..3]);
        }

        for (int i = 0; i < 60; i++)
        {
            Frame();
        }

        CollectionAssert.AreEqual(new byte[] { 255, 0, 0 }, _device.LightA[..3]);
    }

    [TestMethod]
    public void The_supply_is_never_asked_for_more_than_it_has()
    {
        _device.Post("/api/global", """{"board-ma":2000,"channel-ma":2000}""");
        Begin("""{"ddp":true,"raw":true}""");

        for (int i = 0; i < 60; i++)
        {
            Send(255, 255);
            int together = _device.Device.ChannelA.Output.Milliamps + _device.Device.ChannelB.Output.Milliamps;
            Assert.IsTrue(together <= 2000, $"{together} mA in frame {i}");
        }

        Assert.IsTrue(_device.LightA[1] > 30, "and gets its half of it");
    }

    [TestMethod]
    public void No_sender_may_flash_more_than_three_times_a_second()
    {
        _device.Post("/api/global", """{"flash-guard":true}""");
        Begin("""{"ddp":true,"raw":true}""");
        int flashes = 0;
        bool wasBright = false;

        for (int i = 0; i < 120; i++)
        {
            byte[] frame = LiveMessage.Ddp(LiveMessage.DdpPush, 0, 0, 360, i / 3 % 2 * 255);
            for (int at = 10; at < frame.Length; at++)
            {
                frame[at] = (byte)(i / 3 % 2 * 255);
            }

            Deliver(frame);
            Frame();
            bool isBright = _device.LightA[0] > 128;
            flashes += isBright && !wasBright ? 1 : 0;
            wasBright = isBright;
        }

        Assert.IsTrue(flashes is > 0 and <= 7, $"{flashes} flashes in two seconds");
    }

    [TestMethod]
    public void A_sender_that_begins_shows_nothing_of_the_one_before()
    {
        Begin("""{"ddp":true,"e131":true,"raw":true,"timeoutMs":100}""");
        Send(200, 90);
        Choose("000000", 0);
        for (int i = 0; i < 60; i++)
        {
            Frame();
        }

        // Of E1.31 a frame is shown when a universe comes again, or a frame later: until then there is nothing to show.
        _device.Network.Datagrams.Deliver(5568, LiveMessage.E131(1, 1, 100, 1, 50), Sender);
        Frame();

        Assert.AreNotEqual(200, _device.LightA[1], "the picture of a sender that is gone");
    }

    [TestMethod]
    public void Linked_strips_show_their_own_part_of_a_senders_frame()
    {
        _device.Post("/api/global", """{"link":"mirror"}""");
        _device.Settle();
        Begin("""{"ddp":true,"raw":true,"timeoutMs":100}""");

        Send(200, 90);
        Assert.AreEqual(90, _device.LightB[1]);
        for (int i = 0; i < 60; i++)
        {
            Frame();
        }

        CollectionAssert.AreEqual(_device.LightA, _device.LightB);
    }

    private void Choose(string colour, int fadeMs)
    {
        string look = $$"""{"a":{"pattern":"solid","palette":"custom","colours":["{{colour}}","{{colour}}"],"fade":{{fadeMs}},"brightness":255} }""";
        Assert.AreEqual(200, _device.Post("/api/state", look).Status);
    }

    private void Begin(string live)
    {
        Assert.AreEqual(200, _device.Post("/api/live", live).Status);
        Frame();
    }

    // One red on A, another one on B.
    private void Send(int redOfA, int redOfB)
    {
        _sequence = (_sequence % 15) + 1;
        Deliver(LiveMessage.Ddp(LiveMessage.DdpMore, _sequence, 0, 180, redOfA));
        Deliver(LiveMessage.Ddp(LiveMessage.DdpPush, _sequence, 540, 180, redOfB));
        Frame();
    }

    private void Deliver(byte[] packet) => _device.Network.Datagrams.Deliver(Ddp, packet, Sender);

    private void Frame()
    {
        _device.Device.Live.Run();
        _device.Frame();
    }
}
