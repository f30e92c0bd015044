namespace NanoFirmware.Layout;

/// <summary>
/// A grid compiled: what its canvas looks like in memory, and the runs by which the outputs show it. Made when a layout is set,
/// by whoever sets it; a frame finds everything ready.
/// </summary>
/// <remarks>
/// The canvas's lines (rows, or columns where the strip runs along these) lie in memory in the order in which the strip comes to
/// them, each in the direction in which it runs there. So a serpentine is drawn and not turned, and a grid without gaps is one
/// run for each output.
/// </remarks>
internal sealed class GridPlan
{
    /// <summary>How a pattern for lines is seen on a grid: each of its pixels is a column, from the left.</summary>
    public const int Columns = 0;

    /// <summary>Each is a row, from the bottom.</summary>
    public const int Rows = 1;

    /// <summary>Each is a ring, from the middle.</summary>
    public const int Rings = 2;

    /// <summary>Each is a pixel of the strip, along its path.</summary>
    public const int Path = 3;

    /// <summary>A picture comes 15 times a second at least, however scattered its pixels are.</summary>
    public const int MostHops = 4;

    // A run is 0.15 to 0.18 µs of reference time (modelled). Beside ears, pattern and the other strip one hop has time for fewer
    // than so many, two hops and three for more.
    private const int RunsInOneHop = 100;
    private const int RunsInTwoHops = 300;
    private const int RunsInThreeHops = 500;

    private readonly int _first;

    /// <param name="leds">Pixels of each output.</param>
    /// <param name="output">The first output that shows it.</param>
    /// <param name="spans">It goes on on the next output where one ends; else the first output's is shown alike on all others
    /// when they are asked to.</param>
    /// <param name="places">For each pixel along the outputs its place on the grid, row × width + column; −1 where it is none of
    /// the grid's.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    /// <param name="expand">How a pattern for lines is seen.</param>
    public GridPlan(int[] leds, int output, bool spans, short[] places, int width, int height, int expand)
    {
        _first = output;
        Spans = spans;
        Width = width;
        Height = height;
        var path = new GridPath(places, width);
        var lines = new GridLines(path, width, height);
        IsByColumns = lines.AreColumns;
        LineLength = lines.Length;
        Starts = lines.Starts;
        Steps = lines.Steps;
        var compiler = new GridCompiler(this, path, leds, output);
        Whole = compiler.Whole();
        Expanded = compiler.Expanded(expand);
        Sent = new int[leds.Length][];
        int from = 0;
        for (int i = 0; i < leds.Length; i++)
        {
            int count = places.Length - from < leds[i] ? places.Length - from : leds[i];
            Sent[i] = SentRuns.Compile(places, from, spans || i == output ? count : 0);
            from += spans ? leds[i] : 0;
        }
    }

    public readonly int Width;

    public readonly int Height;

    /// <summary>It goes on from the first output to the others.</summary>
    public readonly bool Spans;

    /// <summary>Its lines are columns.</summary>
    public readonly bool IsByColumns;

    /// <summary>Pixels of a line.</summary>
    public readonly int LineLength;

    /// <summary>Place in the canvas's memory of each line's first pixel, at its left or top end.</summary>
    public readonly int[] Starts;

    /// <summary>1 where a line lies in memory from there on, −1 where it lies backwards.</summary>
    public readonly int[] Steps;

    /// <summary>Where the whole canvas is seen.</summary>
    public readonly PixelMap Whole;

    /// <summary>Where the pixels of a pattern for lines are seen.</summary>
    public readonly PixelMap Expanded;

    /// <summary>Of each output what it shows of a picture that is sent row by row: <see cref="SentRuns"/>.</summary>
    public readonly int[][] Sent;

    /// <summary>Panels side by side that it is windows of; 0 for none.</summary>
    public int Panels;

    /// <summary>Columns from one panel to the next.</summary>
    public int Pitch;

    /// <summary>
    /// Place in the canvas's memory where each panel begins; null unless each is one piece of it, laid as the first.
    /// </summary>
    public int[] PanelStarts;

    /// <summary>Room for a canvas that has too little; null once it was taken.</summary>
    public byte[] Grb;
    public byte[] Notes;

    /// <summary>Makes room for a canvas that has less than so many bytes for its picture.</summary>
    public void MakeRoom(int bytes)
    {
        int pixels = Whole.Pixels > Expanded.Pixels ? Whole.Pixels : Expanded.Pixels;
        if (pixels * 3 > bytes)
        {
            Grb = new byte[pixels * 3];
            Notes = new byte[pixels * 2];
        }
    }

    /// <summary>Panels as high as the grid are what is seen of it.</summary>
    /// <param name="panels">How many.</param>
    /// <param name="gap">Columns between two.</param>
    public void HangPanels(int panels, int gap)
    {
        Panels = panels;
        Pitch = Height + gap;
        PanelStarts = PanelLayout.Starts(this);
    }

    /// <summary>Runs that are copied for a picture.</summary>
    /// <param name="map">The one of the plan's two that shows it.</param>
    /// <param name="isOnAll">It is shown by all outputs.</param>
    public int Runs(PixelMap map, bool isOnAll) => Spans || isOnAll ? map.Runs : map.RunsOn(_first);

    /// <summary>Hops from one picture of so many runs to the next.</summary>
    public static int Hops(int runs)
    {
        if (runs < RunsInOneHop)
        {
            return 1;
        }

        if (runs < RunsInTwoHops)
        {
            return 2;
        }

        return runs < RunsInThreeHops ? 3 : MostHops;
    }

    /// <summary>Place in the canvas's memory of a pixel.</summary>
    public int PlaceOf(int column, int row) =>
        IsByColumns ? Starts[column] + (Steps[column] * row) : Starts[row] + (Steps[row] * column);
}
