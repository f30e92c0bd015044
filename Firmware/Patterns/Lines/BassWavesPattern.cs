using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The bass rolls along the strip in broad waves, a new colour on each beat.</summary>
public sealed class BassWavesPattern : ScrollingPattern
{
    private int _held;
    private int _colour;

    public override string Name => "bass-waves";

    public override string Description => "The bass rolls along in broad waves";

    public override string Parameters => "pace 20 255 180, step 0 255 41, fade 10 255 110";

    public override void Reset()
    {
        base.Reset();
        _held = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (IsHit(audio))
        {
            _colour = (_colour + Settings[1]) & 255;
        }

        byte[] bands = audio.Bands;
        int bass = bands[0] > bands[1] ? bands[0] : bands[1];
        _held -= Settings[2] * elapsedMs;
        _held = _held < bass << 8 ? bass << 8 : _held;
        int poured = Advance(canvas, Settings[0], elapsedMs);
        if (poured > 0)
        {
            int level = _held >> 8;
            Pour(canvas, 0, poured, _colour, level * level / 255);
        }
    }
}
