using NanoFirmware.Documents;
using NanoFirmware.Sensors;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>/api/sensor: the signals that are watched, what is made of them, and how others are told.</summary>
internal sealed class SensorController : Controller
{
    private const string HubName = "hub";
    private const int NameAt = 2;
    private const int PartAt = 3;

    private readonly SensorSet _sensors;

    public SensorController(Device device) => _sensors = device.Sensors;

    public override void Handle(Request request, Reply reply)
    {
        string name = request.Segment(NameAt);
        Sensor sensor = name == null ? null : _sensors.Find(name);
        if (name == HubName && request.SegmentCount <= PartAt + 1)
        {
            ControlsExchange.Handle(request, reply, _sensors.Hub, request.Segment(PartAt));
        }
        else if (name == null)
        {
            HandleAll(request, reply);
        }
        else if (sensor == null || request.SegmentCount > PartAt + 1)
        {
            reply.NotFound(sensor == null ? "unknown sensor: use mic, serial or hub" : "unknown path: a control has no parts");
        }
        else
        {
            HandleOne(request, reply, sensor, request.Segment(PartAt));
        }
    }

    private void HandleAll(Request request, Reply reply)
    {
        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
            return;
        }

        reply.BeginObject();
        Sensor[] all = _sensors.All;
        for (int i = 0; i < all.Length; i++)
        {
            reply.Name(all[i].Name);
            Write(reply, all[i]);
        }

        reply.Name(HubName);
        reply.BeginObject();
        ControlsDocument.WriteFields(reply, _sensors.Hub);
        reply.Field("listeners", _sensors.Listeners);
        reply.Field("departures", _sensors.Departures);
        reply.EndObject();
        WritePulse(reply, _sensors.Pulse);
        reply.EndObject();
    }

    private void HandleOne(Request request, Reply reply, Sensor sensor, string part)
    {
        if (part == "raw" || part == "minute")
        {
            HandleTable(request, reply, sensor, part == "raw");
        }
        else if (part == null && request.IsRead && request.Fields == null)
        {
            Write(reply, sensor);
        }
        else
        {
            ControlsExchange.Handle(request, reply, sensor.Controls, part);
        }
    }

    private void HandleTable(Request request, Reply reply, Sensor sensor, bool isRaw)
    {
        int most = isRaw ? _sensors.MostRaw : SignalHistory.Points;
        string given = request.Parameter("last");
        int last = most;
        if (!request.IsRead)
        {
            reply.MethodNotAllowed("GET");
        }
        else if (given != null && (!int.TryParse(given, out last) || last < 1 || last > most))
        {
            reply.Error(400, "last must be a whole number from 1 to " + most.ToString());
        }
        else
        {
            LongAnswer table = isRaw
                ? new RawTable(sensor.Raw, last, (long)HighResTimer.GetCurrent())
                : new MinuteTable(sensor.History, last);
            reply.SendLong(table, "text/csv", "no-store");
        }
    }

    private static void Write(Reply reply, Sensor sensor)
    {
        reply.BeginObject();
        ControlsDocument.WriteFields(reply, sensor.Controls);
        reply.Field("state", sensor.State);
        reply.Field("signal", sensor.Signal);
        reply.Field("envelope", sensor.Outline);
        reply.Field("above", sensor.IsAbove);
        reply.Field("samples", sensor.Samples);
        reply.Field("dropped", sensor.Dropped);
        reply.Field("peaks", sensor.Peaks);
        reply.Field("suppressed", sensor.Suppressed);
        reply.Field("pulses", sensor.Pulses);
        reply.Field("pulsesMissed", sensor.PulsesMissed);
        reply.Field("latencyUs", sensor.LatencyUs);
        reply.Field("longestLatencyUs", sensor.LongestLatencyUs);
        if (sensor is SerialSensor serial)
        {
            reply.Field("linesPerSecond", serial.LinesPerSecond);
            reply.Field("badLines", serial.BadLines);
            reply.Field("overruns", serial.Overruns);
        }

        reply.Field("faults", sensor.Faults);
        reply.Field("lastFault", sensor.LastFault ?? string.Empty);
        reply.EndObject();
    }

    private static void WritePulse(Reply reply, PulseOutput pulse)
    {
        reply.Name("pulse");
        reply.BeginObject();
        reply.Field("wired", pulse != null);
        reply.Field("pulses", pulse == null ? 0 : pulse.Pulses);
        reply.Field("faults", pulse == null ? 0 : pulse.Faults);
        reply.Field("lastFault", pulse == null || pulse.LastFault == null ? string.Empty : pulse.LastFault);
        reply.EndObject();
    }
}
