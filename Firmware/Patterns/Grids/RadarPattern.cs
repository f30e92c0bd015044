using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A beam turns and leaves a fading trail; every onset is an echo on it.</summary>
public sealed class RadarPattern : FieldPattern
{
    private const int Trail = 9;
    private const int Echoes = 6;
    private const int EchoMs = 1600;
    private const int None = int.MinValue;

    private readonly Shades _shades = new Shades(Trail + 1);
    private readonly Dice _dice = new Dice();
    private readonly int[] _columns = new int[Echoes];
    private readonly int[] _rows = new int[Echoes];
    private readonly int[] _leftMs = new int[Echoes];
    private int _beam;
    private int _next;
    private int _shown;
    private bool _isChained;

    public override string Name => "radar";

    public override string Description => "A beam turns, and every onset is an echo on it";

    public override bool Audio => false;

    public override string Parameters => "pace 10 255 90, trail 1 24 8, colour 0 255 90";

    public override void Reset()
    {
        base.Reset();
        _dice.Restart();
        _isChained = false;
        _beam = 0;
        for (int i = 0; i < Echoes; i++)
        {
            _leftMs[i] = None;
        }

        _shades.Forget();
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _isChained = _isChained || Chain(canvas);
        if (_shades.AreOld(canvas))
        {
            for (int i = 0; i <= Trail; i++)
            {
                int left = Trail - i;
                _shades.Set(i, canvas, Settings[2] + (i * 3), left * left * 255 / (Trail * Trail));
            }
        }

        int old = _beam >> 8;
        _beam += Settings[0] * elapsedMs / 4;
        Turn(canvas, old, _beam >> 8);
        if (_beam >= Phases << 8)
        {
            _beam -= Phases << 8;
        }

        if (audio.Onset)
        {
            Note(canvas);
        }

        Fade(canvas, elapsedMs);
    }

    protected override int PhaseOf(int across, int down) => Angle(across, down);

    private void Turn(Canvas canvas, int old, int beam)
    {
        int gap = Settings[1];
        for (int step = 0; step <= Trail; step++)
        {
            for (int phase = old - (step * gap); phase < beam - (step * gap); phase++)
            {
                Paint(canvas, phase & (Phases - 1), _shades.Grb, step, 0);
            }
        }
    }

    // A frame shows one of them, so that each is shown ten times a second.
    private void Fade(Canvas canvas, int elapsedMs)
    {
        _shown = _shown == Echoes - 1 ? 0 : _shown + 1;
        for (int i = 0; i < Echoes; i++)
        {
            if (_leftMs[i] == None)
            {
                continue;
            }

            // Below 0 it is still to be put out.
            _leftMs[i] -= elapsedMs;
            if (i == _shown)
            {
                bool isOut = _leftMs[i] <= 0;
                _leftMs[i] = isOut ? None : _leftMs[i];
                canvas.Block(_columns[i], _rows[i], 2, 2, Settings[2] + 128, isOut ? 0 : _leftMs[i] * 255 / EchoMs);
            }
        }
    }

    // Where the beam is just now, somewhere between the middle and the edge.
    private void Note(Canvas canvas)
    {
        byte[] sine = Curves.Sine;
        int angle = _beam >> 8;
        int reach = 40 + _dice.Below(200);
        _next = _next == Echoes - 1 ? 0 : _next + 1;
        _columns[_next] = (canvas.Width / 2) + ((sine[(angle + 64) & 255] - 128) * canvas.Width * reach >> 16) - 1;
        _rows[_next] = (canvas.Height / 2) + ((sine[angle & 255] - 128) * canvas.Height * reach >> 16) - 1;
        _leftMs[_next] = EchoMs;
    }
}
