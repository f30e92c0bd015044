namespace NanoFirmware.Layout;

/// <summary>The way of the strips over a grid, in straight pieces: a layout is set in steps of such.</summary>
internal sealed class GridPath
{
    private readonly int _width;

    /// <param name="places">For each pixel along the outputs its place on the grid, row × width + column; −1 where it is none of
    /// the grid's.</param>
    /// <param name="width">Columns of the grid.</param>
    public GridPath(short[] places, int width)
    {
        Places = places;
        _width = width;
    }

    /// <summary>For each pixel along the outputs its place on the grid; −1 for none.</summary>
    public readonly short[] Places;

    /// <summary>Pixels along the outputs.</summary>
    public int Length => Places.Length;

    /// <summary>More of it runs along columns than along rows.</summary>
    public bool RunsAlongColumns()
    {
        int along = 0;
        for (int i = 0; i + 1 < Places.Length;)
        {
            int end = StraightEnd(i, Places.Length);
            int steps = end - i > 1 ? end - i - 1 : 1;
            int step = Places[i + 1] - Places[i];
            if (Places[i] >= 0 && Places[i + 1] >= 0)
            {
                along += step == _width || step == -_width ? steps : 0;
                along -= _width > 1 && (step == 1 || step == -1) ? steps : 0;
            }

            i += steps;
        }

        return along > 0;
    }

    /// <summary>The end of the piece that runs straight along a row or a column from there, before another one at most.</summary>
    public int StraightEnd(int at, int end)
    {
        short[] places = Places;
        int place = places[at];
        if (at + 1 >= end || place < 0 || places[at + 1] < 0)
        {
            return at + 1;
        }

        int step = places[at + 1] - place;
        if (step != _width && step != -_width)
        {
            if (step != 1 && step != -1)
            {
                return at + 1;
            }

            // No further than the row.
            int column = place % _width;
            int rest = step > 0 ? _width - column : column + 1;
            end = at + rest < end ? at + rest : end;
        }

        int next = at + 1;
        while (next < end && places[next] >= 0 && places[next] - places[next - 1] == step)
        {
            next++;
        }

        return next;
    }

    /// <summary>Whether a straight piece of two pixels or more that begins there runs along a column.</summary>
    public bool IsAlongColumn(int at)
    {
        int step = Places[at + 1] - Places[at];
        return step == _width || step == -_width;
    }
}
