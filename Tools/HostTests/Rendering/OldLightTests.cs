using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.Control;
using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>What was drawn in an older brightness is never shown again in a picture that was asked for in a lower one.</summary>
[TestClass]
public sealed class OldLightTests
{
    [TestMethod]
    public void A_strip_that_followed_begins_with_nothing_that_is_brighter_than_its_palette()
    {
        foreach (string pattern in new[] { "flow", "spectrogram", "bass-waves", "gradient", "breathe" })
        {
            using var device = new WiredDevice();
            WhiteLight.Loud(device);
            WhiteLight.Choose(device.Device.ChannelB, pattern);
            WhiteLight.Draw(device, 200);
            device.Device.Master.Set("link", MasterControls.SameOnBoth);
            device.Device.Master.Set("brightness", 10);
            WhiteLight.Draw(device, 400);
            device.Device.Master.Set("channel-ma", 1000);
            device.Device.Master.Set("link", MasterControls.Independent);
            AssertDim(device, () => device.LightB, pattern);
        }
    }

    [TestMethod]
    public void Glows_of_an_older_brightness_are_not_shown_again()
    {
        using var device = new WiredDevice();
        WhiteLight.Loud(device);
        ChannelControls a = device.Device.ChannelA.Controls;
        WhiteLight.Choose(device.Device.ChannelA, "bloom");
        a.Set("p1", 16);
        WhiteLight.Draw(device, 100);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "solid"));
        a.Set("brightness", 10);
        WhiteLight.Draw(device, 400);
        device.Device.Master.Set("channel-ma", 1000);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "bloom"));
        AssertDim(device, () => device.LightA, "bloom");
    }

    [TestMethod]
    public void Glows_of_an_older_brightness_are_not_shown_while_another_one_is_worked_in()
    {
        using var device = new WiredDevice();
        WhiteLight.Loud(device);
        ChannelControls a = device.Device.ChannelA.Controls;
        WhiteLight.Choose(device.Device.ChannelA, "bloom");
        a.Set("p1", 16);
        WhiteLight.Draw(device, 100);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "solid"));
        a.Set("brightness", 10);
        WhiteLight.Draw(device, 400);
        a.Set("brightness", 9);
        a.Set("pattern", Array.IndexOf(PatternCatalog.Names, "bloom"));
        AssertDim(device, () => device.LightA, "bloom");
    }

    private static void AssertDim(WiredDevice device, Func<byte[]> light, string what)
    {
        for (int frame = 0; frame < 30; frame++)
        {
            device.Frame();
            Assert.IsTrue(light().Max() <= 10, $"{what}: {light().Max()} in frame {frame}");
        }
    }
}
