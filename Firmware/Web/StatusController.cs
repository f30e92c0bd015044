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
        reply.Field(AnswerName.Version, Board.Version);
        reply.Field(AnswerName.UptimeMs, (long)(HighResTimer.GetCurrent() / 1000));
        reply.Field(AnswerName.Mode, _device.Audio.Microphone == null ? "clock" : "microphone");
        reply.Name(AnswerName.Channels);
        reply.BeginObject();
        WriteChannel(reply, _device.ChannelA, _device.FrameA, _device.RenderA);
        WriteChannel(reply, _device.ChannelB, _device.FrameB, _device.RenderB);
        reply.EndObject();
        WriteAudio(reply, _device.Audio);
        reply.Field(AnswerName.Hotspot, _device.Hotspot.State);
        if (_device.Hotspot.HasDefaultPassword)
        {
            reply.Field(AnswerName.DefaultPassword, true);
        }

        reply.Name(AnswerName.Storage);
        reply.BeginObject();
        reply.Field(AnswerName.Saves, _device.Settings.Saves);
        reply.Field(AnswerName.Writes, FlashWrites.Count);
        reply.Field(AnswerName.Unsaved, _device.Settings.IsDirty);
        reply.EndObject();
        reply.Name(AnswerName.Memory);
        reply.BeginObject();
        reply.Field(AnswerName.FreeBytes, _supervisor.Heap.FreeBytes);
        reply.Field(AnswerName.LeastBytes, _supervisor.Heap.LeastBytes);
        reply.Field(AnswerName.Collections, _supervisor.Heap.Collections);
        reply.EndObject();
        WriteHealth(reply);
        WriteFaults(reply);
        reply.EndObject();
    }

    // Less than 57 frames in the last second: what a save takes is no reason to say something.
    private const int FullFps10 = 570;

    private void WriteHealth(Reply reply)
    {
        Supervisor supervisor = _supervisor;
        RequestCounts counts = supervisor.Requests;
        reply.Name(AnswerName.Health);
        reply.BeginObject();
        reply.Field(AnswerName.Level, supervisor.Level);
        if (supervisor.Level >= LoadGuard.Polling)
        {
            reply.Field(AnswerName.PollMs, SlowPollMs);
        }

        reply.Field(AnswerName.Stalls, supervisor.Load.Stalls);
        reply.Field(AnswerName.Started, EventSentences.CauseOf(supervisor));
        reply.Field(AnswerName.Requests, counts.Arrived);
        reply.Field(AnswerName.Refused, counts.Refused);
        reply.Field(AnswerName.WebRestarts, counts.ServerRestarts);
        reply.Field(AnswerName.Clients, _device.Hotspot.Clients);
        int busyPercent = _device.Audio.Busy.Percent;
        reply.Field(AnswerName.BusyPercent, busyPercent);
        if (busyPercent > BusyMeter.MuchPercent)
        {
            reply.Field(AnswerName.Note, "ears and light take most of the chip: a lighter pattern leaves more to the page");
        }

        reply.EndObject();
    }

    private void WriteChannel(Reply reply, Channel channel, FrameSignal signal, RenderThread render)
    {
        FrameMetrics metrics = channel.Output.Metrics;
        reply.Name(channel.Name);
        reply.BeginObject();
        reply.TenthsField(AnswerName.Fps, metrics.Fps10);
        reply.Field(AnswerName.Frames, metrics.Frames);
        reply.Field(AnswerName.RenderUs, metrics.MeanRenderUs);
        reply.Field(AnswerName.RenderUsMax, metrics.MaxRenderUs);
        reply.Field(AnswerName.LatencyUs, metrics.LatencyUs);
        reply.Field(AnswerName.Skipped, signal.Skipped);
        reply.Field(AnswerName.Dropped, metrics.Dropped);
        reply.Field(AnswerName.Milliamps, channel.Output.Milliamps);
        if (metrics.Limited + metrics.Guarded > 0)
        {
            reply.Field(AnswerName.Limited, metrics.Limited);
            reply.Field(AnswerName.Guarded, metrics.Guarded);
        }

        reply.Field(AnswerName.SnapshotMisses, render.SnapshotMisses);
        string slower = ReasonOf(channel);
        if (slower != null)
        {
            reply.Field("slower", slower);
        }

        reply.EndObject();
    }

    // Why it does not get every frame; null while it does.
    private string ReasonOf(Channel channel)
    {
        if (channel.Output.IsHalfRate)
        {
            return "wire";
        }

        if (_device.Master.Lite)
        {
            return "lite";
        }

        if (_supervisor.Level >= LoadGuard.HalfRate)
        {
            return "load";
        }

        if (channel.Hops > 1)
        {
            return "pattern";
        }

        FrameMetrics metrics = channel.Output.Metrics;
        bool isSlow = metrics.Fps10 > 0 && metrics.Fps10 < FullFps10;
        return isSlow && channel.Output.Limiter.IsTight ? "supply" : null;
    }

    private static void WriteAudio(Reply reply, AudioThread audio)
    {
        Microphone microphone = audio.Microphone;
        reply.Name(AnswerName.Audio);
        reply.BeginObject();
        reply.Field(AnswerName.State, StateOf(audio));
        reply.Field(AnswerName.Snapshots, audio.Snapshots);
        if (microphone != null)
        {
            reply.Field(AnswerName.Slot, microphone.Slots.Offset == 0 ? "left" : "right");
            reply.Field(AnswerName.Swapped, microphone.Slots.Swapped);
            reply.Field(AnswerName.SamplesRead, microphone.SamplesRead);
            reply.Field(AnswerName.SamplesLost, audio.SamplesLost);
            reply.Field(AnswerName.HopsVanished, audio.HopsVanished);
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
        reply.Name(AnswerName.Faults);
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
