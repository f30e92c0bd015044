namespace NanoFirmware.Web;

/// <summary>/api/patterns and /api/palettes: what there is, piece by piece.</summary>
internal sealed class CatalogueController : Controller
{
    private readonly bool _isOfPatterns;

    public CatalogueController(bool isOfPatterns) => _isOfPatterns = isOfPatterns;

    public override void Handle(Request request, Reply reply)
    {
        LongAnswer list = _isOfPatterns ? new PatternList() : new PaletteList();
        reply.SendLong(list, "application/json", "no-cache");
    }
}
