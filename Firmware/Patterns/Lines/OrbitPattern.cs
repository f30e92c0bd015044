using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Six moons on orbits of their own; each is as large as its part of the sound.</summary>
public sealed class OrbitPattern : Pattern
{
    private const int Moons = 6;

    private readonly int[] _phases = new int[Moons];
    private readonly int[] _levels = new int[Moons];

    public override string Name => "orbit";

    public override string Description => "Six moons circle, each as large as its part of the sound";

    public override bool UsesGlows => true;

    public override string Parameters => "size 4 16 14, fade 5 255 60";

    public override void Reset()
    {
        for (int i = 0; i < Moons; i++)
        {
            _phases[i] = i * 10000;
            _levels[i] = 0;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        byte[] sine = Curves.Sine;
        byte[] bands = audio.Bands;
        int reach = canvas.Length - 1;
        int[] levels = _levels;
        int[] phases = _phases;
        int size = Settings[0];
        int fade = Settings[1] * elapsedMs;
        int colour = 0;
        int pace = 13 * elapsedMs;
        int faster = 5 * elapsedMs;
        for (int i = 0; i < Moons; i++)
        {
            int level = bands[(i * 2) + 1] << 8;
            int held = levels[i] - fade;
            held = held < level ? level : held;
            levels[i] = held;
            int phase = (phases[i] + pace) & 0xFFFF;
            phases[i] = phase;
            canvas.Light(sine[phase >> 8] * reach / 255, colour, (held >> 8) * size / 170);
            colour += 48;
            pace += faster;
        }
    }
}
