using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>A fire that the bass blows into: flames climb from the start of the strip, and go out without it.</summary>
public sealed class FirePattern : Pattern
{
    private const int CellPixels = 5;

    // The flames are worked out 30 times a second, whatever the frame rate.
    private const int TickMs = 33;

    private readonly Dice _dice = new Dice();
    private int _dueMs;

    public override string Name => "fire";

    public override string Description => "A fire that the bass blows into";

    public override bool UsesNotes => true;

    public override string Parameters => "height 20 255 140, sparks 0 255 110";

    public override void Reset()
    {
        _dice.Restart();
        _dueMs = 0;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        int cells = canvas.Length / CellPixels;
        _dueMs += elapsedMs;
        if (_dueMs < TickMs)
        {
            // The canvas still shows it.
            return;
        }

        _dueMs = _dueMs >= 2 * TickMs ? 0 : _dueMs - TickMs;
        Burn(canvas.Notes, cells, Bass(audio));
        canvas.Clear();
        canvas.Cells(canvas.Notes, cells, CellPixels);
    }

    private void Burn(byte[] heat, int cells, int bass)
    {
        // A flame cools by the same share of its way up, however long the strip is.
        int cooling = ((280 - Settings[0]) * 3 / cells) + 1;
        int flicker = _dice.Below(256);
        int below = heat[cells - 2];
        for (int cell = cells - 1; cell > 1; cell--)
        {
            int warm = below * 5;
            below = heat[cell - 2];
            warm = ((warm + (below * 3)) >> 3) - cooling - ((flicker >> (cell & 7)) & 3);
            heat[cell] = (byte)(warm > 0 ? warm : 0);
        }

        int fuel = bass == 0 ? 0 : bass + (_dice.Below(Settings[1] + 1) * bass >> 8);
        heat[0] = (byte)(fuel > 255 ? 255 : fuel);
        heat[1] = (byte)(((heat[0] * 7) + heat[2]) >> 3);
    }
}
