using System.Text;
using NanoFirmware.Rendering;

namespace NanoFirmware.Bench.Patterns;

/// <summary>
/// A thumbnail of every pattern without its colours: a strip-chart of <see cref="Columns"/> × <see cref="Rows"/> cells, or one
/// moment of a grid, each cell a place in the palette and a level. Whoever shows it puts in the palette of the moment.
/// </summary>
public static class PatternStills
{
    /// <summary>The file that keeps them, from the top folder.</summary>
    public const string RelativePath = "Tools/Generator/pattern-stills.txt";

    /// <summary>Cells across; each stands for a run of pixels.</summary>
    public const int Columns = 18;

    /// <summary>Cells down; each stands for a moment.</summary>
    public const int Rows = 6;

    /// <summary>Places in the palette that are told apart.</summary>
    public const int Colours = 8;

    /// <summary>Levels above black that are told apart, evenly spaced to the eye.</summary>
    public const int Levels = 7;

    // A cell is a character from here on: black, then colour × levels + level. The ones after say that the last cell comes again
    // so many times, or that so many are as those above them.
    private const char Black = '#';
    private const char Again = ']';
    private const char Above = 'n';
    private const int LongestRun = 17;

    // From the second bar with a certain beat on; sound moves fast, and what is drawn from time alone is slow.
    private const int FirstFrame = 162;
    private const int FramesPerRow = 9;
    private const int SlowFramesPerRow = 60;

    // Of a grid: the text is in the middle of it then.
    private const int GridFrame = 252;

    private const int Run = Board.StripLeds / Columns;
    private const double Gamma = 2.2;

    // Full red says how bright; how much green goes with it says which colour.
    private static readonly byte[] Inks = [255, 0, 0, 255, 255, 0];
    private static readonly int Palette = PaletteCatalog.Names().Length - 1;

    /// <summary>The patterns in the order of the catalogue: those for lines, then those for grids.</summary>
    public static IReadOnlyList<string> Names => [.. PatternBooth.Names, .. GridBooth.Names];

    /// <summary>The cells of each pattern, a line each, in that order.</summary>
    public static string Text() => string.Concat(Lines().Concat(Grids()).Select(cells => Pack(cells) + "\n"));

    private static IEnumerable<string> Lines()
    {
        using var booth = new PatternBooth();
        booth.Custom.Set(Inks, 2);
        for (int i = 0; i < PatternBooth.Names.Count; i++)
        {
            yield return Cells(booth.Film(i, Palette), PatternCatalog.Create(i).Audio);
        }
    }

    private static IEnumerable<string> Grids()
    {
        using var booth = new GridBooth();
        booth.Custom.Set(Inks, 2);
        foreach (string name in GridBooth.Names)
        {
            yield return Cells(booth.Film(name, Palette)[GridFrame]);
        }
    }

    /// <summary>The cells of a line: 0 for black, else 1 + colour × <see cref="Levels"/> + level − 1.</summary>
    public static int[] Unpack(string packed)
    {
        ArgumentNullException.ThrowIfNull(packed);
        var cells = new List<int>();
        foreach (char code in packed)
        {
            int count = code switch
            {
                >= Above => code - Above + 1,
                >= Again => code - Again + 1,
                _ => 0,
            };
            for (int i = 0; i < count; i++)
            {
                cells.Add(cells[^(code >= Above ? Columns : 1)]);
            }

            if (count == 0)
            {
                cells.Add(code - Black);
            }
        }

        return [.. cells];
    }

    private static string Cells(byte[][] film, bool fast)
    {
        var cells = new StringBuilder();
        for (int row = 0; row < Rows; row++)
        {
            byte[] frame = film[fast ? FirstFrame + (row * FramesPerRow) : FirstFrame + (row * SlowFramesPerRow)];
            for (int column = 0; column < Columns; column++)
            {
                cells.Append(Cell(frame, Enumerable.Range(column * Run, Run)));
            }
        }

        return cells.ToString();
    }

    private static string Cells(byte[] grid)
    {
        var cells = new StringBuilder();
        for (int at = 0; at < Rows * Columns; at++)
        {
            int left = at % Columns * GridBooth.Width / Columns;
            int right = (((at % Columns) + 1) * GridBooth.Width / Columns) - 1;
            int top = at / Columns * GridBooth.Height / Rows;
            IEnumerable<int> pixels =
                from y in Enumerable.Range(top, GridBooth.Height / Rows)
                from x in Enumerable.Range(left, right - left + 1)
                select (y * GridBooth.Width) + x;
            cells.Append(Cell(grid, pixels));
        }

        return cells.ToString();
    }

    // The brightest of the pixels: a spark is as bright in the small picture as on the strip.
    private static char Cell(byte[] frame, IEnumerable<int> pixels)
    {
        int brightest = pixels.MaxBy(pixel => frame[(pixel * 3) + 1]);
        double red = frame[(brightest * 3) + 1] / (double)Board.WhiteRed;
        double green = frame[brightest * 3] / (double)Board.WhiteGreen;
        int level = (int)Math.Round(Levels * Math.Pow(red, 1 / Gamma));
        if (level == 0)
        {
            return Black;
        }

        int colour = (int)Math.Round((Colours - 1) * Math.Pow(Math.Min(1, green / red), 1 / Gamma));
        return (char)(Black + (colour * Levels) + level);
    }

    // The longest run of either kind, cell after cell: the one before again, or those of the row above.
    private static string Pack(string cells)
    {
        var packed = new StringBuilder();
        for (int at = 0; at < cells.Length;)
        {
            int again = Same(cells, at, 1);
            int above = Same(cells, at, Columns);
            int run = again >= above ? Again + again - 1 : Above + above - 1;
            packed.Append(again + above == 0 ? cells[at] : (char)run);
            at += Math.Max(1, Math.Max(again, above));
        }

        return packed.ToString();
    }

    // How many cells from there on are as those so many before them.
    private static int Same(string cells, int at, int before)
    {
        int count = 0;
        while (at >= before && at + count < cells.Length && count < LongestRun && cells[at + count] == cells[at + count - before])
        {
            count++;
        }

        return count;
    }
}
