using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Stars come and go all over the strip, each in its own time.</summary>
public sealed class TwinklePattern : Pattern
{
    private const int Stars = 14;

    // Where the first stars stand, in 180ths of the canvas: each 67 on from the last.
    private const int Steps = 180;
    private const int Apart = 67;

    // From the colour of one to that of the next.
    private const int Step = 14;

    private readonly Dice _dice = new Dice();
    private readonly Specks _stars = new Specks(Stars);
    private readonly int[] _ages = new int[Stars];
    private readonly int[] _lives = new int[Stars];

    private bool _areUnplaced = true;

    public override string Name => "twinkle";

    public override string Description => "Stars come and go, each in its own time";

    public override bool Audio => false;

    public override string Parameters => "stars 3 14 14, width 1 3 1, night 0 80 0";

    public TwinklePattern()
    {
        for (int i = 0; i < Stars; i++)
        {
            _lives[i] = 1000 + (i * 631 % 2500);
        }
    }

    public override void Reset()
    {
        _dice.Restart();
        _areUnplaced = true;
        for (int i = 0; i < Stars; i++)
        {
            // Spread without dice: 42 throws would take the half of a frame.
            _ages[i] = _lives[i] * i / Stars;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        Specks stars = _stars;
        if (_areUnplaced)
        {
            Place(canvas);
        }

        int count = Settings[0];
        stars.Count = count;
        int[] levels = stars.Levels;
        int[] ages = _ages;
        int[] lives = _lives;
        for (int i = 0; i < count; i++)
        {
            int life = lives[i];
            int age = ages[i] + elapsedMs;
            if (age >= life)
            {
                age = 0;
                stars.Places[i] = _dice.Below(canvas.Length);
                stars.Move();
            }

            ages[i] = age;

            // From nothing to full and back. Even at nothing a star is drawn, over those before it.
            int rise = age * 2 * 255 / life;
            levels[i] = (rise < 256 ? rise : 510 - rise) << 8 | 1;
        }

        stars.Draw(canvas, Settings[1], Settings[2], 0, 0);
    }

    private void Place(Canvas canvas)
    {
        _areUnplaced = false;
        _stars.Reset();
        _stars.Dye(0, Step);
        int length = canvas.Length;
        for (int i = 0; i < Stars; i++)
        {
            _stars.Places[i] = i * Apart % Steps * length / Steps;
        }
    }
}
