using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A mosaic: every onset gives some tiles a new colour, as bright as it is strong, and all of them fade.</summary>
public sealed class TilesPattern : Pattern
{
    private const int Tiles = 15;

    private readonly Dice _dice = new Dice();
    private readonly int[] _levels = new int[Tiles];
    private readonly int[] _colours = new int[Tiles];

    // Three pixels doubled until they are as long as a tile of two strips that are one.
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
            int colour = _dice.Below(256);
            int level = Flash(audio) << 8;
            for (int i = 0; i < Settings[0]; i++)
            {
                int tile = _dice.Below(Tiles);
                _levels[tile] = level > _levels[tile] ? level : _levels[tile];
                _colours[tile] = colour + (i * 24);
            }
        }

        canvas.Clear();
        canvas.AddUp();
        canvas.Parts(_colours, _levels, Settings[2], Settings[1] * elapsedMs, _run);
    }
}
