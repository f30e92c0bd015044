using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>Drops with long tails fall in their columns, more of them when the treble is loud.</summary>
public sealed class MatrixPattern : GridPattern
{
    private const int MostDrops = 22;
    private const int MostTail = 12;

    private readonly Shades _shades = new Shades(MostTail + 1);
    private readonly Dice _dice = new Dice();
    private readonly int[] _columns = new int[MostDrops];
    private readonly int[] _heads = new int[MostDrops];
    private readonly int[] _paces = new int[MostDrops];
    private int _tail;

    public override string Name => "matrix";

    public override string Description => "Columns of falling light, quicker with the treble";

    public override bool Audio => false;

    public override string Parameters => "pace 10 255 80, drops 4 22 13, tail 3 12 9, colour 0 255 90";

    public override void Reset()
    {
        _dice.Restart();
        _shades.Forget();
        for (int i = 0; i < MostDrops; i++)
        {
            _heads[i] = -(_dice.Below(40) << 8);
            _paces[i] = 60 + _dice.Below(100);
            _columns[i] = -1;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int tail = Settings[2];
        if (_shades.AreOld(canvas) || tail != _tail)
        {
            _tail = tail;
            for (int i = 0; i <= MostTail; i++)
            {
                int left = tail - i;
                _shades.Set(i, canvas, Settings[3] + (i == 0 ? 100 : i * 4), left > 0 ? left * 255 / tail : 0);
            }
        }

        int way = elapsedMs * (Settings[0] + (Treble(audio) >> 1));
        int drops = Settings[1];
        for (int i = 0; i < drops; i++)
        {
            int head = _heads[i] + (way * _paces[i] >> 11);
            if (_columns[i] < 0 || (head >> 8) - tail > canvas.Height)
            {
                head = _columns[i] < 0 ? head : -(_dice.Below(8) << 8);
                _columns[i] = _dice.Below(canvas.Width);
                _paces[i] = 60 + _dice.Below(100);
            }

            // Between two rows the grid shows it already.
            if (head >> 8 != _heads[i] >> 8)
            {
                Fall(canvas, _columns[i], head >> 8, tail);
            }

            _heads[i] = head;
        }
    }

    private void Fall(Canvas canvas, int column, int head, int tail)
    {
        // From the bottom, as bars are counted; the head is the lowest, and behind the tail one more row is put out.
        int bottom = canvas.Height - 1 - head;
        int from = bottom > 0 ? bottom : 0;
        int to = bottom + tail < canvas.Height ? bottom + tail + 1 : canvas.Height;
        to = to < canvas.Height ? to : canvas.Height;
        canvas.Bar(column, 1, from, to, _shades.Grb, -bottom, 1);
    }
}
