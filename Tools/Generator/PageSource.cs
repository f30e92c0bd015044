using System.Text;

namespace NanoFirmware.Generator;

/// <summary>
/// Turns the phone page into a text constant, which the device reads from its flash and never copies to its heap.
/// </summary>
public static class PageSource
{
    // Where the page wants the small pictures of the patterns, as the inside of a text in double quotes.
    private const string Stills = "@stills@";

    /// <summary>The C# source of <c>Page</c> for <paramref name="html"/>, minified.</summary>
    /// <param name="html">The page as it is written.</param>
    /// <param name="stills">The cells of each pattern, a line each, without quotes and strokes.</param>
    /// <exception cref="FormatException">The page has a character beyond ASCII, so that its pieces could not be cut
    /// anywhere.</exception>
    public static string Write(string html, string stills)
    {
        ArgumentNullException.ThrowIfNull(html);
        ArgumentNullException.ThrowIfNull(stills);
        if (stills.AsSpan().ContainsAny('"', '\\'))
        {
            throw new FormatException("the stills must not hold quotes or backslashes");
        }

        string page = PageMinifier.Minify(html).Replace(
            Stills, stills.Trim().Replace("\n", "\\n", StringComparison.Ordinal), StringComparison.Ordinal);
        if (!page.All(char.IsAscii))
        {
            throw new FormatException("page.html must be ASCII: write other characters as \\uXXXX or &#xXXXX;");
        }

        var source = new StringBuilder();
        source.Append(
            "// Made from page.html by Tools/Generator; edit that file and run: dotnet run --project Tools/Generator\n");
        source.Append("namespace NanoFirmware.Site;\n\n");
        // A constant would be copied into whoever uses it, and fill that library's texts.
        source.Append("/// <summary>The phone page, minified, in ASCII.</summary>\n");
        source.Append("internal static class Page\n{\n    public static string Html =>");
        string separator = "\n";
        foreach (string line in page.Split('\n'))
        {
            source.Append(separator).Append("        \"").Append(Escape(line)).Append("\\n\"");
            separator = " +\n";
        }

        return source.Append(";\n}\n").ToString();
    }

    private static string Escape(string line) =>
        line.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
