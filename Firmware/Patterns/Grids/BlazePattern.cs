using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A fire that the bass feeds: heat rises from the bottom row, spreads and cools.</summary>
/// <remarks>A frame moves two of the rows that burn, from the top down, so that each takes what was below it.</remarks>
public sealed class BlazePattern : GridPattern
{
    private const int Heats = 64;
    private const int RowsAFrame = 2;
    private const int MostRows = 64;

    private readonly Shades _shades = new Shades(Heats);
    private readonly Dice _dice = new Dice();
    private readonly bool[] _isLit = new bool[MostRows];
    private int _row;
    private bool _isRelit;

    public override string Name => "blaze";

    public override string Description => "A wall of flames that the bass feeds";

    public override bool UsesNotes => true;

    public override string Parameters => "cooling 0 255 24, sparks 0 255 200";

    public override void Reset()
    {
        _row = 0;
        _dice.Restart();
        _shades.Forget();
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (_shades.AreOld(canvas))
        {
            _isRelit = true;
            _row = 0;
            for (int i = 0; i < Heats; i++)
            {
                int level = i * 7;
                _shades.Set(i, canvas, i * 4, level < 255 ? level : 255);
            }
        }

        int width = canvas.Width;
        int last = canvas.Height - 1;
        int left = RowsAFrame;
        for (int looked = 0; left > 0 && looked <= last; looked++)
        {
            // A dark row above dark ones costs nothing.
            if (_row == last || IsLit(_row) || IsLit(_row + 1) || _isRelit)
            {
                Burn(canvas, _row, last, Bass(audio));
                left--;
            }

            _row++;
            if (_row > last)
            {
                _row = 0;
                _isRelit = false;
            }
        }

        canvas.IsMixed = _isRelit;
    }

    private bool IsLit(int row) => row >= MostRows || _isLit[row];

    private void Burn(Canvas canvas, int row, int last, int bass)
    {
        byte[] heat = canvas.Notes;
        int width = canvas.Width;
        int at = row * width;
        bool isLit = row == last ? Feed(heat, at, width, bass) : Rise(heat, at, width, last + 1);
        if (row < MostRows)
        {
            _isLit[row] = isLit;
        }

        canvas.Row(row, heat, at, _shades.Grb);
    }

    // Each cell takes the heat of the three below it, less what it cools: by the same share of its way up, however high the grid
    // is.
    private bool Rise(byte[] heat, int at, int width, int height)
    {
        int cooling = Settings[0] * 4 / height;
        int flicker = _dice.Below(65536);
        int below = at + width;
        int end = at + width - 1;
        int left = heat[below];
        int middle = left;
        int all = 0;
        for (; at <= end; at++, below++)
        {
            int right = at < end ? heat[below + 1] : middle;
            int warm = ((left + middle + middle + right) >> 2) - cooling - ((flicker >> (at & 7)) & 15);
            warm = warm > 0 ? warm : 0;
            heat[at] = (byte)warm;
            all |= warm;
            left = middle;
            middle = right;
        }

        return all != 0;
    }

    private bool Feed(byte[] heat, int at, int width, int bass)
    {
        int all = 0;
        for (int i = 0; i < width; i++)
        {
            // Here and there a log burns brightly; what glows goes on for a while.
            int spark = _dice.Below(256) < Settings[1] / 2 ? 255 : 110;
            int fuel = bass * spark >> 7;
            fuel = fuel > 255 ? 255 : fuel;
            int glow = heat[at + i] * 3 / 4;
            fuel = fuel > glow ? fuel : glow;
            heat[at + i] = (byte)fuel;
            all |= fuel;
        }

        return all != 0;
    }
}
