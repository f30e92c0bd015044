using NanoFirmware.Audio;
using NanoFirmware.Health;
using NanoFirmware.Outputs;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <content>Both strips, and why one is slower than it might be.</content>
internal sealed partial class StatusController
{
    // Less than 57 frames in the last second: what a save takes is no reason to say something.
    private const int FullFps10 = 570;

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
}
