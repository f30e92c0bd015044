using NanoFirmware.Documents;
using NanoFirmware.Panels;

namespace NanoFirmware.Web;

/// <summary>/api/panels: what panels show, all of them, a group or one.</summary>
internal sealed class PanelsController : Controller
{
    private const string NoPanels =
        "there are no panels: POST {\"kind\":\"panels\",\"panels\":12,\"size\":8,\"by\":\"columns\",\"span\":true} "
        + "or the like to /api/channel/a/layout first";

    // What surely fits: 16 panels that tell all that they can, 600 pixels as RRGGBB.
    private const int UsualPanels = 16;
    private const int UsualPixels = 600;

    private readonly Device _device;

    public PanelsController(Device device) => _device = device;

    public override void Handle(Request request, Reply reply)
    {
        string name = request.Segment(2);
        string part = request.Segment(3);
        if (request.SegmentCount > 4 || (part != null && part != "frame" && part != "press"))
        {
            reply.NotFound("unknown path: use /api/panels, /api/panels/{n|group}, /api/panels/{n}/frame or /press");
            return;
        }

        if (!IsAllowed(request, part))
        {
            reply.MethodNotAllowed(Methods(part));
            return;
        }

        PanelGeometry geometry = _device.Panels.Geometry;
        if (geometry == null)
        {
            AnswerWithout(request, reply, name);
            return;
        }

        int panels = name == null ? 0 : Find(name, geometry);
        if (name != null && panels == 0)
        {
            reply.NotFound(
                "unknown panel: use 0 to " + (geometry.Count - 1).ToString() + " or one of " + _device.Panels.Groups.Names);
            return;
        }

        Answer(request, reply, geometry, name, part, panels);
    }

    private void Answer(Request request, Reply reply, PanelGeometry geometry, string name, string part, int panels)
    {
        int one = PanelsDocument.OnlyOne(panels);
        if (part != null && one < 0)
        {
            reply.NotFound("only one panel has a frame and can be pressed: use 0 to " + (geometry.Count - 1).ToString());
            return;
        }

        if (part == "frame")
        {
            AnswerFrame(reply, geometry, one);
        }
        else if (part == "press")
        {
            AnswerPress(reply, one);
        }
        else if (!request.IsWrite)
        {
            AnswerLooks(reply, geometry, name, one, panels);
        }
        else if (TryStore(request, reply, geometry, panels))
        {
            // They may hang otherwise than before, or, by a layout that came in between, no longer.
            AnswerLooks(reply, _device.Panels.Geometry ?? geometry, name, one, panels);
        }
    }

    private void AnswerFrame(Reply reply, PanelGeometry geometry, int one)
    {
        JsonWriter frame = RoomFor(geometry, reply);
        frame.BeginObject();
        frame.Field("panel", one);
        frame.Field("size", geometry.Size);
        frame.Name("pixels");
        frame.HexBytes(PanelFrame.Of(geometry, _device.State.Channels, one));
        frame.EndObject();
        Send(frame, reply);
    }

    private void AnswerPress(Reply reply, int one)
    {
        reply.BeginObject();
        reply.Field("panel", one);
        reply.Field("presses", _device.Panels.Press(one));
        reply.EndObject();
    }

    private bool TryStore(Request request, Reply reply, PanelGeometry geometry, int panels)
    {
        string problem = new PanelsChange(_device.Panels, geometry).Store(request.Body, request.BodyLength, panels);
        if (problem != null)
        {
            reply.Error(400, problem);
        }

        return problem == null;
    }

    private void AnswerLooks(Reply reply, PanelGeometry geometry, string name, int one, int panels)
    {
        JsonWriter json = RoomFor(geometry, reply);
        json.BeginObject();
        if (name == null)
        {
            PanelsDocument.Write(json, _device.Panels, geometry);
        }
        else if (one >= 0)
        {
            PanelsDocument.WriteFields(json, _device.Panels, geometry, one, true);
        }
        else
        {
            PanelsDocument.WritePanels(json, _device.Panels, geometry, panels);
        }

        json.EndObject();
        Send(json, reply);
    }

    // Many panels, or a large one, have more to tell than an answer usually has room for.
    private static JsonWriter RoomFor(PanelGeometry geometry, Reply reply) =>
        geometry.Count > UsualPanels || geometry.Pixels > UsualPixels ? new JsonWriter(KeptPanels.MostBytes) : reply;

    private static void Send(JsonWriter json, Reply reply)
    {
        if (json != reply)
        {
            reply.SendLong(new PartAnswer(new JsonPart(json.Bytes, 0, json.Length)), "application/json", "no-store");
        }
    }

    private static void AnswerWithout(Request request, Reply reply, string name)
    {
        if (request.IsWrite)
        {
            reply.Error(409, NoPanels);
            return;
        }

        if (name != null)
        {
            reply.NotFound(NoPanels);
            return;
        }

        reply.BeginObject();
        reply.Field("count", 0);
        reply.EndObject();
    }

    private int Find(string name, PanelGeometry geometry)
    {
        bool isNumber = name[0] >= '0' && name[0] <= '9';
        if (!isNumber)
        {
            return _device.Panels.Groups.Find(name, geometry.Count);
        }

        return int.TryParse(name, out int panel) && panel >= 0 && panel < geometry.Count ? 1 << panel : 0;
    }

    private static bool IsAllowed(Request request, string part)
    {
        if (part == null)
        {
            return request.IsRead || request.IsWrite;
        }

        return part == "frame" ? request.IsRead : request.IsWrite;
    }

    private static string Methods(string part)
    {
        if (part == null)
        {
            return "GET, POST, PUT";
        }

        return part == "frame" ? "GET" : "POST, PUT";
    }
}
