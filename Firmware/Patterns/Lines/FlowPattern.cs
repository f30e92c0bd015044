using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>
/// The sound enters at the start of the strip and flows to its end: pitch is the place in the palette, loudness the light.
/// </summary>
public sealed class FlowPattern : ScrollingPattern
{
    private const int Bands = AudioSnapshot.BandCount;

    public override string Name => "flow";

    public override string Description => "The sound flows along the strip: pitch as colour, loudness as light";

    public override string Parameters => "pace 20 255 120, contrast 0 255 128";

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int poured = Advance(canvas, Settings[0], elapsedMs);
        if (poured == 0)
        {
            return;
        }

        byte[] bands = audio.Bands;
        int sum = 0;
        int moment = 0;
        for (int band = 0; band < Bands; band++)
        {
            // Squares: the loudest band decides the colour, not the many that are only there.
            int power = bands[band] * bands[band];
            sum += power;
            moment += power * band;
        }

        int colour = sum == 0 ? 0 : (int)((long)moment * 255 / ((long)sum * (Bands - 1)));
        int level = audio.Level;
        int square = level * level / 255;
        Pour(canvas, 0, poured, colour, level + ((square - level) * Settings[1] >> 8));
    }
}
