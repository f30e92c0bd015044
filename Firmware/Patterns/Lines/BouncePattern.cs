using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Three balls, thrown up by bass, voices and treble, fall back and bounce.</summary>
public sealed class BouncePattern : Pattern
{
    private const int Balls = 3;

    // The curve is worked out in steps of one length, whatever a frame's: what is left of it is carried over.
    private const int StepMs = 8;

    // 1/65536 of the strip, and 64ths of that in a ms.
    private readonly int[] _heights = new int[Balls];
    private readonly int[] _speeds = new int[Balls];
    private readonly int[] _levels = new int[Balls];
    private int _dueMs;

    public override string Name => "bounce";

    public override string Description => "Three balls thrown up by bass, voices and treble";

    public override bool UsesGlows => true;

    public override string Parameters => "gravity 20 255 100, size 3 16 12, force 20 255 150";

    public override void Reset()
    {
        for (int i = 0; i < Balls; i++)
        {
            _heights[i] = 0;
            _speeds[i] = 0;
            _levels[i] = 0;
        }

        _dueMs = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        _dueMs += elapsedMs;
        int steps = _dueMs / StepMs;
        _dueMs -= steps * StepMs;
        for (int i = 0; i < Balls; i++)
        {
            int level = Heard(i, audio);
            _levels[i] -= elapsedMs * 24;
            _levels[i] = _levels[i] < level << 8 ? level << 8 : _levels[i];
            Move(i, level, steps);
            int size = Settings[1] * (_levels[i] >> 8) / 200;
            canvas.Light(_heights[i] * (canvas.Length - 1) >> 16, 20 + (i * 100), size);
        }
    }

    // The first ball is kicked by the bass, the second by the middle, the third by the treble.
    private static int Heard(int ball, AudioSnapshot audio)
    {
        if (ball == 0)
        {
            return Bass(audio);
        }

        return ball == 1 ? Middle(audio) : Treble(audio);
    }

    private void Move(int ball, int level, int steps)
    {
        for (; steps > 0; steps--)
        {
            _speeds[ball] -= Settings[0] * StepMs;
            _heights[ball] += _speeds[ball] * StepMs / 64;
            if (_heights[ball] <= 0)
            {
                _heights[ball] = 0;
                int kick = level * Settings[2];
                int rebound = -_speeds[ball] * 5 / 8;
                _speeds[ball] = kick > rebound ? kick : rebound;
            }
            else if (_heights[ball] > 65535)
            {
                _heights[ball] = 65535;
                _speeds[ball] = 0;
            }
        }
    }
}
