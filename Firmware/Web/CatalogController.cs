using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns and /api/palettes: what there is to choose from.</summary>
internal sealed class CatalogController
{
    // As many colours as a gradient needs to be recognised on a phone.
    private const int Samples = 8;

    private readonly Pattern[] _patterns = PatternCatalog.Create();

    public void HandlePatterns(Reply reply)
    {
        reply.BeginObject();
        reply.Name("patterns");
        reply.BeginArray();
        for (int i = 0; i < _patterns.Length; i++)
        {
            reply.BeginObject();
            reply.Field("index", i);
            reply.Field("name", _patterns[i].Name);
            reply.Field("description", _patterns[i].Description);
            reply.EndObject();
        }

        reply.EndArray();
        reply.EndObject();
    }

    public void HandlePalettes(Reply reply)
    {
        reply.BeginObject();
        reply.Name("palettes");
        reply.BeginArray();
        for (int i = 0; i < PaletteCatalog.Names.Length; i++)
        {
            reply.BeginObject();
            reply.Field("index", i);
            reply.Field("name", PaletteCatalog.Names[i]);
            reply.Name("colors");
            reply.BeginArray();
            WriteSamples(reply, PaletteCatalog.Colours(i));
            reply.EndArray();
            reply.EndObject();
        }

        reply.EndArray();
        reply.EndObject();
    }

    private static void WriteSamples(Reply reply, byte[] colours)
    {
        for (int sample = 0; sample < Samples; sample++)
        {
            int at = sample * (Palette.Size - 1) / (Samples - 1) * 3;
            reply.Comma();
            reply.Put('"');
            reply.HexByte(colours[at]);
            reply.HexByte(colours[at + 1]);
            reply.HexByte(colours[at + 2]);
            reply.Put('"');
        }
    }
}
