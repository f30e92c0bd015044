using System;
using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <summary>
/// /api/jam/recording: what was recorded, as lines of JSON, and a recording that comes in pieces of at most 4 KB; below it
/// record, replay and stop.
/// </summary>
internal sealed class JamRecordingController : Controller
{
    private readonly Device _device;
    private readonly JamDoor _door;

    public JamRecordingController(Device device, JamDoor door)
    {
        _device = device;
        _door = door;
    }

    public override void Handle(Request request, Reply reply)
    {
        string deed = request.Segment(3);
        bool isDeed = deed == "record" || deed == "replay" || deed == "stop";
        if (request.SegmentCount > 4 || (deed != null && !isDeed))
        {
            reply.NotFound("unknown path: use /api/jam/recording, and below it record, replay or stop");
        }
        else if (!request.IsWrite && (isDeed || !request.IsRead))
        {
            reply.MethodNotAllowed(isDeed ? "POST, PUT" : "GET, POST, PUT");
        }
        else if (isDeed)
        {
            Do(deed, reply);
        }
        else if (_door.Reel.State == JamReelState.Recording)
        {
            reply.Error(409, "a recording is under way: stop it first");
        }
        else if (request.IsWrite)
        {
            Take(request, reply);
        }
        else if (_door.Reel.Tape == null)
        {
            reply.Error(409, NothingThere);
        }
        else
        {
            reply.SendLong(new JamTapeAnswer(_door.Reel.Tape), "application/x-ndjson", "no-store");
        }
    }

    /// <summary>Writes how things stand into the object that is open.</summary>
    public static void WriteFields(Reply reply, JamReel reel)
    {
        JamTape tape = reel == null ? null : reel.Tape;
        reply.Field("state", NameOf(reel == null ? JamReelState.Stopped : reel.State));
        reply.Field("events", tape == null ? 0 : tape.Count);
        reply.Field("ms", tape == null ? 0 : tape.Ms);
    }

    private const string NothingThere = "nothing is recorded: record something or send a recording first";

    private static string NameOf(JamReelState state)
    {
        switch (state)
        {
            case JamReelState.Recording:
                return "recording";
            case JamReelState.Replaying:
                return "replaying";
            default:
                return "stopped";
        }
    }

    private void Do(string deed, Reply reply)
    {
        JamReel reel = _door.Reel;
        bool isKept = false;
        if (deed == "record")
        {
            reel.Record(new JamTape(_door.TapeCapacity));
        }
        else if (deed == "replay" && !reel.TryReplay())
        {
            reply.Error(409, NothingThere);
            return;
        }
        else if (deed == "stop" && reel.Stop())
        {
            // What may not be kept, or not now, is there until the next start all the same.
            isKept = WriteGuard.Allows(_device.Budget, reply) && TryKeep(reel.Tape);
            reply.Begin();
        }

        reply.BeginObject();
        WriteFields(reply, reel);
        reply.Field("kept", isKept);
        reply.EndObject();
    }

    private bool TryKeep(JamTape tape)
    {
        try
        {
            JamTapeFile.Keep(tape);
            return true;
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
            return false;
        }
    }

    private void Take(Request request, Reply reply)
    {
        string problem = _door.TapeRoom.Add(request, _door.TapeCapacity);
        bool isMore = request.Parameter("more") == "1";
        JamTape tape = null;
        problem = problem ?? (isMore ? null : _door.TapeRoom.End(out tape));
        if (problem != null)
        {
            _door.TapeRoom.Forget();
            reply.Error(400, problem);
        }
        else if (isMore)
        {
            reply.BeginObject();
            reply.Field("received", _door.TapeRoom.Received);
            reply.Field("whole", false);
            reply.EndObject();
        }
        else if (WriteGuard.Allows(_device.Budget, reply))
        {
            Put(tape, reply);
        }
    }

    // Kept first: what the drive does not take changes nothing.
    private void Put(JamTape tape, Reply reply)
    {
        if (!TryKeep(tape))
        {
            reply.Error(500, "the drive does not take it: nothing has changed");
            return;
        }

        _door.Reel.Put(tape);
        reply.BeginObject();
        WriteFields(reply, _door.Reel);
        reply.Field("kept", true);
        reply.EndObject();
    }
}
