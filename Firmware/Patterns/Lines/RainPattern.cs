using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Drops fall from the end of the strip on every bright sound and splash at its start.</summary>
public sealed class RainPattern : Pattern
{
    private const int Drops = 10;
    private const int None = int.MinValue;
    private const int SplashMs = 160;
    private const int DropDue = 2000000;

    private readonly Dice _dice = new Dice();

    // Place and speed in 1/256 pixel and pixel a second; below the start it is the time since the splash in ms.
    private readonly int[] _places = new int[Drops];
    private readonly int[] _speeds = new int[Drops];
    private readonly int[] _colours = new int[Drops];
    private int _due;
    private int _next;

    public override string Name => "rain";

    public override string Description => "Bright sounds fall as drops and splash";

    public override bool UsesGlows => true;

    public override string Parameters => "density 10 255 90, weight 20 255 110, tail 2 16 9";

    public override void Reset()
    {
        _dice.Restart();
        _due = 0;
        for (int i = 0; i < Drops; i++)
        {
            _places[i] = None;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _due += elapsedMs * (Treble(audio) + (Middle(audio) >> 1)) * Settings[0];
        if (_due > DropDue)
        {
            _due = DropDue;
            Let(canvas.Length);
        }

        canvas.Clear();
        for (int i = 0; i < Drops; i++)
        {
            if (_places[i] >= 0)
            {
                Fall(canvas, i, elapsedMs);
            }
            else if (_places[i] != None)
            {
                Splash(canvas, i, elapsedMs);
            }
        }
    }

    private void Let(int length)
    {
        // A drop takes a free place or waits for one.
        int next = _next == Drops - 1 ? 0 : _next + 1;
        if (_places[next] != None)
        {
            return;
        }

        _due = 0;
        _next = next;
        _places[_next] = (length - 1) << 8;
        _speeds[_next] = 30 + _dice.Below(60);
        _colours[_next] = _dice.Below(256);
    }

    private void Fall(Canvas canvas, int drop, int elapsedMs)
    {
        canvas.TailAhead(_places[drop] >> 8, _colours[drop], Settings[2]);
        _speeds[drop] += Settings[1] * elapsedMs / 512;
        int place = _places[drop] - (_speeds[drop] * elapsedMs / 4);
        _places[drop] = place < 0 ? -1 : place;
    }

    private void Splash(Canvas canvas, int drop, int elapsedMs)
    {
        int ms = -_places[drop];
        canvas.Light(0, _colours[drop], Palette.GlowRadius * (SplashMs - ms) / SplashMs);
        ms += elapsedMs;
        _places[drop] = ms < SplashMs ? -ms : None;
    }
}
