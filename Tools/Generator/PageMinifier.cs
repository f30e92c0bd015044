using System.Text;
using System.Text.RegularExpressions;

namespace NanoFirmware.Generator;

/// <summary>Makes a page smaller without changing what it does: markup, styles and script each in their own way.</summary>
public static partial class PageMinifier
{
    /// <summary>The page without what is there for its author only.</summary>
    /// <exception cref="FormatException">A text of the script does not end.</exception>
    public static string Minify(string html)
    {
        ArgumentNullException.ThrowIfNull(html);
        var small = new StringBuilder();
        int at = 0;
        foreach (Match part in Parts().Matches(html))
        {
            small.Append(Markup(html[at..part.Index]));
            small.Append(part.Groups[1].Value == "style" ? Styles(part.Value) : ScriptMinifier.Minify(part.Value));
            at = part.Index + part.Length;
        }

        return small.Append(Markup(html[at..])).ToString();
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

    [GeneratedRegex("(?<=<(style|script)>).*?(?=</\\1>)", RegexOptions.Singleline)]
    private static partial Regex Parts();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" ?([{};,>]) ?")]
    private static partial Regex AroundSigns();

    [GeneratedRegex(@": ")]
    private static partial Regex AfterColon();
}
