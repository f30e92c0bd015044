using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>The old colour organ: bass in the middle, voices beside it, treble at the ends.</summary>
public sealed class OrganPattern : Pattern
{
    private int _bass;
    private int _middle;
    private int _treble;

    public override string Name => "organ";

    public override string Description => "Colour organ: bass in the middle, voices beside it, treble at the ends";

    public override string Parameters => "fade 10 255 70, contrast 0 255 140";

    public override void Reset()
    {
        _bass = 0;
        _middle = 0;
        _treble = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int fade = Settings[0] * elapsedMs;
        _bass = Held(_bass - fade, Bass(audio));
        _middle = Held(_middle - fade, Middle(audio));
        _treble = Held(_treble - fade, Treble(audio));
        canvas.AddUp();
        int length = canvas.Length;
        int rim = length / 6;
        int inner = length * 3 / 8;
        canvas.Fill(0, rim, 240, Shaped(_treble));
        canvas.Fill(rim, inner - rim, 128, Shaped(_middle));
        canvas.Fill(inner, length - (2 * inner), 16, Shaped(_bass));
        canvas.Fill(length - inner, inner - rim, 128, Shaped(_middle));
        canvas.Fill(length - rim, rim, 240, Shaped(_treble));
    }

    private static int Held(int held, int level) => held < level << 8 ? level << 8 : held;

    private int Shaped(int held)
    {
        int level = held >> 8;
        return level + (((level * level / 255) - level) * Settings[1] >> 8);
    }
}
