using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Northern lights: soft veils drift over each other and breathe.</summary>
public sealed class AuroraPattern : Pattern
{
    private const int Veils = 9;

    // How fast each veil drifts.
    private static readonly byte[] Paces = { 3, 8, 5, 10, 7, 4, 9, 6, 3 };

    private readonly Ground _ground = new Ground();
    private readonly int[] _phases = new int[Veils];

    public override string Name => "aurora";

    public override string Description => "Soft veils of light drift and breathe";

    public override bool Audio => false;

    public override bool UsesGlows => true;

    public override string Parameters => "ground 0 120 50, veils 3 9 9";

    public override void Reset()
    {
        for (int i = 0; i < Veils; i++)
        {
            _phases[i] = i * 17000;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        byte[] sine = Curves.Sine;
        canvas.Cover(_ground, 40, Settings[0]);
        int reach = canvas.Length + 16;
        int veils = Settings[1];
        int[] phases = _phases;
        byte[] paces = Paces;
        for (int i = 0; i < veils; i++)
        {
            int phase = phases[i] + (elapsedMs * paces[i]);
            phases[i] = phase;
            phase >>= 8;
            int place = (sine[phase & 255] * reach >> 8) - 8;
            int size = 8 + (sine[(phase * 3 + (i * 40)) & 255] >> 5);
            canvas.Light(place, (i * 28) + (phase >> 1), size);
        }
    }
}
