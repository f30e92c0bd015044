using NanoFirmware.Documents;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/reset and /api/restart. Both change the device as a whole, so they ask for a body that says so.</summary>
internal sealed class ResetController
{
    private readonly Device _device;

    public ResetController(Device device) => _device = device;

    /// <summary>Everything as when the device was new.</summary>
    public void HandleReset(Request request, Reply reply)
    {
        if (IsConfirmed(request, reply))
        {
            if (new FactoryReset(_device).Run())
            {
                Answer(reply);
                return;
            }

            reply.Error(500, "the drive does not take all of it: see faults in /api/status, and try again");
        }
    }

    /// <summary>Starts the device again, a moment after the answer.</summary>
    public void HandleRestart(Request request, Reply reply)
    {
        if (IsConfirmed(request, reply))
        {
            Answer(reply);
            _device.Settings.Flush();
            Restart.Soon();
        }
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
        reply.Field("needsRestart", _device.Hotspot.NeedsRestart);
        reply.EndObject();
    }
}
