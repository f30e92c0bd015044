namespace NanoFirmware.Subjects;

/// <summary>
/// Twelve panels of 8 × 8 as apps for panels drive them today: one canvas of 96 × 8 in red, green, blue, cut into panels pixel by
/// pixel for each frame, serpentine row by row, as a sketch for one strip has it.
/// </summary>
public sealed class CutPanels
{
    private const int Panels = 12;
    private const int Size = 8;
    private const int Width = Panels * Size;

    private readonly byte[] _canvas = new byte[Width * Size * 3];
    private readonly byte[][] _wires = { new byte[Panels / 2 * Size * Size * 3], new byte[Panels / 2 * Size * Size * 3] };

    /// <summary>Bytes of its arrays.</summary>
    public int Bytes => _canvas.Length + _wires[0].Length + _wires[1].Length;

    /// <summary>Copies a panel's picture to where all of them are on the canvas.</summary>
    public void Duplicate(byte[] picture)
    {
        for (int panel = 0; panel < Panels; panel++)
        {
            for (int row = 0; row < Size; row++)
            {
                for (int column = 0; column < Size; column++)
                {
                    int from = ((row * Size) + column) * 3;
                    int to = ((row * Width) + (panel * Size) + column) * 3;
                    _canvas[to] = picture[from];
                    _canvas[to + 1] = picture[from + 1];
                    _canvas[to + 2] = picture[from + 2];
                }
            }
        }
    }

    /// <summary>Cuts the canvas into panels, on both strips.</summary>
    public void Cut()
    {
        for (int panel = 0; panel < Panels; panel++)
        {
            byte[] wire = _wires[panel / 6];
            for (int row = 0; row < Size; row++)
            {
                for (int column = 0; column < Size; column++)
                {
                    int along = (row & 1) == 0 ? column : Size - 1 - column;
                    int from = ((row * Width) + (panel * Size) + column) * 3;
                    int to = ((panel % 6 * Size * Size) + (row * Size) + along) * 3;
                    wire[to] = _canvas[from + 1];
                    wire[to + 1] = _canvas[from];
                    wire[to + 2] = _canvas[from + 2];
                }
            }
        }
    }
}
