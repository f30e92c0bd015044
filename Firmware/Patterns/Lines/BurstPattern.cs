using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Every beat sends a shock wave from the middle to both ends.</summary>
public sealed class BurstPattern : Pattern
{
    private const int Waves = 4;
    private const int None = -1;

    // How far each wave has come, in 1/256 pixel.
    private readonly int[] _reach = new int[Waves];
    private readonly int[] _colours = new int[Waves];
    private int _next;

    public override string Name => "burst";

    public override string Description => "Every beat bursts from the middle to both ends";

    public override bool UsesGlows => true;

    public override string Parameters => "pace 20 255 110, tail 2 16 16, step 0 255 53";

    public override void Reset()
    {
        for (int i = 0; i < Waves; i++)
        {
            _reach[i] = None;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (IsHit(audio))
        {
            int last = _colours[_next];
            _next = (_next + 1) & (Waves - 1);
            _reach[_next] = 0;
            _colours[_next] = last + Settings[2];
        }

        canvas.Clear();
        int middle = canvas.Length / 2;
        int tail = Settings[1];
        int end = (middle + tail) << 8;
        for (int n = 1; n <= Waves; n++)
        {
            int i = (_next + n) & (Waves - 1);
            int reach = _reach[i];
            if (reach != None)
            {
                canvas.TailBehind(middle + (reach >> 8), _colours[i], tail);
                canvas.TailAhead(middle - 1 - (reach >> 8), _colours[i], tail);
                reach += Settings[0] * elapsedMs / 2;
                _reach[i] = reach < end ? reach : None;
            }
        }
    }
}
