using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Every onset throws a handful of sparks, as bright as it is strong, that fade one by one.</summary>
public sealed class SparksPattern : Pattern
{
    private const int Sparks = 20;

    private readonly Dice _dice = new Dice();
    private readonly Ground _ground = new Ground();
    private readonly int[] _levels = new int[Sparks];
    private readonly int[] _places = new int[Sparks];
    private int _next;
    private int _colour;

    public override string Name => "sparks";

    public override string Description => "Every onset throws a handful of sparks";

    public override string Parameters => "count 1 20 10, fade 10 255 50, width 1 4 2";

    public override void Reset()
    {
        _dice.Restart();
        Array.Clear(_levels, 0, Sparks);
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (audio.Onset)
        {
            Throw(canvas.Length, Flash(audio) << 8);
        }

        if (canvas.Glow > 0)
        {
            canvas.Cover(_ground, Palette.Size / 2, canvas.Glow);
        }
        else
        {
            canvas.Clear();
        }

        // Each fades at its own speed, so that they do not go out together.
        canvas.Spots(_places, _levels, Settings[2], _colour, 5, elapsedMs * Settings[1], elapsedMs * 2);
    }

    private void Throw(int length, int level)
    {
        _colour += 61;
        Dice dice = _dice;
        int[] places = _places;
        int[] levels = _levels;
        int next = _next;
        for (int left = Settings[0]; left > 0; left--)
        {
            next = next == Sparks - 1 ? 0 : next + 1;
            places[next] = dice.Below(length);
            levels[next] = level;
        }

        _next = next;
    }
}
