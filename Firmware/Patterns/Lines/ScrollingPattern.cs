using System;

namespace NanoFirmware.Rendering.Patterns;

/// <summary>What all patterns share that pour colour in at the start and let it run to the end.</summary>
public abstract class ScrollingPattern : Pattern
{
    // Pixels redrawn a frame after a change of colours: each costs 0.3 µs of reference time.
    private const int Redrawn = 10;

    private int _travelled;
    private int _version;
    private int _glow;
    private int _redraw;

    public override bool UsesNotes => true;

    public override void Reset()
    {
        _travelled = 0;
        _redraw = int.MaxValue;
    }

    /// <summary>Moves all on and says how many pixels there are to pour.</summary>
    protected int Advance(Canvas canvas, int pixelsPerSecond, int elapsedMs)
    {
        int length = canvas.Length;
        _travelled += pixelsPerSecond * elapsedMs;
        int poured = _travelled / 1000;
        _travelled -= poured * 1000;
        if (poured > length)
        {
            poured = length;
        }

        // Colours in the first half of the canvas's notes, levels in the second.
        byte[] notes = canvas.Notes;
        int levels = notes.Length / 2;
        Array.Copy(notes, 0, notes, poured, length - poured);
        Array.Copy(notes, levels, notes, levels + poured, length - poured);
        canvas.Scroll(poured);
        Redraw(canvas, poured);
        return poured;
    }

    /// <summary>Pours a colour into pixels that <see cref="Advance"/> made room for.</summary>
    protected static void Pour(Canvas canvas, int from, int count, int colour, int level)
    {
        byte[] notes = canvas.Notes;
        int levels = notes.Length / 2;
        for (int i = from; i < from + count; i++)
        {
            notes[i] = (byte)colour;
            notes[levels + i] = (byte)level;
        }

        canvas.Fill(from, count, colour, level);
    }

    // New colours and a new brightness reach the pixels that were poured before, some in each frame.
    private void Redraw(Canvas canvas, int poured)
    {
        if (_version != canvas.Palette.Version || _glow != canvas.Glow)
        {
            _version = canvas.Palette.Version;
            _glow = canvas.Glow;
            _redraw = 0;
        }

        canvas.IsMixed = _redraw < canvas.Length;
        if (!canvas.IsMixed)
        {
            return;
        }

        byte[] notes = canvas.Notes;
        int levels = notes.Length / 2;
        _redraw += poured;
        for (int i = 0; i < Redrawn && _redraw < canvas.Length; i++)
        {
            canvas.Pixel(_redraw, notes[_redraw], notes[levels + _redraw]);
            _redraw++;
        }
    }
}
