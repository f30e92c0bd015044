namespace NanoFirmware.Layout;

/// <summary>
/// How a grid's canvas lies in memory: lines (rows, or columns where the strip runs longer along these) in the order in which the
/// strip comes to them, each in the direction that most of its pixels have.
/// </summary>
internal sealed class GridLines
{
    private readonly int _width;

    /// <param name="path">The way of the strips over the grid.</param>
    /// <param name="width">Columns.</param>
    /// <param name="height">Rows.</param>
    public GridLines(GridPath path, int width, int height)
    {
        _width = width;
        AreColumns = path.RunsAlongColumns();
        int lines = AreColumns ? width : height;
        Length = AreColumns ? height : width;
        Starts = new int[lines];
        Steps = new int[lines];
        int[] order = new int[lines];
        Lay(order, Walk(path, order));
    }

    /// <summary>Its lines are columns.</summary>
    public readonly bool AreColumns;

    /// <summary>Pixels of a line.</summary>
    public readonly int Length;

    /// <summary>Place in the canvas's memory of each line's first pixel, at its left or top end.</summary>
    public readonly int[] Starts;

    /// <summary>1 where a line lies in memory from there on, −1 where it lies backwards.</summary>
    public readonly int[] Steps;

    // Notes in which order lines are met, and sums up which way each is walked. Returns how many were met.
    private int Walk(GridPath path, int[] order)
    {
        short[] places = path.Places;
        int met = 0;
        int lastLine = -1;
        int lastAlong = 0;
        for (int i = 0; i < places.Length; i++)
        {
            if (places[i] < 0)
            {
                lastLine = -1;
                continue;
            }

            int line = AreColumns ? places[i] % _width : places[i] / _width;
            int along = AreColumns ? places[i] / _width : places[i] % _width;
            if (order[line] == 0)
            {
                met++;
                order[line] = met;
            }

            Steps[line] += line == lastLine ? along - lastAlong : 0;
            lastLine = line;
            lastAlong = along;

            // The rest of a straight piece lies along the same line.
            int last = path.StraightEnd(i, places.Length) - 1;
            if (last > i && path.IsAlongColumn(i) == AreColumns)
            {
                int further = places[i + 1] > places[i] ? last - i : i - last;
                Steps[line] += further;
                lastAlong += further;
                i = last;
            }
        }

        return met;
    }

    // Lines that the strip never comes to lie behind the others.
    private void Lay(int[] order, int met)
    {
        for (int line = 0; line < order.Length; line++)
        {
            if (order[line] == 0)
            {
                met++;
                order[line] = met;
            }

            bool isBackward = Steps[line] < 0;
            Steps[line] = isBackward ? -1 : 1;
            Starts[line] = ((order[line] - 1) * Length) + (isBackward ? Length - 1 : 0);
        }
    }
}
