using NanoFirmware.Drive;
using NanoFirmware.Health;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/status: how the device is.</summary>
internal sealed partial class StatusController : Controller
{
    /// <summary>What <see cref="StateOf"/> says when nothing is wrong.</summary>
    public const string Well = "ok";

    /// <summary>What it says when the wiring has no microphone.</summary>
    public const string Off = "off: the wiring has no microphone";

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
}
