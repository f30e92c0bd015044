using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A mosaic: every onset gives some tiles a new colour, as bright as it is strong, and all of them fade.</summary>
public sealed class TilesPattern : Pattern
{
    private const int Tiles = 15;

    private readonly Dice _dice = new Dice();
    private readonly Ground _ground = new Ground();
    private readonly int[] _levels = new int[Tiles];
    private readonly int[] _colours = new int[Tiles];

    // Six pixels doubled until they are as long as a tile of two strips that are one.
    private readonly byte[] _run = new byte[288];

    public override string Name => "tiles";

    public override string Description => "A mosaic whose tiles turn on every onset";

    public override string Parameters => "turned 1 15 5, fade 4 255 28, gap 0 3 1";

    public override void Reset()
    {
        _dice.Restart();
        Array.Clear(_levels, 0, Tiles);
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (audio.Onset)
        {
            Turn(Flash(audio) << 8, Settings[0]);
        }

        canvas.AddUp();
        if (canvas.Glow > 0)
        {
            canvas.Cover(_ground, Palette.Size / 2, canvas.Glow);
            canvas.AddUpBetween(_levels, Settings[2]);
        }
        else
        {
            canvas.Clear();
        }

        canvas.Parts(_colours, _levels, Settings[2], Settings[1] * elapsedMs, _run);
    }

    private void Turn(int level, int count)
    {
        Dice dice = _dice;
        int[] levels = _levels;
        int[] colours = _colours;
        int colour = dice.Below(256);
        for (int i = 0; i < count; i++)
        {
            int tile = dice.Below(Tiles);
            if (level > levels[tile])
            {
                levels[tile] = level;
            }

            colours[tile] = colour;
            colour += 24;
        }
    }
}
