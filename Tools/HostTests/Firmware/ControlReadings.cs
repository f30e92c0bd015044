using NanoFirmware.Audio;
using NanoFirmware.Control;

namespace NanoFirmware.HostTests.Firmware;

/// <summary>Controls by name, for tests: the firmware itself reads them by index, once a frame.</summary>
internal static class ControlReadings
{
    internal static bool Enabled(this ChannelControls controls) => controls.Values[ChannelControls.EnabledIndex] != 0;

    internal static int Brightness(this ChannelControls controls) => controls.Values[ChannelControls.BrightnessIndex];

    internal static int Speed(this ChannelControls controls) => controls.Values[ChannelControls.SpeedIndex];

    internal static int Palette(this ChannelControls controls) => controls.Values[ChannelControls.PaletteIndex];

    internal static int LatencyMs(this AudioControls controls) => controls.Values[AudioControls.LatencyIndex];
}
