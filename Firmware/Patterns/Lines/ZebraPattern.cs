using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Stripes that march as fast as it is loud and grow broad with the bass.</summary>
public sealed class ZebraPattern : Pattern
{
    private int _travelled;
    private int _bass;
    private int _level;

    public override string Name => "zebra";

    public override string Description => "Marching stripes, broad with the bass, fast with the loudness";

    public override string Parameters => "stripe 20 60 28, pace 10 255 120, fade 5 255 50";

    public override void Reset()
    {
        _travelled = 0;
        _bass = 0;
        _level = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int fade = Settings[2] * elapsedMs;
        int bass = Bass(audio) << 8;
        int loud = audio.Level << 8;
        _bass = _bass - fade < bass ? bass : _bass - fade;
        _level = _level - fade < loud ? loud : _level - fade;

        int pitch = Settings[0];
        _travelled = (_travelled + ((_level >> 8) * Settings[1] * elapsedMs >> 9)) % (pitch << 12);
        int width = 2 + ((pitch - 4) * (_bass >> 8) / 255);

        canvas.Clear();
        canvas.AddUp();
        int stripe = _travelled / (pitch << 8);
        int start = (_travelled >> 8) % pitch;
        canvas.Stripes(start - pitch, pitch, width, stripe * 32, -32, _level >> 8);
    }
}
