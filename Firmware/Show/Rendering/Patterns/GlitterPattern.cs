using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The treble glitters: the more of it, the more tiny lights, each gone in a moment.</summary>
public sealed class GlitterPattern : Pattern
{
    private const int Flakes = 16;
    private const int Full = 255 << 8;

    private readonly Dice _dice = new Dice();
    private readonly int[] _levels = new int[Flakes];
    private readonly int[] _places = new int[Flakes];
    private readonly int[] _colours = new int[Flakes];
    private int _due;
    private int _next;

    public override string Name => "glitter";

    public override string Description => "The treble glitters all over the strip";

    public override string Parameters => "density 10 255 110, fade 60 255 120, width 1 4 2";

    public override void Reset()
    {
        _dice.Restart();
        _due = 0;
        Array.Clear(_levels, 0, Flakes);
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        // At full treble and density a new one every 3 ms.
        int treble = Treble(audio);
        _due += elapsedMs * treble * Settings[0];
        while (_due > 200000)
        {
            _due -= 200000;
            _next = _next == Flakes - 1 ? 0 : _next + 1;
            _places[_next] = _dice.Below(canvas.Length);
            _colours[_next] = _dice.Below(256);
            _levels[_next] = (128 + (treble >> 1)) << 8;
        }

        canvas.Clear();
        int fade = Settings[1] * elapsedMs * 2;
        for (int i = 0; i < Flakes; i++)
        {
            int level = _levels[i];
            if (level > 0)
            {
                level = level > Full ? Full : level;
                canvas.Fill(_places[i], Settings[2], _colours[i], level >> 8);
                level -= fade;
                _levels[i] = level > 0 ? level : 0;
            }
        }
    }
}
