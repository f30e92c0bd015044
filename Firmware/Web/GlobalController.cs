using NanoFirmware.Control;

namespace NanoFirmware.Web;

/// <summary>/api/global: what acts on both channels.</summary>
internal sealed class GlobalController : Controller
{
    private readonly MasterControls _master;

    public GlobalController(MasterControls master) => _master = master;

    public override void Handle(Request request, Reply reply)
    {
        if (request.SegmentCount > 3)
        {
            reply.NotFound("unknown path: a control has no parts");
            return;
        }

        ControlsExchange.Handle(request, reply, _master, request.Segment(2));
    }
}
