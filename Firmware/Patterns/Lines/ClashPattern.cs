using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// Two fronts run at each other from both ends and meet in the middle on the beat; the first of a bar flashes twice as wide.
/// </summary>
public sealed class ClashPattern : Pattern
{
    private const int UsualBeatMs = 500;
    private const int Full = 255 << 8;

    private int _sinceMs;
    private int _flash;
    private int _width;
    private int _level;
    private int _colour;

    public override string Name => "clash";

    public override string Description => "Two fronts meet in the middle on every beat";

    public override string Parameters => "tail 2 60 30, flash 0 60 24, fade 5 255 40";

    public override void Reset()
    {
        _sinceMs = 0;
        _flash = 0;
        _level = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int beatMs = audio.Bpm10 > 0 ? 600000 / audio.Bpm10 : UsualBeatMs;
        _level = _level - (Settings[2] * elapsedMs) < audio.Level << 8 ? audio.Level << 8 : _level - (Settings[2] * elapsedMs);
        _flash = _flash > 200 * elapsedMs ? _flash - (200 * elapsedMs) : 0;
        _sinceMs = _sinceMs < beatMs ? _sinceMs + elapsedMs : beatMs;
        if (IsHit(audio))
        {
            _sinceMs = 0;
            _flash = Full;
            _width = IsDownbeat(audio) ? 2 * Settings[1] : Settings[1];
            _colour += 45;
        }

        canvas.Clear();
        int length = canvas.Length;
        int middle = length / 2;
        int tail = Settings[0];
        int way = _sinceMs < beatMs ? middle * _sinceMs / beatMs : middle;
        canvas.Fill(way - tail, tail, _colour, _level >> 9);
        canvas.Fill(way - (tail / 3), tail / 3, _colour, _level >> 8);
        canvas.Fill(length - way, tail, _colour + 128, _level >> 9);
        canvas.Fill(length - way, tail / 3, _colour + 128, _level >> 8);
        int spread = _width * (_flash >> 8) / 255;
        canvas.Fill(middle - spread, spread * 2, 255, _flash >> 8);
    }
}
