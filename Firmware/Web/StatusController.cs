using NanoFirmware.Audio;
using NanoFirmware.Drive;
using NanoFirmware.Health;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/status: how the device is.</summary>
internal sealed class StatusController : Controller
{
    /// <summary>What <see cref="StateOf"/> says when nothing is wrong.</summary>
    public const string Well = "ok";

    /// <summary>What it says when the wiring has no microphone.</summary>
    public const string Off = "off: the wiring has no microphone";

    // What a page had better wait between two polls, under load.
    private const int SlowPollMs = 3000;

    private readonly Device _device;
    private readonly Supervisor _supervisor;

    public StatusController(Device device, Supervisor supervisor)
    {
        _device = device;
        _supervisor = supervisor;
    }

    public override void Handle(Request request, Reply reply)
    {
        reply.BeginObject();
        reply.Field(StatusName.Version, Board.Version);
        reply.Field(StatusName.UptimeMs, (long)(HighResTimer.GetCurrent() / 1000));
        reply.Field(StatusName.Mode, _device.Audio.Microphone == null ? "clock" : "microphone");
        reply.Name(StatusName.Channels);
        reply.BeginObject();
        WriteChannel(reply, _device.ChannelA, _device.FrameA, _device.RenderA);
        WriteChannel(reply, _device.ChannelB, _device.FrameB, _device.RenderB);
        reply.EndObject();
        WriteAudio(reply, _device.Audio);
        reply.Field(StatusName.Hotspot, _device.Hotspot.State);
        if (_device.Hotspot.HasDefaultPassword)
        {
            reply.Field(StatusName.DefaultPassword, true);
        }

        reply.Name(StatusName.Storage);
        reply.BeginObject();
        reply.Field(StatusName.Saves, _device.Settings.Saves);
        reply.Field(StatusName.Writes, FlashWrites.Count);
        reply.Field(StatusName.Unsaved, _device.Settings.IsDirty);
        reply.EndObject();
        reply.Name(StatusName.Memory);
        reply.BeginObject();
        reply.Field(StatusName.FreeBytes, _supervisor.Heap.FreeBytes);
        reply.Field(StatusName.LeastBytes, _supervisor.Heap.LeastBytes);
        reply.Field(StatusName.Collections, _supervisor.Heap.Collections);
        reply.EndObject();
        WriteHealth(reply);
        WriteFaults(reply);
        reply.EndObject();
    }

    private void WriteHealth(Reply reply)
    {
        Supervisor supervisor = _supervisor;
        RequestCounts counts = supervisor.Requests;
        reply.Name(StatusName.Health);
        reply.BeginObject();
        reply.Field(StatusName.Level, supervisor.Level);
        if (supervisor.Level >= LoadGuard.Polling)
        {
            reply.Field(StatusName.PollMs, SlowPollMs);
        }

        reply.Field(StatusName.Stalls, supervisor.Load.Stalls);
        reply.Field(StatusName.Started, LogController.CauseOf(supervisor));
        reply.Field(StatusName.Requests, counts.Arrived);
        reply.Field(StatusName.Refused, counts.Refused);
        reply.Field(StatusName.WebRestarts, counts.ServerRestarts);
        reply.Field(StatusName.Clients, _device.Hotspot.Clients);
        int busyPercent = _device.Audio.Busy.Percent;
        reply.Field(StatusName.BusyPercent, busyPercent);
        if (busyPercent > BusyMeter.MuchPercent)
        {
            reply.Field(StatusName.Note, "ears and light take most of the chip: a lighter pattern leaves more to the page");
        }

        reply.EndObject();
    }

