using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The strip flashes on every onset, as brightly as it is strong, and fades; each flash takes the next colour.</summary>
public sealed class PulsePattern : Pattern
{
    private int _glow;
    private int _colour;

    public override string Name => "pulse";

    public override string Description => "Flashes on every onset, each time in another colour";

    public override string Parameters => "fade 10 255 80, step 0 255 97";

    public override void Reset()
    {
        _glow = 0;
        _colour = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _glow -= 2 * Settings[0] * elapsedMs;
        _glow = _glow < 0 ? 0 : _glow;
        int flash = Flash(audio) << 8;
        if (audio.Onset && flash > _glow)
        {
            _glow = flash;

            // 97 is co-prime to 256 and near its golden section: neighbours in time are far apart in colour.
            _colour = (_colour + Settings[1]) & 255;
        }

        canvas.AddUp();
        canvas.Fill(0, canvas.Length, _colour, _glow >> 8);
    }
}
