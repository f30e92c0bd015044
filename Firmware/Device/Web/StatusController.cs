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
        reply.Field("version", Board.Version);
        reply.Field("uptimeMs", (long)(HighResTimer.GetCurrent() / 1000));
        reply.Field("mode", _device.Audio.Microphone == null ? "clock" : "microphone");
        reply.Name("channels");
        reply.BeginObject();
        WriteChannel(reply, _device.ChannelA, _device.FrameA, _device.RenderA);
        WriteChannel(reply, _device.ChannelB, _device.FrameB, _device.RenderB);
        reply.EndObject();
        WriteAudio(reply, _device.Audio);
        reply.Field("hotspot", _device.Hotspot.State);
        if (_device.Hotspot.HasDefaultPassword)
        {
            reply.Field("defaultPassword", true);
        }

        reply.Name("storage");
        reply.BeginObject();
        reply.Field("saves", _device.Settings.Saves);
        reply.Field("writes", FlashWrites.Count);
        reply.Field("unsaved", _device.Settings.IsDirty);
        reply.EndObject();
        reply.Name("memory");
        reply.BeginObject();
        reply.Field("freeBytes", _supervisor.Heap.FreeBytes);
        reply.Field("leastBytes", _supervisor.Heap.LeastBytes);
        reply.Field("collections", _supervisor.Heap.Collections);
        reply.EndObject();
        WriteHealth(reply);
        WriteFaults(reply);
        reply.EndObject();
    }

    private void WriteHealth(Reply reply)
    {
        Supervisor supervisor = _supervisor;
        RequestCounts counts = supervisor.Requests;
        reply.Name("health");
        reply.BeginObject();
        reply.Field("level", supervisor.Level);
        if (supervisor.Level >= LoadGuard.Polling)
        {
            reply.Field("pollMs", SlowPollMs);
        }

        reply.Field("stalls", supervisor.Load.Stalls);
        reply.Field("started", LogController.CauseOf(supervisor));
        reply.Field("requests", counts.Arrived);
        reply.Field("refused", counts.Refused);
        reply.Field("webRestarts", counts.ServerRestarts);
        reply.Field("clients", _device.Hotspot.Clients);
        reply.EndObject();
    }

    private static void WriteChannel(Reply reply, Channel channel, FrameSignal signal, RenderThread render)
    {
        FrameMetrics metrics = channel.Output.Metrics;
        reply.Name(channel.Name);
        reply.BeginObject();
        reply.TenthsField("fps", metrics.Fps10);
        reply.Field("frames", metrics.Frames);
        reply.Field("renderUs", metrics.MeanRenderUs);
        reply.Field("renderUsMax", metrics.MaxRenderUs);
        reply.Field("latencyUs", metrics.LatencyUs);
        reply.Field("skipped", signal.Skipped);
        reply.Field("dropped", metrics.Dropped);
        reply.Field("milliamps", channel.Output.Milliamps);
        if (metrics.Limited + metrics.Guarded > 0)
        {
            reply.Field("limited", metrics.Limited);
            reply.Field("guarded", metrics.Guarded);
        }

        reply.Field("snapshotMisses", render.SnapshotMisses);
        reply.EndObject();
    }

    private static void WriteAudio(Reply reply, AudioThread audio)
    {
        Microphone microphone = audio.Microphone;
        reply.Name("audio");
        reply.BeginObject();
        reply.Field("state", StateOf(audio));
        reply.Field("snapshots", audio.Snapshots);
        if (microphone != null)
        {
            reply.Field("slot", microphone.Slots.Offset == 0 ? "left" : "right");
            reply.Field("swapped", microphone.Slots.Swapped);
            reply.Field("samplesRead", microphone.SamplesRead);
            reply.Field("samplesLost", audio.SamplesLost);
            reply.Field("hopsVanished", audio.HopsVanished);
        }

        reply.EndObject();
    }

    /// <summary>How the microphone is, or what to do about it.</summary>
    public static string StateOf(AudioThread audio)
    {
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
        reply.Name("faults");
        reply.BeginArray();
        WriteFault(reply, "microphone", _device.Audio.Faults, _device.Audio.LastFault);
        WriteFault(reply, "channel a", _device.ChannelA.Output.Metrics.Faults, _device.ChannelA.Output.Metrics.LastFault);
        WriteFault(reply, "channel b", _device.ChannelB.Output.Metrics.Faults, _device.ChannelB.Output.Metrics.LastFault);
        WriteFault(reply, "transmitter a", _device.ChannelA.Output.Strip.Faults, _device.ChannelA.Output.Strip.LastFault);
        WriteFault(reply, "transmitter b", _device.ChannelB.Output.Strip.Faults, _device.ChannelB.Output.Strip.LastFault);
        WriteFault(reply, "supervisor", _supervisor.Faults, _supervisor.LastFault);
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
