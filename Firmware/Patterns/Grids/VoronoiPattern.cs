using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>Cells about wandering seeds: each pixel belongs to the nearest.</summary>
/// <remarks>
/// Along a line a seed's distance, squared and less what is the same for all, is a straight line; so the nearest is found from
/// crossing to crossing. A frame draws every twelfth line.
/// </remarks>
public sealed class VoronoiPattern : GridPattern
{
    private const int MostSeeds = 7;
    private const int Slices = 12;

    private readonly int[] _along = new int[MostSeeds];
    private readonly int[] _across = new int[MostSeeds];
    private readonly int[] _constants = new int[MostSeeds];
    private readonly int[] _levels = new int[MostSeeds];
    private int _time;
    private int _slice;

    public override string Name => "voronoi";

    public override string Description => "Cells that wander and push each other, each lit by its part of the sound";

    public override bool Audio => false;

    public override string Parameters => "seeds 2 7 5, pace 4 255 40, ground 0 255 90, edge 0 1 1";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _time += elapsedMs * Settings[1];
        int seeds = Settings[0];
        if (_slice == 0)
        {
            Move(audio, canvas, seeds);
        }

        for (int line = _slice; line < canvas.Lines; line += Slices)
        {
            Draw(canvas, line, seeds);
        }

        _slice = _slice == Slices - 1 ? 0 : _slice + 1;
    }

    // Two swings of each seed, none in time with another's; in quarters of a pixel.
    private void Move(AudioSnapshot audio, Canvas canvas, int seeds)
    {
        byte[] sine = Curves.Sine;
        int ground = Settings[2];
        for (int i = 0; i < seeds; i++)
        {
            int swing = _time * (i + 5) / 24000;
            _along[i] = sine[(swing + (i * 67)) & 255] * canvas.LineLength / 64;
            _across[i] = sine[((swing * 3 / 4) + (i * 101) + 40) & 255] * canvas.Lines / 64;
            int loud = audio.Bands[i * AudioSnapshot.BandCount / MostSeeds];
            int wanted = ground + (loud * (255 - ground) / 255);
            int level = _levels[i] - 30;
            level = level < wanted ? wanted : level;

            // Not from dark to light at once: a frame shows a twelfth of it.
            _levels[i] = level < _levels[i] + 80 ? level : _levels[i] + 80;
        }
    }

    private void Draw(Canvas canvas, int line, int seeds)
    {
        int[] along = _along;
        int[] constants = _constants;
        int nearest = 0;
        int place = line * 4;
        for (int i = 0; i < seeds; i++)
        {
            int off = _across[i] - place;
            constants[i] = (along[i] * along[i]) + (off * off);
            nearest = constants[i] < constants[nearest] ? i : nearest;
        }

        int length = canvas.LineLength;
        int edge = Settings[3];
        for (int from = 0; from < length;)
        {
            int to = length;
            int next = nearest;
            for (int i = 0; i < seeds; i++)
            {
                int ahead = (along[i] - along[nearest]) * 8;
                if (ahead > 0)
                {
                    int crossing = ((constants[i] - constants[nearest]) / ahead) + 1;
                    if (crossing < to)
                    {
                        to = crossing;
                        next = i;
                    }
                }
            }

            to = to > from ? to : from + 1;
            int lit = next != nearest && to - from > edge ? to - edge : to;
            canvas.FillAlong(line, from, lit - from, nearest * 73, _levels[nearest]);
            if (lit < to)
            {
                canvas.FillAlong(line, lit, to - lit, nearest * 73, 0);
            }

            from = to;
            nearest = next;
        }
    }
}
