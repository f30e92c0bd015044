using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A column for each band, as tall as it is loud, and a point that stays where the column has been.</summary>
/// <remarks>Only what changed is drawn: a column rises or falls by a row or two a frame.</remarks>
public sealed class ColumnsPattern : GridPattern
{
    private const int Bands = AudioSnapshot.BandCount;
    private const int MostRows = 64;
    private const int Dark = MostRows;
    private const int Point = MostRows + 1;

    // A drum is up in five frames at most: more rows at once would take the time of a frame.
    private const int RiseRows = 6;

    private readonly Shades _shades = new Shades(MostRows + 2);
    private readonly int[] _heights = new int[Bands];
    private readonly int[] _drawn = new int[Bands];
    private readonly int[] _peaks = new int[Bands];
    private readonly int[] _points = new int[Bands];
    private int _redrawn;
    private int _turn;
    private int _lastMs;

    public override string Name => "columns";

    public override string Description => "A column for each band, with a point that holds";

    public override string Parameters => "fall 10 255 90, hold 0 255 60";

    public override void Reset()
    {
        Array.Clear(_heights, 0, Bands);
        Array.Clear(_drawn, 0, Bands);
        Array.Clear(_peaks, 0, Bands);
        for (int i = 0; i < Bands; i++)
        {
            _points[i] = -1;
        }

        _shades.Forget();
        _redrawn = Bands;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (_shades.AreOld(canvas))
        {
            MakeShades(canvas);
            _redrawn = 0;
        }

        // Each column moves in every second frame.
        int bars = canvas.Width < Bands ? canvas.Width : Bands;
        _turn ^= 1;
        elapsedMs += _lastMs;
        for (int bar = _turn; bar < bars; bar += 2)
        {
            Draw(canvas, bar, bars, Level(audio.Bands, bar, bars) * Rows(canvas), elapsedMs);
        }

        _lastMs = elapsedMs - _lastMs;

        canvas.IsMixed = _redrawn < bars;
        if (canvas.IsMixed)
        {
            Redraw(canvas, bars);
        }
    }

    private static int Rows(Canvas canvas) => canvas.Height < MostRows ? canvas.Height : MostRows;

    private static int Level(byte[] bands, int bar, int bars)
    {
        if (bars == Bands)
        {
            return bands[bar];
        }

        int loudest = 0;
        for (int band = bar * Bands / bars; band < (bar + 1) * Bands / bars; band++)
        {
            loudest = bands[band] > loudest ? bands[band] : loudest;
        }

        return loudest;
    }

    private void MakeShades(Canvas canvas)
    {
        int rows = Rows(canvas);
        for (int row = 0; row < rows; row++)
        {
            _shades.Set(row, canvas, row * 255 / rows, 235);
        }

        _shades.Set(Dark, canvas, Palette.Size / 2, 0);
        _shades.Set(Point, canvas, 255, 255);
    }

    // Heights are kept in 255ths of a row.
    private void Draw(Canvas canvas, int bar, int bars, int wanted, int elapsedMs)
    {
        int height = _heights[bar] - (Settings[0] * elapsedMs * Rows(canvas) / 512);
        height = height > wanted ? height : wanted;
        _heights[bar] = height;
        int peak = _peaks[bar] - (elapsedMs * Rows(canvas) * (256 - Settings[1]) / 2600);
        peak = peak > height ? peak : height;
        _peaks[bar] = peak;
        Show(canvas, bar, bars, (height + 127) / 255, (peak + 127) / 255);
    }

    private void Show(Canvas canvas, int bar, int bars, int rows, int point)
    {
        int drawn = _drawn[bar];
        int old = _points[bar];
        rows = rows > drawn + RiseRows ? drawn + RiseRows : rows;
        point = point > 0 ? point - 1 : -1;
        if (rows == drawn && point == old)
        {
            return;
        }

        int left = bar * canvas.Width / bars;
        int width = ((bar + 1) * canvas.Width / bars) - left;
        width = width > 2 ? width - 1 : width;
        if (old != point && old >= 0)
        {
            bool isBar = old < drawn;
            canvas.Bar(left, width, old, old + 1, _shades.Grb, isBar ? old : Dark, 0);
        }

        if (rows > drawn)
        {
            canvas.Bar(left, width, drawn, rows, _shades.Grb, 0, 1);
        }
        else if (rows < drawn)
        {
            canvas.Bar(left, width, rows, drawn, _shades.Grb, Dark, 0);
        }

        if (point >= 0 && (old != point || rows != drawn))
        {
            canvas.Bar(left, width, point, point + 1, _shades.Grb, Point, 0);
        }

        _drawn[bar] = rows;
        _points[bar] = point;
    }

    // New colours reach a column a frame.
    private void Redraw(Canvas canvas, int bars)
    {
        int bar = _redrawn;
        _redrawn++;
        int drawn = _drawn[bar];
        int left = bar * canvas.Width / bars;
        int width = ((bar + 1) * canvas.Width / bars) - left;
        width = width > 2 ? width - 1 : width;
        canvas.Bar(left, width, 0, drawn, _shades.Grb, 0, 1);
        canvas.Bar(left, width, drawn, canvas.Height, _shades.Grb, Dark, 0);
        _points[bar] = -1;
    }
}
