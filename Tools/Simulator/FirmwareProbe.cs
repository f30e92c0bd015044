using NanoFirmware.Audio;
using NanoHost.Rmt;

namespace NanoFirmware.Simulator;

/// <summary>Looks into the running firmware. Everything reads as nothing until the firmware has wired its parts.</summary>
internal static class FirmwareProbe
{
    /// <summary>Snapshots published so far.</summary>
    internal static long Snapshots => 0;

    /// <summary>Frames of both channels drawn from an older snapshot.</summary>
    internal static long SnapshotMisses => 0;

    /// <summary>How long the newest frame of a channel was rendered.</summary>
    internal static int RenderUs(int channel) => 0;

    /// <summary>From publishing to latching.</summary>
    internal static int? LatencyUs(int channel, WireFrame wire) => null;

    /// <summary>Copies the newest snapshot.</summary>
    internal static bool TryHear(AudioSnapshot audio) => false;
}
