using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The treble glitters: the more of it, the more tiny lights, each gone in a moment.</summary>
public sealed class GlitterPattern : Pattern
{
    private const int Flakes = 16;

    // Of treble, density and ms multiplied.
    private const int OneFlake = 200000;

    private const int Deepest = 1 << 28;

    private readonly Dice _dice = new Dice();
    // All fade alike: what they have lost is counted once, and a level is what a flake had when it came and what was lost until
    // then.
    private readonly int[] _levels = new int[Flakes];
    private readonly int[] _places = new int[Flakes];
    private readonly int[] _colours = new int[Flakes];
    private int _sunk;
    private int _due;
    private int _next;

    public override string Name => "glitter";

    public override string Description => "The treble glitters all over the strip";

    public override string Parameters => "density 10 255 110, fade 60 255 120, width 1 4 2";

    public override void Reset()
    {
        _dice.Restart();
        _due = 0;
        _sunk = 0;
        Array.Clear(_levels, 0, Flakes);
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        // At full treble and density a new one every 3 ms.
        int treble = Treble(audio);
        _due += elapsedMs * treble * Settings[0];
        if (_due > OneFlake)
        {
            Strew(canvas.Length, (128 + (treble >> 1)) << 8);
        }

        canvas.Clear();
        canvas.Flakes(_places, _colours, _levels, _sunk, Settings[2], Flakes);
        _sunk += Settings[1] * elapsedMs * 2;
        if (_sunk > Deepest)
        {
            Rise();
        }
    }

    // Counts anew from what is left.
    private void Rise()
    {
        for (int i = 0; i < Flakes; i++)
        {
            int level = _levels[i] - _sunk;
            _levels[i] = level > 0 ? level : 0;
        }

        _sunk = 0;
    }

    private void Strew(int length, int level)
    {
        Dice dice = _dice;
        int[] levels = _levels;
        int[] places = _places;
        int[] colours = _colours;
        int due = _due;
        int next = _next;
        while (due > OneFlake)
        {
            due -= OneFlake;
            next = next == Flakes - 1 ? 0 : next + 1;
            places[next] = dice.Below(length);
            colours[next] = dice.Below(256);
            levels[next] = level + _sunk;
        }

        _due = due;
        _next = next;
    }
}
