using System;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

/// <summary>
/// What a pattern draws on: pixels from 0 to <see cref="Length"/> − 1, wherever they are seen. It is drawn forwards, backwards or
/// both, as the runs of a <see cref="PixelMap"/> ask, run by run: both cost a native copy or nothing, where turning a finished
/// picture round takes 10 µs of reference time. Runs that leave the canvas are cut off at its ends.
/// </summary>
public sealed partial class Canvas
{
    // On 60 adding up sparks takes 1.1 µs of reference time more than the look, on 180 it takes 1.9 less.
    private const int FewPixels = 100;

    // Where pixel 0 of the copy that runs forwards lies, and that of the one that runs backwards; −1 where there is none.
    private int _forward;
    private int _backward = -1;
    private int _pixels;
    private bool _isTwice;
    private GridPlan _grid;

    // The palette's, once a pattern that needs them is laid out.
    private byte[] _glows;

    /// <summary>A canvas drawn forwards.</summary>
    /// <param name="palette">The colours to draw with.</param>
    /// <param name="length">Its pixels; at least <see cref="PixelMap.LeastLength"/> it has in any case.</param>
    public Canvas(Palette palette, int length)
    {
        Palette = palette;
        _glows = palette.Glows;
        Length = length < PixelMap.LeastLength ? PixelMap.LeastLength : length;
        _pixels = Length;
        Grb = new byte[_pixels * 3];
    }

    /// <summary>Colours with gamma and brightness in them.</summary>
    public readonly Palette Palette;

    /// <summary>The picture: 3 bytes a pixel in the palette's order; the copy that runs forwards first.</summary>
    public byte[] Grb;

    /// <summary>
    /// Memory for the pattern in force, two bytes a pixel; cleared when it is chosen, null before one that needs it was.
    /// </summary>
    public byte[] Notes;

    /// <summary>Pixels that a pattern sees.</summary>
    public int Length;

    /// <summary>Hops from one frame of its pattern to the next.</summary>
    public int Hops = 1;

    /// <summary>True while some of the picture may be as bright as an older palette was.</summary>
    public bool IsMixed;

    /// <summary>
    /// Least level of anything drawn, 0–255: what is left of the picture in silence; see <see cref="KeepAbove"/>.
    /// </summary>
    public int Glow;

    /// <summary>
    /// What was filled since <see cref="AddUp"/>, in one copy of the picture, by place in the usual order until it is sorted.
    /// </summary>
    internal readonly FrameSums Sums = new FrameSums();

    /// <summary>True when <see cref="Sums"/> is all that a pattern has drawn; set false before each frame.</summary>
    internal bool AddsUp;

    /// <summary>
    /// Somebody is going to ask what the picture adds up to; where it fades nobody does. Set before each frame.
    /// </summary>
    internal bool IsAsked = true;

    /// <summary>
    /// How many pixels before each of the picture are seen, where something lies over it and its runs are added up as far as they
    /// are seen; null where all are. Set before each frame.
    /// </summary>
    internal ushort[] Seen;

    /// <summary>Sets <see cref="Glow"/>; soft lights and tails take it over with the palette's next work.</summary>
    public void KeepAbove(int glow)
    {
        Glow = glow;
        Palette.KeepAbove(glow);
    }

    /// <summary>Empties the canvas and lays it out as a map shows it.</summary>
    /// <param name="map">Where it is seen.</param>
    /// <param name="plan">The grid that it is part of; null for a line.</param>
    internal void Lay(PixelMap map, GridPlan plan)
    {
        _grid = plan;
        if (plan != null)
        {
            LayGrid(plan);
        }

        Length = map.Length;
        _glows = Palette.Glows;
        _forward = map.IsForward ? 0 : -1;
        _backward = map.IsBackward ? map.BackwardFrom + Length - 1 : -1;
        _pixels = map.Pixels;
        _isTwice = map.IsForward && map.IsBackward;
        if (plan != null && plan.Grb != null)
        {
            Grb = plan.Grb;
            Notes = plan.Notes;
            plan.Grb = null;
            plan.Notes = null;
        }
        else if (_pixels * 3 > Grb.Length)
        {
            Grb = new byte[_pixels * 3];
        }

        IsMixed = false;
        Array.Clear(Grb, 0, Grb.Length);
        if (Notes != null)
        {
            Array.Clear(Notes, 0, Notes.Length);
        }

        if (Glow > 0)
        {
            Clear();
        }
    }

