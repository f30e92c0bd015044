using System.Text;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns and /api/palettes: what there is to choose from. Neither ever changes.</summary>
internal sealed class CatalogController
{
    // As many colours as a gradient needs to be recognised on a phone.
    private const int Samples = 6;

    // Both catalogues are longer than other answers.
    private const int Capacity = 16384;

    public void HandlePatterns(Reply reply) => Send(reply, true);

    public void HandlePalettes(Reply reply) => Send(reply, false);

    // Longer than a desk's buffer, and asked for once a visit: written into a passing one and sent as a text.
    private static void Send(Reply reply, bool patterns)
    {
        var longer = new Reply(Capacity);
        longer.Begin();
        longer.BeginObject();
        longer.Name(patterns ? "patterns" : "palettes");
        longer.BeginArray();
        if (patterns)
        {
            WritePatterns(longer);
        }
        else
        {
            WritePalettes(longer);
        }

        longer.EndArray();
        longer.EndObject();
        reply.SendStored(Encoding.UTF8.GetString(longer.Bytes, 0, longer.Length), "application/json", "no-cache");
    }

    private static void WritePatterns(Reply reply)
    {
        for (int i = 0; i < PatternCatalog.Count; i++)
        {
            Pattern pattern = PatternCatalog.Create(i);
            PatternParameter[] parameters = pattern.MakeParameters();
            reply.BeginObject();
            reply.Field("index", i);
            reply.Field("name", pattern.Name);
            reply.Field("description", pattern.Description);
            reply.Field("audio", pattern.Audio);
            reply.Name("parameters");
            reply.BeginArray();
            for (int n = 0; n < parameters.Length; n++)
            {
                PatternParameter parameter = parameters[n];
                reply.BeginObject();
                reply.Field("control", "p" + (n + 1).ToString());
                reply.Field("name", parameter.Name);
                reply.Field("min", parameter.Min);
                reply.Field("max", parameter.Max);
                reply.Field("default", parameter.Initial);
                reply.EndObject();
            }

            reply.EndArray();
            reply.EndObject();
        }
    }

    private static void WritePalettes(Reply reply)
    {
        string[] names = PaletteCatalog.Names();
        var keys = new byte[PaletteCatalog.ReadBytes];
        for (int i = 0; i < names.Length; i++)
        {
            reply.BeginObject();
            reply.Field("index", i);
            reply.Field("name", names[i]);
            reply.Name("colors");
            reply.BeginArray();
            if (!PaletteCatalog.IsCustom(i))
            {
                PaletteCatalog.Read(i, keys);
                WriteSamples(reply, keys);
            }

            reply.EndArray();
            reply.EndObject();
        }
    }

    private static void WriteSamples(Reply reply, byte[] keys)
    {
        for (int sample = 0; sample < Samples; sample++)
        {
            reply.HexColour(keys, sample * (Palette.Keys - 1) / (Samples - 1) * 3);
        }
    }
}
