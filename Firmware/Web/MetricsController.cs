using NanoFirmware.Audio;
using NanoFirmware.Health;
using NanoFirmware.Rendering;
using NanoFirmware.Sensors;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/metrics: the same figures as the status, in Prometheus' text format 0.0.4.</summary>
internal sealed class MetricsController : Controller
{
    private const string Prefix = "nanofirmware_";

    private readonly Device _device;
    private readonly Supervisor _supervisor;

    public MetricsController(Device device, Supervisor supervisor)
    {
        _device = device;
        _supervisor = supervisor;
    }

    public override void Handle(Request request, Reply reply)
    {
        reply.ContentType = "text/plain; version=0.0.4";
        AudioThread audio = _device.Audio;
        Microphone microphone = audio.Microphone;
        Channel a = _device.ChannelA;
        Channel b = _device.ChannelB;

        Single(reply, "uptime_ms", "counter", (long)(HighResTimer.GetCurrent() / 1000));
        PerChannel(reply, "frames_total", "counter", a.Output.Metrics.Frames, b.Output.Metrics.Frames);
        PerChannel(reply, "frames_skipped_total", "counter", _device.FrameA.Skipped, _device.FrameB.Skipped);
        PerChannel(reply, "frames_dropped_total", "counter", a.Output.Metrics.Dropped, b.Output.Metrics.Dropped);
        PerChannel(reply, "faults_total", "counter", a.Output.Metrics.Faults, b.Output.Metrics.Faults);
        PerChannel(reply, "snapshot_misses_total", "counter", _device.RenderA.SnapshotMisses, _device.RenderB.SnapshotMisses);
        PerChannel(reply, "fps_tenths", "gauge", a.Output.Metrics.Fps10, b.Output.Metrics.Fps10);
        PerChannel(reply, "render_us", "gauge", a.Output.Metrics.MeanRenderUs, b.Output.Metrics.MeanRenderUs);
        PerChannel(reply, "latency_us", "gauge", a.Output.Metrics.LatencyUs, b.Output.Metrics.LatencyUs);
        Single(reply, "snapshots_total", "counter", audio.Snapshots);
        Single(reply, "microphone", "gauge", microphone == null ? 0 : 1);
        Single(reply, "microphone_faults_total", "counter", audio.Faults);
        Single(reply, "samples_read_total", "counter", microphone == null ? 0 : microphone.SamplesRead);
        Single(reply, "samples_lost_total", "counter", audio.SamplesLost);
        Single(reply, "hops_vanished_total", "counter", audio.HopsVanished);
        Health(reply);
    }

    private void Health(Reply reply)
    {
        Supervisor supervisor = _supervisor;
        RequestCounts counts = supervisor.Requests;
        Single(reply, "load_level", "gauge", supervisor.Level);
        Single(reply, "busy_percent", "gauge", _device.Audio.Busy.Percent);
        Single(reply, "stalls_total", "counter", supervisor.Load.Stalls);
        Single(reply, "requests_total", "counter", counts.Arrived);
        Single(reply, "requests_refused_total", "counter", counts.Refused);
        Single(reply, "web_restarts_total", "counter", counts.ServerRestarts);
        Single(reply, "connections_turned_away_total", "counter", counts.TurnedAway);
        Single(reply, "heap_free_bytes", "gauge", supervisor.Heap.FreeBytes);
        Single(reply, "heap_collections_total", "counter", supervisor.Heap.Collections);
        Single(reply, "heap_longest_collection_ms", "gauge", supervisor.Heap.LongestMs);
        Single(reply, "heap_late_frames_total", "counter", supervisor.Heap.LateFrames);
        Single(reply, "wifi_clients", "gauge", _device.Hotspot.Clients);
        if (_device.Sensors.IsMade)
        {
            SensorMetrics(reply);
        }

        Head(reply, "loop_restarts_total", "counter");
        foreach (Loop loop in supervisor.Loops)
        {
            Line(reply, "loop_restarts_total", "{loop=\"" + loop.Name + "\"}", loop.Restarts);
        }
    }

    private void SensorMetrics(Reply reply)
    {
        SensorSet sensors = _device.Sensors;
        Sensor mic = sensors.All[0];
        var serial = (SerialSensor)sensors.All[1];
        PerSensor(reply, "sensor_samples_total", mic.Samples, serial.Samples);
        PerSensor(reply, "sensor_dropped_total", mic.Dropped, serial.Dropped);
        PerSensor(reply, "sensor_peaks_total", mic.Peaks, serial.Peaks);
        PerSensor(reply, "sensor_pulses_total", mic.Pulses, serial.Pulses);
        PerSensor(reply, "sensor_faults_total", mic.Faults, serial.Faults);
        Single(reply, "sensor_bad_lines_total", "counter", serial.BadLines);
        Single(reply, "sensor_overruns_total", "counter", serial.Overruns);
        Single(reply, "sensor_clients", "gauge", sensors.Listeners);
        Single(reply, "sensor_disconnects_total", "counter", sensors.Departures);
    }

    private static void PerSensor(Reply reply, string name, long mic, long serial)
    {
        Head(reply, name, "counter");
        Line(reply, name, "{sensor=\"mic\"}", mic);
        Line(reply, name, "{sensor=\"serial\"}", serial);
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
