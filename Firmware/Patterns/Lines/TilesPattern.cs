using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A mosaic: every onset gives some tiles a new colour, as bright as it is strong, and all of them fade.</summary>
public sealed class TilesPattern : Pattern
{
    private const int Tiles = 15;

    private readonly Dice _dice = new Dice();
    private readonly Mosaic _mosaic = new Mosaic(Tiles);

    public override string Name => "tiles";

    public override string Description => "A mosaic whose tiles turn on every onset";

    public override string Parameters => "turned 1 15 5, fade 4 255 28, gap 0 3 1";

    public override void Reset()
    {
        _dice.Restart();
        _mosaic.Reset();
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (audio.Onset)
        {
            Turn(Flash(audio) << 8, Settings[0], canvas.Palette);
        }

        _mosaic.Draw(canvas, Settings[2], Settings[1] * elapsedMs);
    }

    private void Turn(int level, int count, Palette palette)
    {
        Dice dice = _dice;
        Mosaic mosaic = _mosaic;
        int[] levels = mosaic.Levels;
        int colour = dice.Below(256);
        for (int i = 0; i < count; i++)
        {
            int tile = dice.Below(Tiles);
            if (level > levels[tile])
            {
                levels[tile] = level;
            }

            mosaic.Dye(tile, colour, palette);
            colour += 24;
        }
    }
}
