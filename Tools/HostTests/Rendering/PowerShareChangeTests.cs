using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.HostTests.Firmware;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>
/// Strips of one colour under a limit: a change of what one asks for is settled in half a second, and then nothing moves.
/// </summary>
[TestClass]
public sealed class PowerShareChangeTests
{
    // Half a second.
    private const int SettledFrames = 30;

    [TestMethod]
    public void What_a_strip_does_not_want_is_free_at_once()
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("board-ma", 7500);
        device.Device.Master.Set("channel-ma", 7000);
        WhiteLight.Choose(device.Device.ChannelA);
        WhiteLight.Choose(device.Device.ChannelB);
        WhiteLight.Draw(device, 120);
        Assert.IsTrue(WhiteLight.Milliamps(device.LightA) <= 3750, $"{WhiteLight.Milliamps(device.LightA):0} mA");
        device.Device.ChannelB.Controls.Set("enabled", 0);
        WhiteLight.Draw(device, SettledFrames);

        Assert.IsTrue(WhiteLight.Milliamps(device.LightA) > 6700, $"{WhiteLight.Milliamps(device.LightA):0} mA");
    }

    [TestMethod]
    public void A_steady_picture_beyond_the_supply_stands_still_and_no_frame_is_scaled()
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("board-ma", 2000);
        WhiteLight.Choose(device.Device.ChannelA);
        WhiteLight.Choose(device.Device.ChannelB);
        WhiteLight.Draw(device, 120);
        int limited = device.Device.ChannelA.Output.Metrics.Limited;
        byte[] light = device.LightA;
        for (int frame = 0; frame < 300; frame++)
        {
            device.Frame();
            CollectionAssert.AreEqual(light, device.LightA, $"frame {frame}");
        }

        Assert.AreEqual(limited, device.Device.ChannelA.Output.Metrics.Limited, "frames are scaled for good");
    }

    [TestMethod]
    public void The_first_light_rises_over_seven_tenths_of_a_second()
    {
        using var device = new WiredDevice();
        WhiteLight.Choose(device.Device.ChannelA);
        device.Device.Restore();
        WhiteLight.Choose(device.Device.ChannelA);
        int before = 0;
        for (int frame = 0; frame < 42; frame++)
        {
            device.Frame();
            int brightest = device.LightA.Max();
            Assert.IsTrue(brightest <= 255 * (frame + 1) / 40, $"{brightest} in frame {frame}");
            Assert.IsTrue(brightest >= before, $"{brightest} after {before}");
            before = brightest;
        }

        WhiteLight.Draw(device, 3);
        Assert.AreEqual(255, device.LightA.Min(), "not all there after 0.75 s");
    }

    [TestMethod]
    public void A_strip_beyond_the_supply_that_is_asked_for_less_than_it_shows_goes_there_at_once()
    {
        using var device = new WiredDevice();
        device.Device.Master.Set("board-ma", 2400);
        Control.ChannelControls a = device.Device.ChannelA.Controls;
        WhiteLight.Choose(device.Device.ChannelA);
        WhiteLight.Choose(device.Device.ChannelB);
        WhiteLight.Draw(device, 120);
        int before = device.LightA.Max();
        Assert.IsTrue(before is > 20 and < 40, $"{before} of 255 with 1200 mA");
        a.Set("brightness", 18);
        for (int frame = 0; frame < SettledFrames; frame++)
        {
            device.Frame();
            int shown = device.LightA.Max();
            Assert.IsTrue(shown == before || shown == 18, $"{shown} between {before} and 18");
        }

        Assert.AreEqual(18, device.LightA.Max(), "not there after half a second");
    }
}
