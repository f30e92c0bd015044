using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Grids;

/// <summary>A point on two swings draws a curve that turns in space; it is as bright as it is loud.</summary>
public sealed class LissajousPattern : GridPattern
{
    private const int Points = 22;

    private int _time;
    private int _level;

    public override string Name => "lissajous";

    public override string Description => "A curve of two swings turns in space, brighter with the music";

    public override bool Audio => false;

    public override string Parameters => "across 1 7 3, down 1 7 2, ground 0 255 220, length 12 255 32";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _time += elapsedMs;
        int wanted = Settings[2] + (audio.Level * (255 - Settings[2]) / 255);
        _level -= elapsedMs / 4;
        _level = _level < wanted ? wanted : _level;
        canvas.Clear();
        byte[] sine = Curves.Sine;
        int width = canvas.Width - 1;
        int height = canvas.Height - 1;
        int across = Settings[0];
        int down = Settings[1];
        int pace = Settings[3] * 256 / Points;
        int turn = _time / 31;
        int colour = _time / 20;
        int at = (_time / 13) << 8;
        for (int i = 0; i < Points; i++)
        {
            int column = ((sine[((at * across >> 8) + turn) & 255] * width) + 128) >> 8;
            int row = ((sine[(at * down >> 8) & 255] * height) + 128) >> 8;
            canvas.Plot(column, row, colour + (i * 9), _level * (i + 2) / (Points + 2));
            at += pace;
        }
    }
}
