using System;
using NanoFirmware.Rendering;

namespace NanoFirmware.Web;

/// <summary>/api/patterns and /api/palettes: what there is to choose from. Neither changes, so each is written once and kept.</summary>
internal sealed class CatalogController
{
    // As many colours as a gradient needs to be recognised on a phone.
    private const int Samples = 6;

    // Both catalogues are longer than other answers.
    private const int Capacity = 16384;

    private readonly object _writing = new object();
    private byte[] _patterns;
    private byte[] _palettes;

    public void HandlePatterns(Reply reply)
    {
        lock (_writing)
        {
            _patterns = _patterns ?? Written(true);
        }

        reply.SendStored(_patterns, "application/json", "no-cache");
    }

    public void HandlePalettes(Reply reply)
    {
        lock (_writing)
        {
            _palettes = _palettes ?? Written(false);
        }

        reply.SendStored(_palettes, "application/json", "no-cache");
    }

    private static byte[] Written(bool patterns)
    {
        var reply = new Reply(Capacity);
        reply.Begin();
        reply.BeginObject();
        reply.Name(patterns ? "patterns" : "palettes");
        reply.BeginArray();
        if (patterns)
        {
            WritePatterns(reply);
        }
        else
        {
            WritePalettes(reply);
        }

        reply.EndArray();
        reply.EndObject();
        var bytes = new byte[reply.Length];
        Array.Copy(reply.Bytes, 0, bytes, 0, bytes.Length);
        return bytes;
    }

    private static void WritePatterns(Reply reply)
    {
        Pattern[] patterns = PatternCatalog.Create();
        for (int i = 0; i < patterns.Length; i++)
        {
            reply.BeginObject();
            reply.Field("index", i);
            reply.Field("name", patterns[i].Name);
            reply.Field("description", patterns[i].Description);
            reply.Field("audio", patterns[i].Audio);
            reply.Name("parameters");
            reply.BeginArray();
            for (int n = 0; n < patterns[i].Parameters.Length; n++)
            {
                PatternParameter parameter = patterns[i].Parameters[n];
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
        for (int i = 0; i < names.Length; i++)
        {
            reply.BeginObject();
            reply.Field("index", i);
            reply.Field("name", names[i]);
            reply.Name("colors");
            reply.BeginArray();
            if (!PaletteCatalog.IsCustom(i))
            {
                WriteSamples(reply, PaletteCatalog.KeysAt(i));
            }

            reply.EndArray();
            reply.EndObject();
        }
    }

    private static void WriteSamples(Reply reply, int keysAt)
    {
        for (int sample = 0; sample < Samples; sample++)
        {
            int at = keysAt + (sample * (Palette.Keys - 1) / (Samples - 1) * 3);
            reply.HexColour(PaletteKeys.Rgb, at);
        }
    }
}
