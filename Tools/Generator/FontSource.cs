using System.Globalization;
using System.Text;

namespace NanoFirmware.Generator;

/// <summary>Makes the letters that grids show, of the drawings in grid-font.txt: a letter a line, then its seven rows.</summary>
public static class FontSource
{
    private const int Rows = 7;
    private const int PerLine = 120;

    /// <summary>The C# source of <c>Font</c>.</summary>
    /// <param name="drawings">The drawings.</param>
    public static string Write(string drawings)
    {
        ArgumentNullException.ThrowIfNull(drawings);
        string[][] glyphs = [.. drawings.Split('\n', StringSplitOptions.RemoveEmptyEntries).Chunk(Rows + 1)];
        var source = new StringBuilder();
        source.Append("// Made by Tools/Generator/FontSource.cs: dotnet run --project Tools/Generator\n");
        source.Append("namespace NanoFirmware.Rendering;\n\n");
        source.Append("/// <summary>Letters of five columns and seven rows. Texts stay in flash.</summary>\n");
        source.Append("internal static class Font\n{\n");
        source.Append("    public const int Width = 5;\n    public const int Height = 7;\n\n");
        source.Append("    /// <summary>The letters that there are.</summary>\n");
        Append(source, "Letters", string.Concat(glyphs.Select(glyph => glyph[0])), 40);
        source.Append(
            "\n    /// <summary>Seven rows a letter, five bits each, the leftmost column the highest, added to a zero's "
                + "code.</summary>\n");
        Append(source, "Rows", string.Concat(glyphs.SelectMany(glyph => glyph[1..]).Select(Row)), PerLine);
        return source.Append("}\n").ToString();
    }

    private static char Row(string row) => (char)('0' + Convert.ToInt32(row.Replace('.', '0').Replace('#', '1'), 2));

    private static void Append(StringBuilder source, string name, string text, int perLine)
    {
        source.Append(CultureInfo.InvariantCulture, $"    public const string {name} =\n");
        string[] lines = [.. text.Chunk(perLine).Select(line => string.Concat(line.Select(Escaped)))];
        for (int i = 0; i < lines.Length; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"        \"{lines[i]}\"{(i < lines.Length - 1 ? " +" : ";")}\n");
        }
    }

    private static string Escaped(char letter) => letter switch
    {
        '"' or '\\' => "\\" + letter,
        < (char)127 => letter.ToString(),
        _ => string.Create(CultureInfo.InvariantCulture, $"\\u{(int)letter:X4}"),
    };
}
