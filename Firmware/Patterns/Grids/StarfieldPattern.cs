using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A flight through the stars, faster with the bass.</summary>
public sealed class StarfieldPattern : GridPattern
{
    private const int MostStars = 40;
    private const int Far = 255 << 8;
    private const int Near = 12 << 8;

    // From here on a star is a block of four.
    private const int Close = 60 << 8;

    // And from here on it has a tail.
    private const int Tailed = 150 << 8;

    private readonly Dice _dice = new Dice();
    private readonly int[] _across = new int[MostStars];
    private readonly int[] _down = new int[MostStars];
    private readonly int[] _depths = new int[MostStars];

    public override string Name => "starfield";

    public override string Description => "A flight through the stars, faster with the bass";

    public override bool Audio => false;

    public override string Parameters => "pace 10 255 70, stars 6 40 14, boost 0 255 120, tails 0 1 1";

    public override void Reset()
    {
        _dice.Restart();
        for (int i = 0; i < MostStars; i++)
        {
            Begin(i);
            _depths[i] = Near + _dice.Below(Far - Near);
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        int way = elapsedMs * (Settings[0] + (Bass(audio) * Settings[2] >> 7));
        int stars = Settings[1];
        int tailed = Settings[3] != 0 ? Tailed : 0;
        int width = canvas.Width;
        int height = canvas.Height;
        int[] depths = _depths;
        for (int i = 0; i < stars; i++)
        {
            int depth = depths[i] - way;
            int near = depth >> 8 | 1;
            int column = (width + (_across[i] * width / near)) >> 1;
            int row = (height + (_down[i] * height / near)) >> 1;
            depths[i] = depth;
            if (depth < Near || column < 0 || row < 0 || column >= width || row >= height)
            {
                Begin(i);
                continue;
            }

            int level = 255 - (depth >> 9) - (depth >> 10);
            if (depth < tailed)
            {
                int behind = (depth + (way * 2) + 1400) >> 8;
                canvas.Plot(
                    (width + (_across[i] * width / behind)) >> 1, (height + (_down[i] * height / behind)) >> 1,
                    i * 13, level / 2);
            }

            if (depth < Close)
            {
                canvas.Block(column, row, 2, 2, i * 13, level);
            }
            else
            {
                canvas.Plot(column, row, i * 13, level);
            }
        }
    }

    // Far away, and never quite in the middle: it would come straight on.
    private void Begin(int star)
    {
        _across[star] = _dice.Below(256) - 128;
        _down[star] = _dice.Below(256) - 128;
        if (_across[star] > -12 && _across[star] < 12)
        {
            _across[star] += 40;
        }

        _depths[star] = Far - _dice.Below(40 << 8);
    }
}
