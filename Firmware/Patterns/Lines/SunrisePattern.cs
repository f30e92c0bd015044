using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// The sun comes up in the middle of the strip within some minutes, through the palette from first colour to last.
/// </summary>
public sealed class SunrisePattern : Pattern
{
    private const int UnitMs = 10000;

    private int _ms;

    public override string Name => "sunrise";

    public override string Description => "The sun comes up in the middle within some minutes";

    public override bool Audio => false;

    public override string Parameters => "tens-of-seconds 1 255 60, repeat 0 1 1";

    public override void Reset() => _ms = 0;

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int whole = Settings[0] * UnitMs;
        _ms += elapsedMs;
        if (_ms >= whole)
        {
            _ms = Settings[1] != 0 ? 0 : whole;
        }

        // 0–1023 of the way; seven rings around the sun, each a little behind the one inside it.
        int way = (int)((long)_ms * 1023 / whole);
        canvas.Clear();
        int half = canvas.Length / 2;
        for (int ring = 6; ring >= 0; ring--)
        {
            int risen = way - (ring * 50);
            int reach = half * (way + 120) / 1143 * (ring + 1) / 7;
            int level = risen * 255 / 720;
            if (risen > 0)
            {
                int colour = risen >> 2;
                canvas.Fill(half - reach, reach * 2, colour > 255 ? 255 : colour, level > 255 ? 255 : level);
            }
        }
    }
}
