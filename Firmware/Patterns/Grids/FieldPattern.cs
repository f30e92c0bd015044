namespace NanoFirmware.Rendering.Grids;

/// <summary>
/// What all patterns share in which every pixel has a phase of its own, an angle or a distance say: pixels of the same phase are
/// chained, so that a frame stores those alone that change their colour.
/// </summary>
/// <remarks>Chaining is a work of some frames: 0.8 µs of reference time a pixel.</remarks>
public abstract class FieldPattern : GridPattern
{
    /// <summary>Phases that are told apart.</summary>
    protected const int Phases = 256;

    private const int ChainedAFrame = 14;

    // Of a pixel's note: the next pixel's place and 1, and the class of its own.
    private const int PlaceBits = 12;
    private const int PlaceMask = (1 << PlaceBits) - 1;

    private readonly short[] _first = new short[Phases];
    private int _line;
    private int _along;

    public override bool UsesNotes => true;

    public override void Reset()
    {
        _line = 0;
        _along = 0;
        for (int i = 0; i < Phases; i++)
        {
            _first[i] = -1;
        }
    }

    /// <summary>A pixel's phase, 0 to 255, and its class times <see cref="Phases"/>; 0 to 3.</summary>
    /// <param name="across">From the middle to the right, in half pixels.</param>
    /// <param name="down">From the middle down, in half pixels.</param>
    protected abstract int PhaseOf(int across, int down);

    /// <summary>Called for each pixel as it is chained.</summary>
    protected virtual void Begin(Canvas canvas, int place, int phase)
    {
    }

    /// <summary>Chains some more pixels; true when all are.</summary>
    protected bool Chain(Canvas canvas)
    {
        int lines = canvas.Lines;
        byte[] notes = canvas.Notes;
        for (int i = 0; i < ChainedAFrame && _line < lines; i++)
        {
            int along = (_along * 2) - canvas.LineLength + 1;
            int line = (_line * 2) - lines + 1;
            int phase = canvas.IsByColumns ? PhaseOf(line, along) : PhaseOf(along, line);
            int place = canvas.PlaceOf(_line, _along);
            int note = (_first[phase & (Phases - 1)] + 1) | (phase / Phases << PlaceBits);
            notes[place * 2] = (byte)note;
            notes[(place * 2) + 1] = (byte)(note >> 8);
            _first[phase & (Phases - 1)] = (short)place;
            Begin(canvas, place, phase);
            _along++;
            if (_along == canvas.LineLength)
            {
                _along = 0;
                _line++;
            }
        }

        return _line == lines;
    }

    /// <summary>Stores all pixels of a phase.</summary>
    /// <param name="canvas">Where.</param>
    /// <param name="phase">0 to 255.</param>
    /// <param name="shades">The shades.</param>
    /// <param name="shade">The one of class 0.</param>
    /// <param name="pace">From there to that of the next class.</param>
    protected void Paint(Canvas canvas, int phase, byte[] shades, int shade, int pace)
    {
        byte[] notes = canvas.Notes;
        byte[] grb = canvas.Grb;
        int place = _first[phase];
        shade *= 3;
        pace *= 3;
        while (place >= 0)
        {
            int at = place * 2;
            int note = notes[at] | (notes[at + 1] << 8);
            at += place;
            int from = shade + ((note >> PlaceBits) * pace);
            grb[at] = shades[from];
            grb[at + 1] = shades[from + 1];
            grb[at + 2] = shades[from + 2];
            place = (note & PlaceMask) - 1;
        }
    }

    /// <summary>The angle in 256ths of a turn: 0 to the right, 64 down.</summary>
    protected static int Angle(int across, int down)
    {
        int x = across < 0 ? -across : across;
        int y = down < 0 ? -down : down;
        if (x + y == 0)
        {
            return 0;
        }

        // Within a sixth of a step of the arc tangent.
        int share = (x > y ? y : x) * 256 / (x > y ? x : y);
        int eighth = share * ((32 * 256) + (11 * (256 - share))) >> 16;
        int quarter = x > y ? eighth : 64 - eighth;
        int half = across < 0 ? 128 - quarter : quarter;
        return (down < 0 ? 256 - half : half) & (Phases - 1);
    }

    /// <summary>The distance in sixteenths of a pixel.</summary>
    protected static int Distance(int across, int down)
    {
        int x = across < 0 ? -across : across;
        int y = down < 0 ? -down : down;
        if (x + y == 0)
        {
            return 0;
        }

        // Within a sixteenth to begin with, and within a hundredth after one step of Newton's.
        int guess = x > y ? (x * 15 >> 1) + (y * 4) : (y * 15 >> 1) + (x * 4);
        return (guess + (((x * x) + (y * y)) * 64 / guess)) >> 1;
    }
}
