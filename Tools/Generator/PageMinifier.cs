using System.Text.RegularExpressions;

namespace NanoFirmware.Generator;

/// <summary>Makes a page smaller without changing what it does: markup, styles and script each in their own way.</summary>
public static partial class PageMinifier
{
    /// <summary>The page without what is there for its author only.</summary>
    /// <param name="html">A page with at most one style and one script, both without a closing tag inside.</param>
    public static string Minify(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        string page = Lines(html, "<style>", "</style>", Styles);
        return Lines(page, "<script>", "</script>", ScriptMinifier.Minify);
    }

    // What is before and after the part is markup, or has been made small already.
    private static string Lines(string html, string opening, string closing, Func<string, string> minify)
    {
        int start = html.IndexOf(opening, StringComparison.Ordinal), end = html.IndexOf(closing, StringComparison.Ordinal);
        if (start < 0 || end < 0)
        {
            return Markup(html);
        }

        start += opening.Length;
        string after = opening == "<style>" ? html[end..] : Markup(html[end..]);
        return Markup(html[..start]) + minify(html[start..end]) + after;
    }

    private static string Markup(string html) =>
        string.Concat(html.Split('\n').Select(line => line.Trim()));

    // Spaces mean something between words, and around the signs of a calculation; nowhere else.
    private static string Styles(string css)
    {
        string small = Spaces().Replace(css, " ");
        small = AroundSigns().Replace(small, "$1");
        small = AfterColon().Replace(small, ":");
        return small.Replace(";}", "}", StringComparison.Ordinal).Trim();
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?([{};,>]) ?")]
    private static partial Regex AroundSigns();

    [GeneratedRegex(@": ")]
    private static partial Regex AfterColon();
}
