using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>
/// Rain that the wind drives over panels and gaps: a drop may fall from one panel on to the next, unseen between them.
/// </summary>
public sealed class DownpourPattern : PanelPattern
{
    private const int MostDrops = 60;

    // So many rows above the top a drop may begin.
    private const int Above = 10;

    // The wind's value for none.
    private const int Calm = 128;

    private readonly Dice _dice = new Dice();

    // In 256ths of a column and of a row.
    private readonly int[] _columns = new int[MostDrops];
    private readonly int[] _rows = new int[MostDrops];
    private readonly int[] _paces = new int[MostDrops];
    private int _width;

    public override string Name => "downpour";

    public override string Description => "Rain that the wind drives over panels and gaps, quicker with the treble";

    public override string Parameters => "pace 10 255 90, drops 8 60 32, wind 0 255 190, colour 0 255 140";

    public override void Reset() => _width = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (_width != canvas.Width)
        {
            Spread(canvas);
        }

        canvas.Clear();
        int way = elapsedMs * (Settings[0] + (Treble(audio) >> 1));
        int wind = Settings[2] - Calm;
        for (int i = 0; i < Settings[1]; i++)
        {
            int fallen = way * _paces[i] >> 10;
            _rows[i] += fallen;
            _columns[i] = Around(_columns[i] + (fallen * wind >> 7));
            if (_rows[i] >> 8 > canvas.Height)
            {
                Begin(i);
            }

            Draw(canvas, i, wind);
        }
    }

    // A head, a tail behind it along its way, and a splash on the ground.
    private void Draw(Canvas canvas, int drop, int wind)
    {
        int row = _rows[drop] >> 8;
        int column = _columns[drop] >> 8;
        int colour = Settings[3] + (drop & 15);
        if (row < 0 || !canvas.IsSeen(column))
        {
            return;
        }

        canvas.Plot((_columns[drop] - (wind * 2)) >> 8, row - 1, colour, 96);
        if (row < canvas.Height)
        {
            canvas.Plot(column, row, colour, 255);
        }
        else
        {
            canvas.Plot(column - 1, row - 1, colour, 60);
            canvas.Plot(column + 1, row - 1, colour, 60);
        }
    }

    private int Around(int place)
    {
        int end = _width << 8;
        place = place % end;
        return place < 0 ? place + end : place;
    }

    private void Spread(Canvas canvas)
    {
        _dice.Restart();
        _width = canvas.Width;
        for (int i = 0; i < MostDrops; i++)
        {
            Begin(i);
            _rows[i] = _dice.Below(canvas.Height + Above) - Above << 8;
        }
    }

    private void Begin(int drop)
    {
        _columns[drop] = _dice.Below(_width) << 8;
        _rows[drop] = -(_dice.Below(Above) << 8);
        _paces[drop] = 60 + _dice.Below(100);
    }
}
