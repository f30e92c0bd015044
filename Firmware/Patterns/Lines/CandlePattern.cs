using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A row of candles, each flickering in a draught of its own.</summary>
public sealed class CandlePattern : Pattern
{
    private const int Candles = 6;

    // A flame takes a new size ten times a second and glides to it.
    private const int TickMs = 100;

    private readonly Dice _dice = new Dice();
    private readonly int[] _sizes = new int[Candles];
    private readonly int[] _goals = new int[Candles];
    private int _dueMs;

    public override string Name => "candle";

    public override string Description => "A row of candles in a gentle draught";

    public override bool Audio => false;

    public override bool UsesGlows => true;

    public override string Parameters => "draught 0 8 4, colour 0 255 70";

    public override void Reset()
    {
        _dice.Restart();
        _dueMs = TickMs;
        for (int i = 0; i < Candles; i++)
        {
            _sizes[i] = 14 << 8;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _dueMs += elapsedMs;
        if (_dueMs >= TickMs)
        {
            _dueMs -= TickMs;
            _dueMs = _dueMs >= TickMs ? 0 : _dueMs;
            Dice dice = _dice;
            int draught = Settings[0] + 1;
            for (int i = 0; i < Candles; i++)
            {
                _goals[i] = (Palette.GlowRadius - dice.Below(draught)) << 8;
            }
        }

        canvas.Clear();
        int[] sizes = _sizes;
        int[] goals = _goals;
        int colour = Settings[1];
        int wick = colour + 60;
        int step = elapsedMs * 8;
        int apart = canvas.Length / Candles;
        int centre = apart / 2;
        for (int i = 0; i < Candles; i++)
        {
            int size = sizes[i];
            int goal = goals[i];
            if (size != goal)
            {
                size = Nearer(size, goal, step);
                sizes[i] = size;
            }

            canvas.LightUpon(centre, colour, size >> 8, wick, size * 5 / (12 << 8));
            centre += apart;
        }
    }

    private static int Nearer(int size, int goal, int step)
    {
        if (size < goal)
        {
            return goal - size > step ? size + step : goal;
        }

        return size - goal > step ? size - step : goal;
    }
}
