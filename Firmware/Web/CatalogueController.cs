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
        LongAnswer list = _isOfPatterns
            ? new PatternList(_device.ChannelA.Layout.Plan != null || _device.ChannelB.Layout.Plan != null)
            : new PaletteList();
        reply.SendLong(list, "application/json", "no-cache");
    }
}
