using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The strip flashes on every onset and fades to black; each flash takes the next colour.</summary>
public sealed class PulsePattern : Pattern
{
    // 400 ms from full to black, in 8.8 fixed point so that a step per millisecond stays whole.
    private const int Full = 255 << 8;
    private const int FadePerMs = Full / 400;

    // Co-prime to 256 and near the golden section of it: neighbours in time are far apart in colour.
    private const int ColourStep = 97;

    private int _glow;
    private int _colour;

    public override string Name => "pulse";

    public override string Description => "Flashes on every onset, each time in another colour";

    public override void Reset()
    {
        _glow = 0;
        _colour = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Palette palette, byte[] grb)
    {
        if (audio.Onset)
        {
            _glow = Full;
            _colour = (_colour + ColourStep) & 255;
        }
        else
        {
            _glow -= FadePerMs * elapsedMs;
            if (_glow < 0)
            {
                _glow = 0;
            }
        }

        palette.Fill(grb, _colour, _glow >> 8);
    }
}
