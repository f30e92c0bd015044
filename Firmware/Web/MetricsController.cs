using NanoFirmware.Audio;
using NanoFirmware.Rendering;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/metrics: the same figures as the status, in Prometheus' text format 0.0.4.</summary>
internal sealed class MetricsController
{
    private const string Prefix = "nanofirmware_";

    private readonly Device _device;

    public MetricsController(Device device) => _device = device;

    public void Handle(Reply reply)
    {
        reply.ContentType = "text/plain; version=0.0.4";
        AudioThread audio = _device.Audio;
        Microphone microphone = audio.Microphone;
        Channel a = _device.ChannelA;
        Channel b = _device.ChannelB;

        Single(reply, "uptime_ms", "counter", (long)(HighResTimer.GetCurrent() / 1000));
        PerChannel(reply, "frames_total", "counter", a.Metrics.Frames, b.Metrics.Frames);
        PerChannel(reply, "frames_skipped_total", "counter", _device.FrameA.Skipped, _device.FrameB.Skipped);
        PerChannel(reply, "frames_dropped_total", "counter", a.Metrics.Dropped, b.Metrics.Dropped);
        PerChannel(reply, "faults_total", "counter", a.Metrics.Faults, b.Metrics.Faults);
        PerChannel(reply, "snapshot_misses_total", "counter", _device.RenderA.SnapshotMisses, _device.RenderB.SnapshotMisses);
        PerChannel(reply, "fps_tenths", "gauge", a.Metrics.Fps10, b.Metrics.Fps10);
        PerChannel(reply, "render_us", "gauge", a.Metrics.MeanRenderUs, b.Metrics.MeanRenderUs);
        PerChannel(reply, "latency_us", "gauge", a.Metrics.LatencyUs, b.Metrics.LatencyUs);
        Single(reply, "snapshots_total", "counter", audio.Snapshots);
        Single(reply, "microphone", "gauge", microphone == null ? 0 : 1);
        Single(reply, "microphone_faults_total", "counter", audio.Faults);
        Single(reply, "samples_read_total", "counter", microphone == null ? 0 : microphone.SamplesRead);
        Single(reply, "samples_lost_total", "counter", microphone == null ? 0 : microphone.SamplesLost);
    }

    private static void Single(Reply reply, string name, string type, long value)
    {
        Head(reply, name, type);
        Line(reply, name, null, value);
    }

    private static void PerChannel(Reply reply, string name, string type, long a, long b)
    {
        Head(reply, name, type);
        Line(reply, name, "{channel=\"a\"}", a);
        Line(reply, name, "{channel=\"b\"}", b);
    }

    private static void Head(Reply reply, string name, string type)
    {
        reply.Text("# TYPE " + Prefix);
        reply.Text(name);
        reply.Put(' ');
        reply.Text(type);
        reply.Put('\n');
    }

    private static void Line(Reply reply, string name, string label, long value)
    {
        reply.Text(Prefix);
        reply.Text(name);
        if (label != null)
        {
            reply.Text(label);
        }

        reply.Put(' ');
        reply.Number(value);
        reply.Put('\n');
    }
}
