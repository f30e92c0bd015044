using System.Text.RegularExpressions;

namespace NanoFirmware.ApiGate.Projects;

/// <summary>Writes a project's Compile rows anew and leaves every other character alone.</summary>
public static partial class ProjectSync
{
    /// <summary>The project's text with these sources, sorted, in place of its Compile rows.</summary>
    /// <param name="sources">Paths relative to the project's folder, with backslashes.</param>
    /// <exception cref="FormatException">The text has neither Compile rows nor an end of a project.</exception>
    public static string Rewrite(string project, IEnumerable<string> sources)
    {
        MatchCollection rows = CompileRow().Matches(project);
        string newLine = project.Contains("\r\n", StringComparison.Ordinal) ? "\r\n" : "\n";
        string indent = rows.Count > 0 ? rows[0].Groups["indent"].Value : "    ";
        string block = string.Concat(
            sources.Order(StringComparer.Ordinal).Select(source => $"{indent}<Compile Include=\"{source}\" />{newLine}"));
        if (rows.Count > 0)
        {
            string without = CompileRow().Replace(project, "");
            return without.Insert(rows[0].Index, block);
        }

        int end = project.LastIndexOf("</Project>", StringComparison.Ordinal);
        return end < 0
            ? throw new FormatException("The project file has no Compile rows and no </Project>.")
            : project.Insert(end, $"  <ItemGroup>{newLine}{block}  </ItemGroup>{newLine}");
    }

    [GeneratedRegex(@"(?<indent>[ \t]*)<Compile\s+Include=""[^""]*""\s*(/>|>.*?</Compile>)[ \t]*\r?\n", RegexOptions.Singleline)]
    private static partial Regex CompileRow();
}
