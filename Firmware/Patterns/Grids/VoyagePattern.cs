using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>
/// Stars that pass from right to left, behind the gaps too: what leaves one panel comes to the next when it is there.
/// </summary>
public sealed class VoyagePattern : PanelPattern
{
    private const int MostStars = 60;
    private const int SlowestPace = 60;
    private const int FastestPace = 255;

    private readonly Dice _dice = new Dice();

    // In 256ths of a column.
    private readonly int[] _columns = new int[MostStars];
    private readonly int[] _rows = new int[MostStars];
    private readonly int[] _paces = new int[MostStars];
    private int _width;

    public override string Name => "voyage";

    public override string Description => "Stars pass over panels and gaps, near ones quicker, all with the bass";

    public override string Parameters => "pace 10 255 70, stars 8 60 30, boost 0 255 120, tails 0 1 1";

    public override void Reset() => _width = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (_width != canvas.Width)
        {
            Spread(canvas);
        }

        canvas.Clear();
        int way = elapsedMs * (Settings[0] + (Bass(audio) * Settings[2] >> 7));
        bool hasTails = Settings[3] != 0;
        for (int i = 0; i < Settings[1]; i++)
        {
            int pace = _paces[i];
            int place = _columns[i] - (way * pace >> 9);
            if (place < 0)
            {
                Begin(i, canvas);
                place = (_width << 8) - 1;
            }

            _columns[i] = place;
            int column = place >> 8;
            if (canvas.IsSeen(column))
            {
                canvas.Plot(column, _rows[i], i * 13, pace);
            }

            if (hasTails && canvas.IsSeen(column + 1))
            {
                canvas.Plot(column + 1, _rows[i], i * 13, pace / 3);
            }
        }
    }

    private void Spread(Canvas canvas)
    {
        _dice.Restart();
        _width = canvas.Width;
        for (int i = 0; i < MostStars; i++)
        {
            Begin(i, canvas);
            _columns[i] = _dice.Below(_width) << 8;
        }
    }

    // The nearer, the quicker and the brighter.
    private void Begin(int star, Canvas canvas)
    {
        _rows[star] = _dice.Below(canvas.Height);
        _paces[star] = SlowestPace + _dice.Below(FastestPace - SlowestPace);
    }
}
