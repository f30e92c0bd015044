using System.Text;

namespace NanoFirmware.Generator;

/// <summary>Turns the phone page into a byte array that the device can send as it is.</summary>
public static class PageSource
{
    private const int BytesPerLine = 32;

    /// <summary>The C# source of <c>Page</c> for <paramref name="html"/>, minified and in UTF-8.</summary>
    public static string Write(string html)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(Minify(html));
        var source = new StringBuilder();
        source.Append("// Made from page.html by Tools/Generator; edit that file and run: dotnet run --project Tools/Generator\n");
        source.Append("namespace NanoFirmware.Web;\n\n");
        source.Append("/// <summary>The phone page, minified, in UTF-8.</summary>\n");
        source.Append("internal static class Page\n{\n    public static readonly byte[] Html =\n    {\n");
        foreach (byte[] line in bytes.Chunk(BytesPerLine))
        {
            source.Append("        ").AppendJoin(", ", line).Append(",\n");
        }

        return source.Append("    };\n}\n").ToString();
    }

    // Indentation, empty lines and lines of comment are for the author; everything else stays, so nothing can break.
    private static string Minify(string html) => string.Join('\n', html
        .Split('\n')
        .Select(line => line.Trim())
        .Where(line => line.Length > 0 && !line.StartsWith("//", StringComparison.Ordinal)));
}
