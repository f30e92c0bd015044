using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>What all fields share whose phases run on and on through one wave of 32 shades.</summary>
/// <remarks>Each step of the wave changes one pixel in eight, so what the picture costs is its speed.</remarks>
public abstract class WavePattern : FieldPattern
{
    private const int Steps = 32;
    private const int PhasesPerStep = Phases / Steps;
    private const int Classes = 4;

    // So many steps of the wave there is time for: each stores an eighth of the pixels.
    private const int MostAFrame = 2;

    private readonly Shades _shades = new Shades(Steps * Classes);
    private int _time;
    private int _travelled;
    private int _left;
    private bool _isChained;
    private int _made;
    private int _shape = -1;

    public override bool Audio => false;

    public override void Reset()
    {
        base.Reset();
        _travelled = 0;
        _left = 0;
        _isChained = false;
        _shades.Forget();
    }

    /// <summary>Phases that the wave runs on in a second.</summary>
    protected abstract int Pace { get; }

    /// <summary>How dark the wave is between two crests, 0 to 255 for black.</summary>
    protected abstract int Depth { get; }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int shape = Settings[1] + (Settings[2] << 8) + (Settings[3] << 16);
        if (shape != _shape)
        {
            // Other parameters than the pace are in the chains or in the shades.
            _shape = shape;
            Reset();
        }

        if (_shades.AreOld(canvas))
        {
            _made = Classes;
        }

        if (_made > 0)
        {
            // A class a frame, the brightest first; then they are painted.
            _made--;
            MakeShades(canvas, _made);
            _left = PhasesPerStep;
        }

        _isChained = _isChained || Chain(canvas);
        _travelled += Pace * elapsedMs;
        int steps = _travelled / 1000;
        _travelled -= steps * 1000;
        steps = steps < MostAFrame ? steps : MostAFrame;
        if (_left > 0 && steps == 0)
        {
            // New colours do not wait for a slow wave: it is painted where it stands.
            PaintStanding(canvas, _left);
            _left--;
        }

        for (int i = 0; i < steps; i++)
        {
            _time = (_time + 1) & (Phases - 1);
            PaintStanding(canvas, PhasesPerStep);
            _left = _left > 0 ? _left - 1 : 0;
        }

        canvas.IsMixed = _left > 0;
    }

    protected override void Begin(Canvas canvas, int place, int phase)
    {
        int from = (((phase - _time) & (Phases - 1)) / PhasesPerStep) + (phase / Phases * Steps);
        byte[] shades = _shades.Grb;
        byte[] grb = canvas.Grb;
        grb[place * 3] = shades[from * 3];
        grb[(place * 3) + 1] = shades[(from * 3) + 1];
        grb[(place * 3) + 2] = shades[(from * 3) + 2];
    }

    // In each step of the wave the phases that lie at one place in it: at the last they have just come over from the next step.
    private void PaintStanding(Canvas canvas, int place)
    {
        for (int step = 0; step < Steps; step++)
        {
            Paint(canvas, (_time + (step * PhasesPerStep) + place - 1) & (Phases - 1), _shades.Grb, step, Steps);
        }
    }

    private void MakeShades(Canvas canvas, int strength)
    {
        byte[] sine = Curves.Sine;
        for (int step = 0; step < Steps; step++)
        {
            int level = 255 - ((255 - sine[(step * PhasesPerStep * 2) & 255]) * Depth >> 8);
            _shades.Set((strength * Steps) + step, canvas, step * 16, level * (strength + 1) / Classes);
        }
    }
}
