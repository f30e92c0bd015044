using NanoFirmware.Documents;
using NanoFirmware.Health;
using NanoFirmware.Live;

namespace NanoFirmware.Web;

/// <summary>/api/live: which protocols may light the strips, and who does.</summary>
internal sealed class LiveController : Controller
{
    private readonly LiveInputs _inputs;
    private readonly RequestCounts _counts;

    public LiveController(LiveInputs inputs, RequestCounts counts)
    {
        _inputs = inputs;
        _counts = counts;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 3)
        {
            reply.NotFound("unknown path: a control has no parts");
        }
        else if (request.SegmentCount == 2 && request.IsRead && request.Fields == null)
        {
            Write(reply);
        }
        else
        {
            ControlsExchange.Handle(request, reply, _inputs.Controls, request.Segment(2));
        }
    }

    private void Write(Reply reply)
    {
        LiveInput first = _inputs.First;
        reply.BeginObject();
        ControlsDocument.WriteFields(reply, _inputs.Controls);
        reply.Field("shows", first == null ? "patterns" : first.Name);
        reply.Field("faults", _inputs.Faults);
        reply.Name("inputs");
        reply.BeginArray();
        for (int i = 0; i < _inputs.OpenCount; i++)
        {
            LivePort port = _inputs.PortAt(i);
            WriteInput(reply, port.Input, port.Input, port.Faults, port.LastFault);
        }

        for (int i = 0; i < LiveInputs.Handed; i++)
        {
            LiveInput input = _inputs.HandedAt(i);
            if (input != null)
            {
                WriteInput(reply, input, _inputs.CountsAt(i) ?? input, 0, null);
            }
        }

        reply.EndArray();
        WriteSender(reply);
        reply.Field("socketClients", _counts.SocketClients);
        reply.Field("socketFaults", _counts.SocketFaults);
        reply.EndObject();
    }

    private void WriteSender(Reply reply)
    {
        WriteSender(reply, "soundSyncSent", _inputs.Sender);
        WriteSender(reply, "sensorsSent", _inputs.SensorSender);
    }

    private static void WriteSender(Reply reply, string name, GroupSender sender)
    {
        if (sender != null)
        {
            reply.Name(name);
            reply.BeginObject();
            reply.Field("packets", sender.Sent);
            reply.Field("faults", sender.Faults);
            reply.Field("lastFault", sender.LastFault ?? string.Empty);
            reply.EndObject();
        }
    }

    private static void WriteInput(Reply reply, LiveInput input, LiveInput counts, int faults, string lastFault)
    {
        reply.BeginObject();
        reply.Field("protocol", input.Name);
        reply.Field("port", input.Port);
        reply.Field("sends", input.IsAlive);
        reply.Field("sender", input.Sender == null ? string.Empty : input.Sender.ToString());
        reply.Field("framesPerSecond", input.FramesPerSecond);
        reply.Field("jitterMs", input.JitterMs);
        reply.Field("packets", counts.Packets);
        reply.Field("frames", input.Frames);
        reply.Field("lost", counts.Lost);
        reply.Field("late", counts.Late);
        reply.Field("refused", counts.Refused);
        reply.Field("outranked", input.Outranked);
        reply.Field("faults", faults);
        reply.Field("lastFault", lastFault ?? string.Empty);
        reply.EndObject();
    }
}
