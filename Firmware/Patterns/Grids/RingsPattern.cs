using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>Every onset sends a ring out of the middle, with a tail.</summary>
public sealed class RingsPattern : FieldPattern
{
    private const int Rings = 3;
    private const int None = -1;
    private const int Tail = 4;

    private readonly Shades _shades = new Shades((Rings * Tail) + 1);
    private readonly int[] _fronts = new int[Rings];
    private readonly int[] _colours = new int[Rings];
    private int _next;
    private int _colour;
    private bool _isChained;

    public override string Name => "rings";

    public override string Description => "Every onset sends a ring out of the middle";

    public override string Parameters => "pace 20 255 90, step 0 255 61, tail 6 40 22";

    public override void Reset()
    {
        base.Reset();
        _isChained = false;
        _colour = 0;
        for (int i = 0; i < Rings; i++)
        {
            _fronts[i] = None;
        }

        _shades.Forget();
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _isChained = _isChained || Chain(canvas);
        if (_shades.AreOld(canvas))
        {
            for (int i = 0; i < Rings; i++)
            {
                MakeShades(canvas, i);
            }

            _shades.Set(Rings * Tail, canvas, Palette.Size / 2, 0);
        }

        if (audio.Onset && _isChained)
        {
            _next = _next == Rings - 1 ? 0 : _next + 1;
            _colour += Settings[1];
            _colours[_next] = _colour;
            _fronts[_next] = 0;
            MakeShades(canvas, _next);
        }

        for (int i = 0; i < Rings; i++)
        {
            if (_fronts[i] != None)
            {
                Run(canvas, i, elapsedMs);
            }
        }
    }

    // Wide enough that the corners are within it.
    protected override int PhaseOf(int across, int down)
    {
        int phase = Distance(across, down) * 5 / 8;
        return phase < Phases ? phase : Phases - 1;
    }

    private void MakeShades(Canvas canvas, int ring)
    {
        for (int i = 0; i < Tail; i++)
        {
            _shades.Set((ring * Tail) + i, canvas, _colours[ring] + (i * 14), 255 - (i * 60));
        }
    }

    // The front and each step of the tail take over the phases that they have come to.
    private void Run(Canvas canvas, int ring, int elapsedMs)
    {
        int old = _fronts[ring] >> 8;
        _fronts[ring] += Settings[0] * elapsedMs / 4;
        int front = _fronts[ring] >> 8;
        int gap = Settings[2] / 2;
        for (int step = 0; step <= Tail; step++)
        {
            int shade = step < Tail ? (ring * Tail) + step : Rings * Tail;
            int to = front - (step * gap);
            for (int phase = old - (step * gap); phase < to; phase++)
            {
                if (phase >= 0 && phase < Phases)
                {
                    Paint(canvas, phase, _shades.Grb, shade, 0);
                }
            }
        }

        if (front - (Tail * gap) >= Phases)
        {
            _fronts[ring] = None;
        }
    }
}
