using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Every beat lays a brick on the pile; a full pile tumbles, and silence wears it away.</summary>
public sealed class StackPattern : Pattern
{
    private const int Places = 16;
    private const int Full = 255 << 8;

    // A pile has left the strip after so long.
    private const int TumbleMs = 400;
    private const int FlightMs = 120;

    // A rest leaves it standing; after that long it is worn away in a quarter of a second.
    private const int QuietMs = 800;
    private const int QuietWear = 256;

    private int _quietMs;
    private int _bricks;
    private int _firstColour;
    private int _level;
    private int _fallMs;
    private bool _tumbles;

    public override string Name => "stack";

    public override string Description => "Every beat lays a brick until the pile tumbles";

    public override string Parameters => "step 0 255 37, wear 1 60 8, gap 0 3 1";

    public override void Reset()
    {
        _bricks = 0;
        _level = 0;
        _tumbles = false;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _quietMs = audio.Level > 0 ? 0 : _quietMs + elapsedMs;
        _quietMs = _quietMs > QuietMs ? QuietMs : _quietMs;
        _level -= _quietMs < QuietMs ? Settings[1] * elapsedMs : QuietWear * elapsedMs;
        _fallMs = _fallMs > TumbleMs ? _fallMs : _fallMs + elapsedMs;
        if (IsHit(audio))
        {
            Lay();
        }

        if (_level <= 0 || (_tumbles && _fallMs > TumbleMs))
        {
            _bricks = 0;
            _tumbles = false;
            _level = _level > 0 ? _level : 0;
        }

        canvas.Clear();
        canvas.AddUp();
        int length = canvas.Length;
        int bricks = _bricks;
        int away = _tumbles ? length * _fallMs / TumbleMs : 0;

        // The newest comes flying in from the end.
        int flying = !_tumbles && _fallMs < FlightMs ? bricks - 1 : bricks;
        int level = _level >> 8;
        int gap = Settings[2];
        int step = Settings[0];
        int colour = _firstColour;
        int start = 0;
        for (int i = 0, scaled = length; i < bricks; i++, scaled += length, colour += step)
        {
            int end = scaled / Places;
            int flight = i == flying ? (length - start) * (FlightMs - _fallMs) / FlightMs : 0;
            canvas.Fill(start + flight + away, end - start - gap, colour, level);
            start = end;
        }
    }

    private void Lay()
    {
        if (_tumbles)
        {
            return;
        }

        _level = Full;
        _fallMs = 0;
        if (_bricks == Places)
        {
            _tumbles = true;
            _firstColour += 83;
            return;
        }

        _bricks++;
    }
}
