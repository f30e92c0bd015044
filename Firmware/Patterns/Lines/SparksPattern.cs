using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Every onset throws a handful of sparks, as bright as it is strong, that fade one by one.</summary>
public sealed class SparksPattern : Pattern
{
    private const int Sparks = 20;

    // From the colour of one to that of the next.
    private const int Step = 5;

    private readonly Dice _dice = new Dice();
    private readonly Specks _sparks = new Specks(Sparks);
    private int _next;
    private int _colour;

    public override string Name => "sparks";

    public override string Description => "Every onset throws a handful of sparks";

    public override string Parameters => "count 1 20 10, fade 10 255 50, width 1 4 2";

    public override void Reset()
    {
        _dice.Restart();
        _sparks.Reset();
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        if (audio.Onset)
        {
            Throw(canvas, Flash(audio) << 8);
        }

        // Each fades at its own speed, so that they do not go out together.
        _sparks.Draw(canvas, Settings[2], 0, elapsedMs * Settings[1], elapsedMs * 2);
    }

    private void Throw(Canvas canvas, int level)
    {
        Dice dice = _dice;
        Specks sparks = _sparks;
        int[] places = sparks.Places;
        int[] levels = sparks.Levels;
        int length = canvas.Length;
        int next = _next;
        for (int left = Settings[0]; left > 0; left--)
        {
            next = next == Sparks - 1 ? 0 : next + 1;
            places[next] = dice.Below(length);
            levels[next] = level;
        }

        _next = next;
        sparks.Move();
        _colour += 61;
        sparks.Dye(_colour, Step);
    }
}