    /// <summary>Everything dark, or as bright as <see cref="Glow"/> asks.</summary>
    public void Clear()
    {
        if (Glow == 0)
        {
            Array.Clear(Grb, 0, _pixels * 3);
        }
        else
        {
            Fill(0, Length, Palette.Size / 2, Glow);
        }
    }

    /// <summary>
    /// All in one colour, as <see cref="Fill"/> would make it: the same again is one native copy a strip, a third of the time.
    /// </summary>
    /// <param name="ground">Keeps it.</param>
    /// <param name="colour">As in <see cref="Fill"/>.</param>
    /// <param name="level">How bright to the eye, 0–255.</param>
    public void Cover(Ground ground, int colour, int level)
    {
        byte[] grb = Grb;
        level = level < Glow ? Glow : level;
        int shade = (colour << 8) | level;
        int version = Palette.Version;
        if (shade != ground.Shade || version != ground.Version)
        {
            Dye(ground, colour, level, _pixels);
            ground.Shade = shade;
            ground.Version = version;
        }

        byte[] bytes = ground.Bytes;
        int end = _pixels * 3;
        for (int at = 0; at < end; at += bytes.Length)
        {
            Array.Copy(bytes, 0, grb, at, end - at < bytes.Length ? end - at : bytes.Length);
        }
    }

    /// <summary>Gives a ground the colour that <see cref="Fill"/> would give a run of so many pixels.</summary>
    public void Dye(Ground ground, int colour, int level, int pixels)
    {
        byte[] wheel = Palette.Wheel;
        int ink = (colour & (Palette.Turn - 1)) * 3;
        int scale = Palette.Scale(level < Glow ? Glow : level);
        ground.Make((wheel[ink] * scale) >> 8, (wheel[ink + 1] * scale) >> 8, (wheel[ink + 2] * scale) >> 8, pixels);
    }

    /// <summary>A run of a ground, for a third of what <see cref="Fill"/> takes.</summary>
    /// <param name="ground">What it shows; longer than the run.</param>
    /// <param name="from">First pixel.</param>
    /// <param name="count">Pixels; what leaves the canvas is cut off.</param>
    public void Lay(Ground ground, int from, int count)
    {
        int end = from + count;
        int start = from < 0 ? 0 : from;
        end = end > Length ? Length : end;
        int bytes = (end - start) * 3;
        if (bytes <= 0)
        {
            return;
        }

        if (_forward >= 0)
        {
            Array.Copy(ground.Bytes, 0, Grb, (_forward + start) * 3, bytes);
        }

        if (_backward >= 0)
        {
            Array.Copy(ground.Bytes, 0, Grb, (_backward - end + 1) * 3, bytes);
        }
    }

    /// <summary>
    /// From now on the frame is fills alone, none over another, on a canvas that is dark or covered by them: they are added up as
    /// they are drawn, which takes 80 ns of reference time each and spares the limiter 4 µs.
    /// </summary>
    public void AddUp()
    {
        FrameSums sums = Sums;
        sums.Green = 0;
        sums.Red = 0;
        sums.Blue = 0;

        // What glows in the dark is drawn over.
        AddsUp = Glow == 0;
    }

    /// <summary>
    /// Adding up short runs is worth it: few pixels are looked at in less time, and nobody is told what a grid adds up to.
    /// </summary>
    internal bool IsWorthAddingUp => IsAsked && _grid == null && _pixels >= FewPixels;

    /// <summary>What a strip of so many pixels shows of it, where that is known and each pixel is seen once; else null.</summary>
    internal FrameSums AddedUp(int leds)
    {
        if (!AddsUp || _pixels != leds || _grid != null)
        {
            return null;
        }

        FrameSums sums = Sums;
        if (_isTwice && Seen == null)
        {
            sums.Green *= 2;
            sums.Red *= 2;
            sums.Blue *= 2;
        }

        ColourOrder order = Palette.Order;
        if (!order.IsUsual)
        {
            sums.Sort(order);
        }

        sums.IsExact = true;
        sums.IsKnown = true;
        return sums;
    }

    /// <summary>
    /// Makes <see cref="Notes"/>, where there are none or too few; called on the thread that chooses who needs them.
    /// </summary>
    internal void MakeNotes()
    {
        int bytes = Grb.Length / 3 * 2;
        if (Notes == null || Notes.Length < bytes)
        {
            Notes = new byte[bytes];
        }
    }
}
