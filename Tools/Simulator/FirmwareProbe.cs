using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Simulator;

/// <summary>Looks into the running firmware. Everything reads as nothing until its Main has wired the parts.</summary>
internal static class FirmwareProbe
{
    /// <summary>Snapshots published by the audio thread.</summary>
    internal static long Snapshots => NanoFirmware.Program.Device?.Audio.Snapshots ?? 0;

    /// <summary>Frames of both channels that were drawn from the snapshot before.</summary>
    internal static long SnapshotMisses =>
        NanoFirmware.Program.Device is Device device ? device.RenderA.SnapshotMisses + device.RenderB.SnapshotMisses : 0;

    /// <summary>How long a channel's newest frame took from the raise to the start of its transmission.</summary>
    internal static int RenderUs(int channel) => Metrics(channel)?.LastRenderUs ?? 0;

    /// <summary>How old the newest sample was when that transmission started; null as long as there was none.</summary>
    internal static int? SampleAgeUs(int channel) => Metrics(channel)?.LatencyUs;

    /// <summary>Frames that a channel was let skip, so that the audio could catch up or because it was late.</summary>
    internal static long Skipped(int channel) =>
        (channel == 0 ? NanoFirmware.Program.Device?.FrameA : NanoFirmware.Program.Device?.FrameB)?.Skipped ?? 0;

    /// <summary>Whether the device leaves out every second frame: somebody asked for that, or it has too much to do.</summary>
    internal static bool IsHalfRate => NanoFirmware.Program.Device?.Audio.HalfRate ?? false;

    /// <summary>Frames that a channel has drawn but not sent, because the strip was busy with the one before.</summary>
    internal static long Dropped(int channel) => Metrics(channel)?.Dropped ?? 0;

    /// <summary>The pattern and the palette that a channel shows; null before the firmware has wired it.</summary>
    internal static (string Pattern, string Palette)? Look(int channel)
    {
        if (NanoFirmware.Program.Device is not Device device)
        {
            return null;
        }

        ChannelControls controls = (channel == 0 ? device.ChannelA : device.ChannelB).Controls;
        return (Chosen(controls, ChannelControls.PatternIndex), Chosen(controls, ChannelControls.PaletteIndex));
    }

    /// <summary>The grid that channel A shows, or else B; null for two lines.</summary>
    internal static GridPlan? Grid =>
        NanoFirmware.Program.Device?.ChannelA.Layout.Plan ?? NanoFirmware.Program.Device?.ChannelB.Layout.Plan;

    /// <summary>Loses sight of the firmware, whose memory is gone with the power.</summary>
    internal static void Forget() => NanoFirmware.Program.Device = null;

    /// <summary>Copies the newest snapshot; false when there is none yet, or when it was just being replaced.</summary>
    internal static bool TryHear(AudioSnapshot audio) => NanoFirmware.Program.Device?.Exchange.TryRead(audio) ?? false;

    /// <summary>What the firmware itself counts as faults, a sentence each.</summary>
    internal static IEnumerable<string> Faults()
    {
        if (NanoFirmware.Program.Device is not Device device)
        {
            yield break;
        }

        if (device.Audio.Faults > 0)
        {
            yield return $"The microphone failed {device.Audio.Faults} times, last: {device.Audio.LastFault}";
        }

        foreach (Channel channel in new[] { device.ChannelA, device.ChannelB })
        {
            if (channel.Output.Metrics.Faults > 0)
            {
                yield return $"Channel {channel.Name} failed {channel.Output.Metrics.Faults} times, last: "
                    + $"{channel.Output.Metrics.LastFault}";
            }
        }
    }

    private static string Chosen(ChannelControls controls, int index) =>
        controls.Controls[index].Choices[controls.Values[index]];

    private static FrameMetrics? Metrics(int channel) =>
        (channel == 0 ? NanoFirmware.Program.Device?.ChannelA : NanoFirmware.Program.Device?.ChannelB)?.Output.Metrics;
}
