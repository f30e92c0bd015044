using NanoFirmware.HostTests.Firmware;
using NanoFirmware.Rendering;

namespace NanoFirmware.HostTests.Rendering;

/// <summary>Strips that ask for the most that there can be, and what they draw.</summary>
internal static class WhiteLight
{
    /// <summary>All white at full brightness, without a cross-fade.</summary>
    internal static void Choose(Channel channel, string pattern = "solid")
    {
        channel.Custom.Set([255, 255, 255, 255, 255, 255], 2);
        channel.Controls.Set("palette", PaletteCatalog.Names().Length - 1);
        channel.Controls.Set("pattern", Array.IndexOf(PatternCatalog.Names, pattern));
        channel.Controls.Set("brightness", 255);
        channel.Controls.Set("fade", 0);
    }

    /// <summary>Every band as loud as can be, and a beat.</summary>
    internal static void Loud(WiredDevice device)
    {
        Array.Fill(device.Heard.Bands, (byte)255);
        device.Heard.Level = 255;
        device.Heard.Onset = true;
    }

    /// <summary>So many frames of both strips.</summary>
    internal static void Draw(WiredDevice device, int frames)
    {
        for (int frame = 0; frame < frames; frame++)
        {
            device.Frame();
        }
    }

    /// <summary>What a strip draws that shows this, by the LEDs' model as it is at first.</summary>
    internal static double Milliamps(byte[] light) => (light.Length / 3 * 1.0) + (light.Sum(part => (double)part) * 18.5 / 255);
}
