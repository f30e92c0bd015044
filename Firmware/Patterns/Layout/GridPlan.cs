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

            // The rest of a straight piece lies along the same line.
            int last = StraightEnd(i, _places.Length) - 1;
            if (last > i && IsAlongColumn(i) == IsByColumns)
            {
                int further = _places[i + 1] > _places[i] ? last - i : i - last;
                Steps[line] += further;
                lastAlong += further;
                i = last;
            }
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
        for (int i = 0; i + 1 < _places.Length;)
        {
            int end = StraightEnd(i, _places.Length);
            int steps = end - i > 1 ? end - i - 1 : 1;
            int step = _places[i + 1] - _places[i];
            if (_places[i] >= 0 && _places[i + 1] >= 0)
            {
                along += step == Width || step == -Width ? steps : 0;
                along -= Width > 1 && (step == 1 || step == -1) ? steps : 0;
            }

            i += steps;
        }

        return along > 0;
    }

    // The end of the piece that runs straight along a row or a column from there: a layout is set in steps of such.
    private int StraightEnd(int at, int end)
    {
        short[] places = _places;
        int place = places[at];
        if (at + 1 >= end || place < 0 || places[at + 1] < 0)
        {
            return at + 1;
        }

        int step = places[at + 1] - place;
        if (step != Width && step != -Width)
        {
            if (step != 1 && step != -1)
            {
                return at + 1;
            }

            // No further than the row.
            int column = place % Width;
            int rest = step > 0 ? Width - column : column + 1;
            end = at + rest < end ? at + rest : end;
        }

        int next = at + 1;
        while (next < end && places[next] >= 0 && places[next] - places[next - 1] == step)
        {
            next++;
        }

        return next;
    }

    // Of a straight piece of two pixels or more.
    private bool IsAlongColumn(int at)
    {
        int step = _places[at + 1] - _places[at];
        return step == Width || step == -Width;
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
            int count = _places.Length - from < leds ? _places.Length - from : leds;
            for (int i = 0; i < count;)
            {
                i = WalkPiece(expand, writer, output, from, i, count);
            }

            writer.End();
            from += Spans ? leds : 0;
        }
    }

    // Where the canvas's pixels follow each other along a straight piece, only the first two are worked out.
    private int WalkPiece(int expand, RunWriter writer, int output, int from, int at, int count)
    {
        int place = _places[from + at];
        writer.Put(output, at, place < 0 ? -1 : PixelOf(expand, place, from + at));
        int end = StraightEnd(from + at, from + count) - from;
        bool isLinear = expand >= 0 ? expand != Rings : end - at > 1 && IsAlongColumn(from + at) == IsByColumns;
        if (end - at < 2 || !isLinear)
        {
            return at + 1;
        }

        int step = PixelOf(expand, _places[from + at + 1], from + at + 1) - PixelOf(expand, place, from + at);
        writer.Go(output, at + 1, step, end - at - 1);
        return end;
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
