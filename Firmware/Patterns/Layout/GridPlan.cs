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

    private readonly int[] _leds;
    private readonly int _first;
    private short[] _places;

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
        _leds = leds;
        _first = output;
        _places = places;
        Spans = spans;
        Width = width;
        Height = height;
        LayLines();
        Whole = Compile(-1, width * height, false);
        Expanded = Compile(expand, ExpandedLength(expand), expand != Path);
        Sent = new int[leds.Length][];
        for (int i = 0; i < leds.Length; i++)
        {
            Sent[i] = CompileSent(i);
        }

        // Known to nobody else, and not needed any more: what is kept are runs.
        _places = null;
    }

    public readonly int Width;

    public readonly int Height;

    /// <summary>It goes on from the first output to the others.</summary>
    public readonly bool Spans;

    /// <summary>Its lines are columns.</summary>
    public bool IsByColumns;

    /// <summary>Pixels of a line.</summary>
    public int LineLength;

    /// <summary>Place in the canvas's memory of each line's first pixel, at its left or top end.</summary>
    public int[] Starts;

    /// <summary>1 where a line lies in memory from there on, −1 where it lies backwards.</summary>
    public int[] Steps;

    /// <summary>Where the whole canvas is seen.</summary>
    public readonly PixelMap Whole;

    /// <summary>Where the pixels of a pattern for lines are seen.</summary>
    public readonly PixelMap Expanded;

    /// <summary>Ints of a run of <see cref="Sent"/>.</summary>
    public const int SentInts = 4;

    /// <summary>
    /// Of each output what it shows of a picture that is sent row by row, in runs: the output's first pixel, the picture's, how
    /// many, and the step from one of the picture's to the next.
    /// </summary>
    public readonly int[][] Sent;

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

    /// <summary>Place in the canvas's memory of a pixel.</summary>
    public int PlaceOf(int column, int row) =>
        IsByColumns ? Starts[column] + (Steps[column] * row) : Starts[row] + (Steps[row] * column);

    // Lines along which the strip runs longer; each as it is met, in the direction that most of its pixels have.
    private void LayLines()
    {
        IsByColumns = RunsAlongColumns();
        int lines = IsByColumns ? Width : Height;
        LineLength = IsByColumns ? Height : Width;
        Starts = new int[lines];
        Steps = new int[lines];
        int[] order = new int[lines];
        int met = 0;
        int lastLine = -1;
        int lastAlong = 0;
        for (int i = 0; i < _places.Length; i++)
        {
            if (_places[i] < 0)
            {
                lastLine = -1;
                continue;
            }

            int line = LineOf(_places[i]);
            int along = AlongOf(_places[i]);
            if (order[line] == 0)
            {
                met++;
                order[line] = met;
            }

            Steps[line] += line == lastLine ? along - lastAlong : 0;
            lastLine = line;
            lastAlong = along;
        }

        for (int line = 0; line < lines; line++)
        {
            if (order[line] == 0)
            {
                met++;
                order[line] = met;
            }

            bool isBackward = Steps[line] < 0;
            Steps[line] = isBackward ? -1 : 1;
            Starts[line] = ((order[line] - 1) * LineLength) + (isBackward ? LineLength - 1 : 0);
        }
    }

    private bool RunsAlongColumns()
    {
        int along = 0;
        for (int i = 1; i < _places.Length; i++)
        {
            int step = _places[i] - _places[i - 1];
            if (_places[i] >= 0 && _places[i - 1] >= 0)
            {
                along += step == Width || step == -Width ? 1 : 0;
                along -= Width > 1 && (step == 1 || step == -1) ? 1 : 0;
            }
        }

        return along > 0;
    }

    private int LineOf(int place) => IsByColumns ? place % Width : place / Width;

    private int AlongOf(int place) => IsByColumns ? place / Width : place % Width;

    private int ExpandedLength(int expand)
    {
        switch (expand)
        {
            case Columns:
                return Width;
            case Rows:
                return Height;
            case Rings:
                return ((Width > Height ? Width : Height) + 1) / 2;
            default:
                return _places.Length;
        }
    }

    private PixelMap Compile(int expand, int length, bool isEitherWay)
    {
        var counted = new RunWriter(null, isEitherWay);
        Walk(expand, counted);
        var map = new PixelMap(_leds, counted.Runs);
        map.Begin(length, true, isEitherWay);
        Walk(expand, new RunWriter(map, isEitherWay));
        return map;
    }

    private int[] CompileSent(int output)
    {
        int from = 0;
        for (int i = 0; i < output && Spans; i++)
        {
            from += _leds[i];
        }

        int count = _places.Length - from < _leds[output] ? _places.Length - from : _leds[output];
        count = Spans || output == _first ? count : 0;
        int runs = WriteSent(null, from, count);
        var sent = new int[runs * SentInts];
        WriteSent(sent, from, count);
        return sent;
    }

    // Counts the runs, and writes them where there is room.
    private int WriteSent(int[] sent, int from, int count)
    {
        int runs = 0;
        for (int i = 0; i < count;)
        {
            int place = _places[from + i];
            int step = i + 1 < count ? _places[from + i + 1] - place : 1;
            int end = i + 1;
            while (end < count && _places[from + end] >= 0 && _places[from + end] - _places[from + end - 1] == step)
            {
                end++;
            }

            if (place >= 0)
            {
                if (sent != null)
                {
                    int at = runs * SentInts;
                    sent[at] = i;
                    sent[at + 1] = place;
                    sent[at + 2] = end - i;
                    sent[at + 3] = step;
                }

                runs++;
            }

            i = place >= 0 ? end : i + 1;
        }

        return runs;
    }

    private void Walk(int expand, RunWriter writer)
    {
        int from = 0;
        for (int output = 0; output < _leds.Length; output++)
        {
            int leds = Spans || _first == 0 || output == _first ? _leds[output] : 0;
            for (int i = 0; i < leds && from + i < _places.Length; i++)
            {
                int place = _places[from + i];
                writer.Put(output, i, place < 0 ? -1 : PixelOf(expand, place, from + i));
            }

            writer.End();
            from += Spans ? leds : 0;
        }
    }

    private int PixelOf(int expand, int place, int at)
    {
        int column = place % Width;
        int row = place / Width;
        switch (expand)
        {
            case Columns:
                return column;
            case Rows:
                return Height - 1 - row;
            case Rings:
                int across = (column * 2) - Width + 1;
                int down = (row * 2) - Height + 1;
                across = across < 0 ? -across : across;
                down = down < 0 ? -down : down;
                return (across > down ? across : down) / 2;
            case Path:
                return at;
            default:
                return PlaceOf(column, row);
        }
    }
}
