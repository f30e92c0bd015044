using System.Text;

namespace NanoFirmware.Generator;

/// <summary>Makes the firmware's table of palettes: 17 key colours each, at equal distances on a path through OKLab.</summary>
public static class PaletteSource
{
    private const int Keys = 17;
    private const int NamesPerLine = 8;

    /// <summary>The C# source of <c>PaletteKeys</c>.</summary>
    public static string Write(IReadOnlyList<PaletteRow> rows)
    {
        var source = new StringBuilder();
        source.Append(
            "// Made from Tools/Generator/PaletteTable.cs; edit that file and run: dotnet run --project Tools/Generator\n");
        source.Append("namespace NanoFirmware.Rendering;\n\n");
        source.Append(
            "/// <summary>The palettes: 17 key colours each, red, green, blue, mixed in OKLab; the last name stands for a "
                + "channel's own.</summary>\n");
        source.Append(
            "internal static class PaletteKeys\n{\n    /// <summary>In the order of the colours.</summary>\n    public static "
                + "readonly string[] Names =\n    {\n");
        foreach (PaletteRow[] line in rows.Chunk(NamesPerLine))
        {
            source.Append("        ").AppendJoin(", ", line.Select(row => $"\"{row.Name}\"")).Append(",\n");
        }

        source.Append(
            "        \"custom\",\n    };\n\n    /// <summary>102 hexadecimal digits a palette, in the order of the "
                + "names.</summary>\n    public const string Rgb = \"\"");
        foreach (PaletteRow row in rows)
        {
            source.Append("\n        // ").Append(row.Name).Append(": ").Append(row.Source).Append('\n');
            source.Append("        + \"").Append(Convert.ToHexString(KeysOf(row))).Append('"');
        }

        return source.Append(";\n}\n").ToString();
    }

    /// <summary>17 × red, green, blue.</summary>
    public static byte[] KeysOf(PaletteRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        OkLab[] stops = [.. row.Stops.Select(OkLab.FromHex)];
        var keys = new List<byte>();
        for (int key = 0; key < Keys; key++)
        {
            double place = key * (stops.Length - 1) / (double)(Keys - 1);
            int stop = Math.Min((int)place, stops.Length - 2);
            keys.AddRange(OkLab.Mix(stops[stop], stops[stop + 1], place - stop).ToRgb());
        }

        return [.. keys];
    }
}
