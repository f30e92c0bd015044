using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns and /api/palettes: what there is, piece by piece.</summary>
internal sealed class CatalogueController : Controller
{
    private readonly Device _device;
    private readonly bool _isOfPatterns;

    public CatalogueController(Device device, bool isOfPatterns)
    {
        _device = device;
        _isOfPatterns = isOfPatterns;
    }

    public override void Handle(Request request, Reply reply)
    {
        // The one with more to choose from.
        GridPlan plan = _device.ChannelA.Layout.Plan;
        GridPlan other = _device.ChannelB.Layout.Plan;
        plan = ChannelLayout.PatternsOn(other) > ChannelLayout.PatternsOn(plan) ? other : plan;
        LongAnswer list = _isOfPatterns ? new PatternList(plan) : new PaletteList();
        reply.SendLong(list, "application/json", "no-cache");
    }
}
