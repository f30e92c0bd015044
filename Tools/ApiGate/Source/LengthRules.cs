namespace NanoFirmware.ApiGate.Source;

/// <summary>
/// How long the firmware's files are: who looks for something reads the half of them without turning a page. What a generator
/// writes is its own, and a tool may be as long as its task.
/// </summary>
public static class LengthRules
{
    private const int MedianLines = 70;
    private const string Firmware = "Firmware/";

    /// <summary>Checks all files below Firmware/ together, comments and blank lines counted; at most one violation.</summary>
    public static IEnumerable<Violation> Check(IEnumerable<SourceFile> sources)
    {
        SourceFile[] files = [.. sources.Where(IsCounted).OrderBy(LinesOf)];
        if (files.Length == 0)
        {
            return [];
        }

        // Of an even number the longer of the two in the middle.
        int median = LinesOf(files[files.Length / 2]);
        SourceFile longest = files[^1];
        return median <= MedianLines
            ? []
            : [new Violation(
                Firmware, 0, Rules.LongFiles,
                $"the median file has {median} lines, {MedianLines} are the most: cut files by what they tell, "
                    + $"the longest is {longest.Path} with {LinesOf(longest)}")];
    }

    private static bool IsCounted(SourceFile source) =>
        source.Path.StartsWith(Firmware, StringComparison.Ordinal) && !source.Path.EndsWith(".g.cs", StringComparison.Ordinal);

    private static int LinesOf(SourceFile source) => source.Text.Count(letter => letter == '\n');
}
