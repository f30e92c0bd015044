using System;
using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Stars come and go all over the strip, each in its own time.</summary>
public sealed class TwinklePattern : Pattern
{
    private const int Stars = 14;
    private const int Unplaced = -1;

    // Where the first stars stand, in 180ths of the canvas: each 67 on from the last.
    private const int Steps = 180;
    private const int Apart = 67;

    private readonly Dice _dice = new Dice();
    private readonly int[] _places = new int[Stars];
    private readonly int[] _ages = new int[Stars];
    private readonly int[] _lives = new int[Stars];

    public override string Name => "twinkle";

    public override string Description => "Stars come and go, each in its own time";

    public override bool Audio => false;

    public override string Parameters => "stars 3 14 14, width 1 3 1, night 0 80 0";

    public override void Reset()
    {
        _dice.Restart();
        for (int i = 0; i < Stars; i++)
        {
            // Spread without dice: 42 throws would take the half of a frame.
            _lives[i] = 1000 + (i * 631 % 2500);
            _ages[i] = _lives[i] * i / Stars;
            _places[i] = Unplaced;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        canvas.Clear();
        if (Settings[2] > 0)
        {
            canvas.Fill(0, canvas.Length, 0, Settings[2]);
        }

        int stars = Settings[0];
        int width = Settings[1];
        int[] ages = _ages;
        int[] lives = _lives;
        int[] places = _places;
        for (int i = 0; i < stars; i++)
        {
            int life = lives[i];
            int age = ages[i] + elapsedMs;
            int place = places[i];
            if (age >= life)
            {
                age = 0;
                place = _dice.Below(canvas.Length);
                places[i] = place;
            }

            if (place == Unplaced)
            {
                place = i * Apart % Steps * canvas.Length / Steps;
                places[i] = place;
            }

            ages[i] = age;

            // Half a sine: from nothing to full and back.
            int rise = age * 2 * 255 / life;
            canvas.Fill(place, width, i * 14, rise < 256 ? rise : 510 - rise);
        }
    }
}
