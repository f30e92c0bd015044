using System;
using NanoFirmware.Jam;
using NanoFirmware.Looks;
using NanoFirmware.Mqtt;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>/api/backup: everything that was set as one document, and back, all or nothing.</summary>
internal sealed class BackupController : Controller
{
    private readonly Device _device;

    public BackupController(Device device) => _device = device;

    public override void Handle(Request request, Reply reply)
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
        // It may tell of panels.
        _device.KeptPanels.Follow();
        var backup = new BackupStore(_device.State, _device.Settings, _device.Presets, _device.Radio, _device.Wirings);
        string problem = backup.Read(request.Body, request.BodyStart, request.BodyLength);
        problem = problem ?? CheckOptions(backup);
        if (problem != null)
        {
            reply.Error(400, problem);
            return;
        }

        if (!backup.IsPresent && (!WriteGuard.Allows(_device.Budget, reply) || !TryRestore(backup, reply)))
        {
            return;
        }

        reply.BeginObject();
        reply.Field("needsRestart", _device.NeedsRestart);
        reply.EndObject();
    }

    // Each is made once somebody tells of it.
    private string CheckOptions(BackupStore backup)
    {
        string problem = backup.Looks.IsGiven ? backup.Looks.Check(LooksSet.Of(_device)) : null;
        problem = problem == null && backup.Jam.IsGiven ? backup.Jam.Check(JamKeeper.KeeperOf(_device)) : problem;
        return problem == null && backup.Mqtt.IsGiven ? backup.Mqtt.Check(MqttOption.Of(_device)) : problem;
    }

    private bool TryRestore(BackupStore backup, Reply reply)
    {
        try
        {
            backup.Keep();
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
            reply.Error(500, "the drive does not take it: nothing has changed");
            return false;
        }

        try
        {
            backup.TakeOver();
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
            reply.Error(500, "the drive took a part of it: the next start tries once more");
            return false;
        }

        return true;
    }
}
