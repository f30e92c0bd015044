using System;
using NanoFirmware.Layout;

namespace NanoFirmware.Rendering;

/// <summary>
/// What a pattern draws on: pixels from 0 to <see cref="Length"/> − 1, wherever they are seen. It is drawn forwards, backwards or both,
/// as the runs of a <see cref="PixelMap"/> ask, run by run: both cost a native copy or nothing, where turning a finished picture round
/// takes 10 µs of reference time. Runs that leave the canvas are cut off at its ends.
/// </summary>
public sealed partial class Canvas
{
    // Where pixel 0 of the copy that runs forwards lies, and that of the one that runs backwards; −1 where there is none.
    private int _forward;
    private int _backward = -1;
    private int _pixels;

    /// <summary>A canvas drawn forwards.</summary>
    /// <param name="palette">The colours to draw with.</param>
    /// <param name="length">Its pixels; at least <see cref="PixelMap.LeastLength"/> it has in any case.</param>
    public Canvas(Palette palette, int length)
    {
        Palette = palette;
        Length = length < PixelMap.LeastLength ? PixelMap.LeastLength : length;
        _pixels = Length;
        MakeRoom();
    }

    /// <summary>Colours with gamma and brightness in them.</summary>
    public readonly Palette Palette;

    /// <summary>The picture: 3 bytes a pixel, green, red, blue; the copy that runs forwards first.</summary>
    public byte[] Grb;

    /// <summary>Memory for the pattern in force, two bytes a pixel; cleared when it is chosen.</summary>
    public byte[] Notes;

    /// <summary>Pixels that a pattern sees.</summary>
    public int Length;

    /// <summary>True while some of the picture may be as bright as an older palette was.</summary>
    public bool IsMixed;

    /// <summary>Least level of anything drawn, 0–255: what is left of the picture in silence; see <see cref="KeepAbove"/>.</summary>
    public int Glow;

    /// <summary>Sets <see cref="Glow"/>; soft lights and tails take it over with the palette's next work.</summary>
    public void KeepAbove(int glow)
    {
        Glow = glow;
        Palette.KeepAbove(glow);
    }

    /// <summary>Empties the canvas and lays it out as a map shows it.</summary>
    public void Lay(PixelMap map)
    {
        Length = map.Length;
        _forward = map.IsForward ? 0 : -1;
        _backward = map.IsBackward ? map.BackwardFrom + Length - 1 : -1;
        _pixels = map.Pixels;
        if (_pixels * 3 > Grb.Length)
        {
            MakeRoom();
        }

        IsMixed = false;
        Array.Clear(Grb, 0, Grb.Length);
        Array.Clear(Notes, 0, Notes.Length);
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

    private void MakeRoom()
    {
        Grb = new byte[_pixels * 3];
        Notes = new byte[_pixels * 2];
    }
}
