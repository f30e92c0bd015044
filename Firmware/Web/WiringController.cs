using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Health;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Web;

/// <summary>
/// /api/wiring: what is soldered where. It is checked and kept at once, and comes into force at the next start.
/// </summary>
internal sealed class WiringController : Controller
{
    // Of an LED: wire, frame, both pictures of a cross-fade, canvas and notes, and what linked strips and senders take, rounded
    // up.
    private const int BytesPerLed = 48;

    private readonly Device _device;
    private readonly WiringStore _wirings;
    private readonly HeapWatch _heap;

    public WiringController(Device device, Supervisor supervisor)
    {
        _device = device;
        _wirings = device.Wirings;
        _heap = supervisor.Heap;
    }

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 2)
        {
            reply.NotFound("unknown path: /api/wiring has no parts");
        }
        else if (!request.IsRead && !request.IsWrite)
        {
            reply.MethodNotAllowed("GET, POST, PUT");
        }
        else if (request.IsRead || TryStore(request, reply))
        {
            Answer(reply);
        }
    }

    private bool TryStore(Request request, Reply reply)
    {
        Wiring wiring = _wirings.Wanted.Copy();
        string problem = _wirings.Read(request.Body, request.BodyStart, request.BodyLength, wiring) ?? HeapProblem(wiring);
        if (problem != null)
        {
            reply.Error(400, problem);
            return false;
        }

        return wiring.IsSame(_wirings.Wanted) || (WriteGuard.Allows(_device.Budget, reply) && TryKeep(wiring, reply));
    }

    private bool TryKeep(Wiring wiring, Reply reply)
    {
        try
        {
            _wirings.Keep(wiring);
            return true;
        }
        catch (Exception fault)
        {
            _device.Settings.Fail(fault.Message);
            reply.Error(500, "the drive does not take it: nothing has changed");
            return false;
        }
    }

    // Known once the heap was looked at, in the first quarter of a second.
    private string HeapProblem(Wiring wiring)
    {
        int more = (wiring.Leds - _wirings.Running.Leds) * BytesPerLed;
        int free = _heap.FreeBytes - HeapWatch.LowBytes;
        if (more <= 0 || _heap.Collections == 0 || more <= free)
        {
            return null;
        }

        int most = _wirings.Running.Leds + (free > 0 ? free / BytesPerLed : 0);
        return "leds: " + wiring.Leds.ToString() + " take more memory than is free, at most " + most.ToString()
            + " together are allowed: a board with PSRAM has room for more";
    }

    private void Answer(Reply reply)
    {
        Wiring wanted = _wirings.Wanted;
        reply.BeginObject();
        WiringDocument.WriteFields(reply, wanted);
        reply.Name("running");
        reply.BeginObject();
        WiringDocument.WriteFields(reply, _wirings.Running);
        reply.EndObject();
        reply.Field("restart", _wirings.NeedsRestart);
        reply.Field("problem", _wirings.Problem ?? string.Empty);
        reply.Name("notes");
        reply.BeginArray();
        WriteNotes(reply, wanted);
        WriteLayoutNotes(reply, wanted);
        reply.EndArray();
        reply.EndObject();
    }

    private static void WriteNotes(Reply reply, Wiring wiring)
    {
        WriteRate(reply, "a", wiring.A);
        WriteRate(reply, "b", wiring.B);
        if (!wiring.Microphone.IsOn)
        {
            reply.Value(
                "microphone: there is none, so the clock paces the strips, and they hear what Sound Sync tells or nothing");
        }

        if (wiring.MemoryBlocksOf(wiring.B) < Board.RmtMemoryBlocks)
        {
            reply.Value(
                "pulse: strip b gives up one of its two blocks of RMT memory and has to be refilled within 30 µs instead of 60");
        }
    }

    // A restore that waits for its wiring brings layouts of its own.
    private void WriteLayoutNotes(Reply reply, Wiring wiring)
    {
        Channel[] channels = { _device.ChannelA, _device.ChannelB };
        int[] leds = { wiring.A.Leds, wiring.B.Leds };
        for (int i = 0; i < channels.Length && !BackupStore.IsWaiting; i++)
        {
            string problem = channels[i].Layout.NewControls().ConflictOn(leds);
            if (problem != null)
            {
                reply.Value((i == 0 ? "a" : "b") + ": its layout does not fit and becomes a line: " + problem);
            }
        }
    }

    private static void WriteRate(Reply reply, string name, StripWiring strip)
    {
        if (strip.IsHalfRate)
        {
            reply.Value(name + ": more than " + Board.MostLedsAtFullRate.ToString() + " LEDs get 30 frames a second");
        }
    }
}
