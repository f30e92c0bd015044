using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A light jumps to the next of eight places on every beat and leaves a trail of the places before.</summary>
public sealed class ChasePattern : Pattern
{
    private const int Places = 8;
    private const int Full = 255 << 8;
    private const int QuietFade = 4;

    private readonly int[] _levels = new int[Places];
    private int _place;
    private int _colour;

    public override string Name => "chase";

    public override string Description => "A block jumps to another place on every beat";

    public override string Parameters => "fade 10 255 36, stride 1 7 3";

    public override void Reset() => System.Array.Clear(_levels, 0, Places);

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (IsHit(audio))
        {
            _place = (_place + Settings[1]) & (Places - 1);
            _colour += 29;
            _levels[_place] = Full;
        }

        canvas.Clear();

        // When nothing sounds, the last places go out at once.
        int fade = audio.Level > 0 ? Settings[0] * elapsedMs : QuietFade * Settings[0] * elapsedMs;
        for (int i = 0; i < Places; i++)
        {
            int level = _levels[i] - fade;
            _levels[i] = level > 0 ? level : 0;
            if (level > 0)
            {
                int start = i * canvas.Length / Places;
                int end = (i + 1) * canvas.Length / Places;

                // It shrinks as it fades: an old place is a narrow line.
                int cut = (end - start) * (Full - level) / Full / 2;
                canvas.Fill(start + cut, end - start - (2 * cut), _colour + (i * 16), level >> 8);
            }
        }
    }
}
