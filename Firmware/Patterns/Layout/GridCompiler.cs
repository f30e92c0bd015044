namespace NanoFirmware.Layout;

/// <summary>Compiles by which runs the outputs show a grid's canvas, along the strips' way in straight pieces.</summary>
internal sealed class GridCompiler
{
    // The canvas as it is, beside the ways in which a grid shows a pattern for lines.
    private const int Unexpanded = -1;

    private readonly GridPlan _plan;
    private readonly GridPath _path;
    private readonly int[] _leds;
    private readonly int _first;

    /// <param name="plan">The grid, whose lines lie.</param>
    /// <param name="path">The way of the strips over it.</param>
    /// <param name="leds">Pixels of each output.</param>
    /// <param name="first">The first output that shows it.</param>
    public GridCompiler(GridPlan plan, GridPath path, int[] leds, int first)
    {
        _plan = plan;
        _path = path;
        _leds = leds;
        _first = first;
    }

    /// <summary>Where the whole canvas is seen.</summary>
    public PixelMap Whole() => Compile(Unexpanded, _plan.Width * _plan.Height, false);

    /// <summary>Where the pixels of a pattern for lines are seen.</summary>
    /// <param name="expand">How.</param>
    public PixelMap Expanded(int expand) => Compile(expand, ExpandedLength(expand), expand != GridPlan.Path);

    private int ExpandedLength(int expand)
    {
        switch (expand)
        {
            case GridPlan.Columns:
                return _plan.Width;
            case GridPlan.Rows:
                return _plan.Height;
            case GridPlan.Rings:
                return ((_plan.Width > _plan.Height ? _plan.Width : _plan.Height) + 1) / 2;
            default:
                return _path.Length;
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

    private void Walk(int expand, RunWriter writer)
    {
        int from = 0;
        for (int output = 0; output < _leds.Length; output++)
        {
            int leds = _plan.Spans || _first == 0 || output == _first ? _leds[output] : 0;
            int count = _path.Length - from < leds ? _path.Length - from : leds;
            for (int i = 0; i < count;)
            {
                i = WalkPiece(expand, writer, output, from, i, count);
            }

            writer.End();
            from += _plan.Spans ? leds : 0;
        }
    }

    // Where the canvas's pixels follow each other along a straight piece, only the first two are worked out.
    private int WalkPiece(int expand, RunWriter writer, int output, int from, int at, int count)
    {
        short[] places = _path.Places;
        int place = places[from + at];
        writer.Put(output, at, place < 0 ? -1 : PixelOf(expand, place, from + at));
        int end = _path.StraightEnd(from + at, from + count) - from;
        bool isLinear = expand == Unexpanded
            ? end - at > 1 && _path.IsAlongColumn(from + at) == _plan.IsByColumns
            : expand != GridPlan.Rings;
        if (end - at < 2 || !isLinear)
        {
            return at + 1;
        }

        int step = PixelOf(expand, places[from + at + 1], from + at + 1) - PixelOf(expand, place, from + at);
        writer.Go(output, at + 1, step, end - at - 1);
        return end;
    }

    private int PixelOf(int expand, int place, int at)
    {
        int width = _plan.Width;
        int height = _plan.Height;
        int column = place % width;
        int row = place / width;
        switch (expand)
        {
            case GridPlan.Columns:
                return column;
            case GridPlan.Rows:
                return height - 1 - row;
            case GridPlan.Rings:
                int across = (column * 2) - width + 1;
                int down = (row * 2) - height + 1;
                across = across < 0 ? -across : across;
                down = down < 0 ? -down : down;
                return (across > down ? across : down) / 2;
            case GridPlan.Path:
                return at;
            default:
                return _plan.PlaceOf(column, row);
        }
    }
}
