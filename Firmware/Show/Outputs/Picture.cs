using System;

namespace NanoFirmware.Outputs;

/// <summary>What somebody else drew for an output: its pixels, and how bright they are meant.</summary>
public sealed class Picture
{
    private readonly int _from;

    /// <param name="leds">The output's pixels.</param>
    public Picture(int leds)
        : this(0, leds * 3)
    {
    }

    /// <summary>A copy of a part of another one.</summary>
    /// <param name="from">First byte of the part.</param>
    /// <param name="bytes">Its length.</param>
    public Picture(int from, int bytes)
    {
        _from = from;
        Grb = new byte[bytes];
    }

    /// <summary>3 bytes a pixel in the order of the output's wire.</summary>
    public readonly byte[] Grb;

    /// <summary>As <see cref="PictureLight"/> has them.</summary>
    public int Level;

    public int ShownLevel;

    public int BrightestSum;

    /// <summary>One more each time that something else begins to be drawn.</summary>
    public int Changes;

    /// <summary>
    /// Takes over every value of <paramref name="other"/>, and its pixels or the part of them that it is a copy of.
    /// </summary>
    public void CopyFrom(Picture other)
    {
        Array.Copy(other.Grb, _from, Grb, 0, Grb.Length);
        Level = other.Level;
        ShownLevel = other.ShownLevel;
        BrightestSum = other.BrightestSum;
        Changes = other.Changes;
    }
}
