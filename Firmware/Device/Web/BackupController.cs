using System;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/backup: everything that was set as one document, and back, all or nothing.</summary>
internal sealed class BackupController
{
    private readonly Device _device;

    public BackupController(Device device) => _device = device;

    public void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/backup has no parts");
        }
        else if (request.IsRead)
        {
            reply.SendLong(new BackupAnswer(_device), "application/json", "no-store");
        }
        else if (!request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
        else
        {
            Restore(request, reply);
        }
    }

    private void Restore(Request request, Reply reply)
    {
        var backup = new BackupStore(_device);
        string problem = backup.Read(request.Body, request.BodyStart, request.BodyLength);
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        try
        {
            backup.Restore();
        }
        catch (Exception)
        {
            reply.Error(500, "the drive does not take it: nothing has changed, or the next start does the rest");
            return;
        }

        reply.BeginObject();
        reply.Field("needsRestart", _device.Hotspot.NeedsRestart);
        reply.EndObject();
    }
}
