using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>One bar as long as it is loud, and a point that stays where the bar has been.</summary>
public sealed class VuPattern : Pattern
{
    private int _height;
    private int _peak;
    private int _heldMs;

    public override string Name => "vu";

    public override string Description => "A level meter with a peak that holds";

    public override string Parameters => "fall 10 255 60, hold 0 255 60";

    public override void Reset()
    {
        _height = 0;
        _peak = 0;
        _heldMs = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        int level = audio.Level << 8;
        _height -= Settings[0] * elapsedMs * 2;
        _height = _height < level ? level : _height;
        _heldMs = _heldMs > Settings[1] * 10 ? _heldMs : _heldMs + elapsedMs;
        if (_height >= _peak)
        {
            _peak = _height;
            _heldMs = 0;
        }
        else if (_heldMs > Settings[1] * 10)
        {
            // The whole strip in one second, once it lets go.
            _peak -= 65 * elapsedMs;
        }

        int last = canvas.Length - 1;
        canvas.Run(0, (_height >> 8) * canvas.Length / 255, 0);
        if (_peak > 0)
        {
            int at = (_peak >> 8) * last / 255;
            canvas.Fill(at - 1, 2, 255, 255);
        }
    }
}
