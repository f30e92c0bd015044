using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/reset and /api/restart. Both change the device as a whole, so they ask for a body that says so.</summary>
internal sealed class ResetController : Controller
{
    private readonly Device _device;
    private readonly bool _onlyRestarts;

    /// <param name="device">Which.</param>
    /// <param name="onlyRestarts">It is started again as it is, instead of made new.</param>
    public ResetController(Device device, bool onlyRestarts)
    {
        _device = device;
        _onlyRestarts = onlyRestarts;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (!IsConfirmed(request, reply))
        {
            return;
        }

        if (_onlyRestarts)
        {
            Restart(reply);
        }
        else
        {
            Reset(reply);
        }
    }

    // Everything as when the device was new.
    private void Reset(Reply reply)
    {
        if (_device.Reset.Run())
        {
            Answer(reply);
            return;
        }

        reply.Error(500, "the drive does not take all of it: see faults in /api/status, and try again");
    }

    // A moment after the answer.
    private void Restart(Reply reply)
    {
        Answer(reply);
        _device.Settings.Flush();
        Storage.Restart.Soon();
    }

    private static bool IsConfirmed(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: this one has no parts");
            return false;
        }

        if (!request.IsWrite)
        {
            reply.MethodNotAllowed("POST, PUT");
            return false;
        }

        var json = new JsonReader();
        json.Begin(request.Body, request.BodyLength);
        if (json.Next() == JsonToken.BeginObject && json.Next() == JsonToken.Name && json.Text == "confirm"
            && json.Next() == JsonToken.True && json.Next() == JsonToken.EndObject && json.Next() == JsonToken.End)
        {
            return true;
        }

        reply.Error(400, "the body must be {\"confirm\":true}");
        return false;
    }

    private void Answer(Reply reply)
    {
        reply.BeginObject();
        reply.Field("needsRestart", _device.NeedsRestart);
        reply.EndObject();
    }
}
