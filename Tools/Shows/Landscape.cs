namespace NanoFirmware.Shows;

/// <summary>
/// Hills, water and stars that scroll past: panels are windows, and what lies in the gaps between them passes unseen.
/// </summary>
/// <param name="panels">How many.</param>
/// <param name="size">Pixels of each, both ways.</param>
/// <param name="gap">Columns between two.</param>
public sealed class Landscape(int panels, int size, int gap)
    : PanelGame(new PanelPictures(panels, size, "000010", "FFFFFF", "000430", "001A08", "064010", "0000A0"), 20)
{
    private int _left;

    /// <inheritdoc/>
    public override bool IsPlayed => false;

    /// <inheritdoc/>
    public override void Advance(int[] presses)
    {
        Pictures.Clear();
        for (int column = 0; column < Pictures.Width; column++)
        {
            int place = _left + (column / size * (size + gap)) + (column % size);
            DrawColumn(column, place);
        }

        _left++;
    }

    private void DrawColumn(int column, int place)
    {
        // Far hills pass at half the speed of near ones.
        int far = Height(place - (_left / 2), 17, 0.75);
        int near = Height(place, 11, 0.5);
        for (int row = 0; row < size; row++)
        {
            int height = size - row;
            bool isStar = (((place - (_left * 3 / 4)) * 7919) + (row * 104729)) % 37 == 0;
            int sky = isStar ? 1 : 0;
            int meadow = place % 5 == 0 ? 4 : 3;
            int colour = height <= far ? 2 : sky;
            colour = height <= near ? meadow : colour;
            Pictures.Set(column, row, near <= 1 && height == 1 ? 5 : colour);
        }
    }

    private int Height(int place, int period, double share) =>
        (int)Math.Round(size * share * (0.5 + (0.3 * Math.Sin(place / (double)period)) + (0.2 * Math.Sin(place / 3.7))));
}
