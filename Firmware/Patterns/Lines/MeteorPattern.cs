using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Now and then a meteor crosses the dark.</summary>
public sealed class MeteorPattern : Pattern
{
    private const int Meteors = 4;
    private const int None = -1;

    private readonly Dice _dice = new Dice();
    private readonly int[] _places = new int[Meteors];
    private readonly int[] _speeds = new int[Meteors];
    private int _next;
    private int _dueMs;

    public override string Name => "meteor";

    public override string Description => "Now and then a meteor crosses the dark";

    public override bool Audio => false;

    public override bool UsesGlows => true;

    public override string Parameters => "pause 1 255 60, pace 20 255 90, tail 4 16 16";

    public override void Reset()
    {
        _dice.Restart();
        _dueMs = 0;
        for (int i = 0; i < Meteors; i++)
        {
            _places[i] = None;
        }
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _dueMs -= elapsedMs;
        if (_dueMs <= 0)
        {
            Launch();
        }

        canvas.Clear();
        int tail = Settings[2];
        for (int i = 0; i < Meteors; i++)
        {
            int place = _places[i];
            if (place != None)
            {
                int head = place >> 8;
                canvas.TailBehind(head, 64 * i, tail);
                canvas.Dot(head, 255);
                place += _speeds[i] * Settings[1] * elapsedMs >> 7;
                _places[i] = place >> 8 < canvas.Length + tail ? place : None;
            }
        }
    }

    // Into the next free place; while all are on their way it waits.
    private void Launch()
    {
        int carriedMs = _dueMs;
        _dueMs = 0;
        for (int i = 0; i < Meteors && _dueMs == 0; i++)
        {
            _next = (_next + 1) & (Meteors - 1);
            if (_places[_next] == None)
            {
                int pauseMs = (Settings[0] * (5 + _dice.Below(20))) + carriedMs;
                _dueMs = pauseMs > 0 ? pauseMs : 1;
                _places[_next] = 0;
                _speeds[_next] = 20 + _dice.Below(40);
            }
        }
    }
}
