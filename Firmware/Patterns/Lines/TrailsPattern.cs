using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Four runners, one for each quarter of the spectrum: the louder it is, the faster and brighter its runner.</summary>
public sealed class TrailsPattern : Pattern
{
    private const int Runners = 4;

    private readonly int[] _places = new int[Runners];
    private readonly int[] _energies = new int[Runners];

    public override string Name => "trails";

    public override string Description => "Four runners driven by the energy of bass to treble";

    public override bool UsesGlows => true;

    public override string Parameters => "pace 10 255 110, tail 2 16 16";

    public override void Reset()
    {
        for (int i = 0; i < Runners; i++)
        {
            _places[i] = i * 2000;
            _energies[i] = 0;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        byte[] bands = audio.Bands;
        int lap = (canvas.Length + Palette.GlowRadius) << 8;
        for (int i = 0; i < Runners; i++)
        {
            int level = (bands[i * 4] + bands[(i * 4) + 1] + bands[(i * 4) + 2] + bands[(i * 4) + 3]) << 6;
            int energy = _energies[i] - (60 * elapsedMs);
            energy = energy < level ? level : energy;
            _energies[i] = energy;

            int place = (_places[i] + ((energy >> 8) * Settings[0] * elapsedMs >> 9)) % lap;
            _places[i] = place;
            int size = (energy * Settings[1]) / (200 << 8);
            canvas.TailBehind(place >> 8, i * 72, size > Palette.GlowRadius ? Palette.GlowRadius : size);
        }
    }
}
