namespace NanoFirmware.Rendering;

/// <summary>One thing that can be adjusted on a pattern. It acts through one of a channel's controls p1 to p4.</summary>
public sealed class PatternParameter
{
    private const int WordsOfOne = 4;

    /// <param name="name">Lower case, one word.</param>
    /// <param name="min">Least value, 0 or more; smaller ones count as this.</param>
    /// <param name="max">Greatest value, 255 or less; greater ones count as this.</param>
    /// <param name="initial">The value when the pattern is chosen.</param>
    public PatternParameter(string name, int min, int max, int initial)
    {
        Name = name;
        Min = min;
        Max = max;
        Initial = initial;
    }

    /// <summary>Reads a list of parameters: "name least greatest initial", with a comma between one and the next.</summary>
    /// <remarks>A text takes a tenth of the code that constructors would, and stays in flash.</remarks>
    public static PatternParameter[] Read(string list)
    {
        if (list.Length == 0)
        {
            return new PatternParameter[0];
        }

        // Not static: PatternCatalog's own initialiser reads lists, and runs before any of this class's would. One array serves
        // commas and spaces: a list of all patterns reads 42 of these.
        char[] separator = { ',' };
        string[] rows = list.Split(separator);
        separator[0] = ' ';
        var parameters = new PatternParameter[rows.Length];
        for (int i = 0; i < rows.Length; i++)
        {
            // Behind a comma the first word is empty.
            string[] words = rows[i].Split(separator);
            int at = words.Length - WordsOfOne;
            parameters[i] = new PatternParameter(
                words[at], int.Parse(words[at + 1]), int.Parse(words[at + 2]), int.Parse(words[at + 3]));
        }

        return parameters;
    }

    public readonly string Name;

    public readonly int Min;

    public readonly int Max;

    public readonly int Initial;
}
