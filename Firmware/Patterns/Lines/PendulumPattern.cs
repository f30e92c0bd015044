using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A pendulum that is at one end on every beat; its swing is as wide as the music is loud.</summary>
public sealed class PendulumPattern : Pattern
{
    private const int UsualBeatMs = 500;
    private const int Followers = 5;

    private int _phase;
    private int _level;

    public override string Name => "pendulum";

    public override string Description => "A pendulum swings with the beat, five followers behind it";

    public override bool UsesGlows => true;

    public override string Parameters => "delay 2 24 9, size 4 16 16, fade 5 255 24";

    public override void Reset() => _level = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _level -= Settings[2] * elapsedMs;
        _level = _level < audio.Level << 8 ? audio.Level << 8 : _level;
        Swing(audio, elapsedMs);

        canvas.Clear();
        byte[] sine = Curves.Sine;
        int middle = canvas.Length / 2;
        int phase = _phase >> 8;
        int width = middle * (_level >> 8) / 200;
        int size = Settings[1] * (_level >> 8) / 200;
        for (int i = Followers; i >= 0; i--)
        {
            int out128 = sine[(phase + 64 - (i * Settings[0])) & 255] - 128;
            int shrunk = size - i;
            canvas.Light(middle + (width * out128 >> 7), i * 40, shrunk > 0 ? shrunk : 0);
        }
    }

    // Half a swing a beat. A beat that comes early or late pulls it a quarter of the way to where it should be.
    private void Swing(AudioSnapshot audio, int elapsedMs)
    {
        int beatMs = audio.Bpm10 > 0 ? 600000 / audio.Bpm10 : UsualBeatMs;
        _phase = (_phase + (elapsedMs * 32768 / beatMs)) & 0xFFFF;
        if (IsHit(audio))
        {
            int off = (_phase + 0x4000) & 0x7FFF;
            _phase = (_phase - ((off - 0x4000) / 4)) & 0xFFFF;
        }
    }
}
