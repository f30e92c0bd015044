using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// A broad beam crosses the strip once a beat, there and back, as bright as the music is loud; every bar begins at the same end.
/// </summary>
public sealed class SweepPattern : Pattern
{
    // As long as the tempo is unknown: 120 beats a minute, started anew by each onset.
    private const int UsualBeatMs = 500;

    private int _phase;
    private int _level;
    private int _drift;
    private bool _isBack;

    public override string Name => "sweep";

    public override string Description => "A beam crosses the strip in time with the beat";

    public override string Parameters => "width 2 60 22, fade 5 255 30, drift 0 255 60";

    public override void Reset()
    {
        _phase = 0;
        _level = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (IsHit(audio))
        {
            _isBack = !_isBack && !IsDownbeat(audio);
            _phase = 0;
        }

        int beatMs = audio.Bpm10 > 0 ? 600000 / audio.Bpm10 : UsualBeatMs;
        _phase = _phase < beatMs ? _phase + elapsedMs : beatMs;
        _drift += Settings[2] * elapsedMs;
        _level -= Settings[1] * elapsedMs;
        _level = _level < audio.Level << 8 ? audio.Level << 8 : _level;

        canvas.Clear();
        canvas.AddUp();
        int width = Settings[0];
        int way = _phase >= beatMs ? canvas.Length - width : (canvas.Length - width) * _phase / beatMs;
        int start = _isBack ? canvas.Length - width - way : way;
        int colour = _drift >> 10;
        canvas.Fill(start, width, colour, _level >> 8);

        // Two dimmer steps on either side take the hardness off its edges.
        canvas.Fill(start - 3, 3, colour, _level >> 9);
        canvas.Fill(start + width, 3, colour, _level >> 9);
    }
}
