using NanoFirmware.Audio;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>Two swells run through each other; where they meet, the colours are the palette's last.</summary>
public sealed class OceanPattern : Pattern
{
    private const int CellPixels = 6;

    // Every second cell is drawn in each frame, of a longer strip every fourth: the swells are slow.
    private const int LongStrip = 240;
    private const int UsualTurns = 2;

    private int _first;
    private int _second;
    private int _turn;
    private bool _isFresh = true;

    public override string Name => "ocean";

    public override string Description => "Two swells run through each other";

    public override bool Audio => false;

    public override bool UsesNotes => true;

    public override string Parameters => "length 4 40 13, chop 4 60 29";

    public override void Reset()
    {
        _turn = -1;
        _isFresh = true;
    }

    public override void Render(AudioSnapshot audio, int elapsedMs, Canvas canvas)
    {
        _first += elapsedMs * 17;
        _second -= elapsedMs * 11;
        byte[] sine = Curves.Sine;
        byte[] colours = canvas.Notes;
        int one = _first >> 8;
        int two = _second >> 8;
        int cells = canvas.Length / CellPixels;
        int length = Settings[0];
        int chop = Settings[1];

        int turns = canvas.Length > LongStrip ? UsualTurns * 2 : UsualTurns;
        _turn = (_turn + 1) & (turns - 1);
        one += length * _turn;
        two += chop * _turn;
        for (int i = _turn; i < cells; i += turns)
        {
            colours[i] = (byte)(((sine[one & 255] + sine[two & 255]) >> 1) | 1);
            one += turns * length;
            two += turns * chop;
        }

        // In the first frame each fills in for those up to the next.
        for (int i = 1; _isFresh && i < cells; i++)
        {
            colours[i] = colours[i & -turns];
        }

        if (_isFresh)
        {
            canvas.Cells(colours, cells, CellPixels);
            _isFresh = false;
        }
        else
        {
            canvas.SomeCells(colours, _turn, turns, cells, CellPixels);
        }

        int end = cells * CellPixels;
        canvas.Run(end, canvas.Length - end, colours[cells - 1]);
    }
}