    private static void WriteChannel(Reply reply, Channel channel, FrameSignal signal, RenderThread render)
    {
        FrameMetrics metrics = channel.Output.Metrics;
        reply.Name(channel.Name);
        reply.BeginObject();
        reply.TenthsField(StatusName.Fps, metrics.Fps10);
        reply.Field(StatusName.Frames, metrics.Frames);
        reply.Field(StatusName.RenderUs, metrics.MeanRenderUs);
        reply.Field(StatusName.RenderUsMax, metrics.MaxRenderUs);
        reply.Field(StatusName.LatencyUs, metrics.LatencyUs);
        reply.Field(StatusName.Skipped, signal.Skipped);
        reply.Field(StatusName.Dropped, metrics.Dropped);
        reply.Field(StatusName.Milliamps, channel.Output.Milliamps);
        if (metrics.Limited + metrics.Guarded > 0)
        {
            reply.Field(StatusName.Limited, metrics.Limited);
            reply.Field(StatusName.Guarded, metrics.Guarded);
        }

        reply.Field(StatusName.SnapshotMisses, render.SnapshotMisses);
        reply.EndObject();
    }

    private static void WriteAudio(Reply reply, AudioThread audio)
    {
        Microphone microphone = audio.Microphone;
        reply.Name(StatusName.Audio);
        reply.BeginObject();
        reply.Field(StatusName.State, StateOf(audio));
        reply.Field(StatusName.Snapshots, audio.Snapshots);
        if (microphone != null)
        {
            reply.Field(StatusName.Slot, microphone.Slots.Offset == 0 ? "left" : "right");
            reply.Field(StatusName.Swapped, microphone.Slots.Swapped);
            reply.Field(StatusName.SamplesRead, microphone.SamplesRead);
            reply.Field(StatusName.SamplesLost, audio.SamplesLost);
            reply.Field(StatusName.HopsVanished, audio.HopsVanished);
        }

        reply.EndObject();
    }

    /// <summary>How the microphone is, or what to do about it.</summary>
    public static string StateOf(AudioThread audio)
    {
        if (!audio.Wiring.IsOn)
        {
            return Off;
        }

        if (audio.Microphone == null)
        {
            return "no microphone: check the wiring of I2S";
        }

        if (!audio.Microphone.Slots.Found)
        {
            return "no signal: check the microphone's data line and its supply";
        }

        return audio.Health.State <= MicrophoneHealth.Good ? Well : audio.Health.Sentence;
    }

    private void WriteFaults(Reply reply)
    {
        reply.Name(StatusName.Faults);
        reply.BeginArray();
        WriteFault(reply, "microphone", _device.Audio.Faults, _device.Audio.LastFault);
        WriteFault(reply, "channel a", _device.ChannelA.Output.Metrics.Faults, _device.ChannelA.Output.Metrics.LastFault);
        WriteFault(reply, "channel b", _device.ChannelB.Output.Metrics.Faults, _device.ChannelB.Output.Metrics.LastFault);
        WriteFault(reply, "transmitter a", _device.ChannelA.Output.Strip.Faults, _device.ChannelA.Output.Strip.LastFault);
        WriteFault(reply, "transmitter b", _device.ChannelB.Output.Strip.Faults, _device.ChannelB.Output.Strip.LastFault);
        WriteFault(reply, "supervisor", _supervisor.Faults, _supervisor.LastFault);
        WriteFault(reply, "wiring", _device.Wirings.Faults, _device.Wirings.LastFault);
        WriteFault(reply, "hotspot", _device.Hotspot.Faults, _device.Hotspot.LastFault);
        WriteFault(reply, "storage", _device.Settings.Faults, _device.Settings.LastFault);
        WriteFault(reply, "presets", _device.Presets.SetAside, _device.Presets.LastFault);
        Loop[] loops = _supervisor.Loops;
        for (int i = 0; i < loops.Length; i++)
        {
            if (loops[i].Restarts > 0)
            {
                WriteFault(reply, "loop " + loops[i].Name, loops[i].Restarts, loops[i].LastEnd);
            }
        }

        reply.EndArray();
    }

    private static void WriteFault(Reply reply, string part, int count, string message)
    {
        if (count == 0)
        {
            return;
        }

        reply.BeginObject();
        reply.Field("part", part);
        reply.Field("count", count);
        reply.Field("last", message);
        reply.EndObject();
    }
}
