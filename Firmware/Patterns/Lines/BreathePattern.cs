using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The whole palette swells and sinks with the loudness, slowly enough to be calm.</summary>
public sealed class BreathePattern : Pattern
{
    private const int Blocks = 15;

    private int _level;
    private int _drift;
    private int _turn;
    private bool _isFresh = true;

    public override string Name => "breathe";

    public override string Description => "The whole palette swells and sinks with the loudness";

    public override string Parameters => "rise 5 255 60, fall 5 255 20, drift 0 255 40";

    public override void Reset()
    {
        _level = 0;
        _turn = 2;
        _isFresh = true;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int goal = audio.Level << 8;
        int up = _level + (Settings[0] * elapsedMs * 4);
        int down = _level - (Settings[1] * elapsedMs * 4);
        _level = goal > up ? up : goal;
        _level = _level < down ? down : _level;
        _drift += Settings[2] * elapsedMs;
        int colour = _drift >> 11;

        // Every third block in each frame: it changes too slowly for anybody to see. In the first frame each fills in for two
        // more.
        _turn = _turn == 2 ? 0 : _turn + 1;
        int blocks = _isFresh ? 3 : 1;
        _isFresh = false;
        for (int block = _turn; block < Blocks; block += 3)
        {
            int start = block * canvas.Length / Blocks;
            int end = (block + blocks) * canvas.Length / Blocks;
            canvas.Fill(start, end - start, colour + (block * 16), _level >> 8);
        }
    }
}
