using System;

namespace NanoFirmware.Rendering;

/// <summary>
/// Parts of a canvas of equal length, each in its colour. What they show is kept, so that a frame draws those that have changed
/// and no other: a part that fades in the dark shows the same for some frames.
/// </summary>
public sealed class Mosaic
{
    private readonly Ground _ground = new Ground();
    private readonly int[] _colours;
    private bool _isFresh = true;
    private int _version = -1;
    private bool _isUnweighed;

    // By what they were weighed, and which it was; null for all.
    private ushort[] _seen;
    private int _seenVersion;
    private int _gap;
    private int _glow;

    /// <param name="parts">How many there are.</param>
    public Mosaic(int parts)
    {
        Levels = new int[parts];
        _colours = new int[parts];
        Inks = new long[parts];
        Shown = new long[parts];
        Counts = new int[parts];
        Places = new int[parts];
        Turned = new int[parts];
        Tails = new int[parts];
        Weights = new int[parts];
    }

    /// <summary>How bright each is, in 256ths of what <see cref="Canvas.Fill"/> takes; one that is 0 is not drawn.</summary>
    public readonly int[] Levels;

    /// <summary>Their colours in full brightness, and what they show, as <see cref="Ink"/> has it.</summary>
    internal readonly long[] Inks;

    internal readonly long[] Shown;

    /// <summary>Pixels of each; its first byte in the canvas's memory, and that of its second copy.</summary>
    internal readonly int[] Counts;

    internal readonly int[] Places;

    internal readonly int[] Turned;

    /// <summary>Bytes of each behind its first six pixels, as many at most; below 0 where it has no six.</summary>
    internal readonly int[] Tails;

    /// <summary>
    /// How often each counts: its pixels, or those of both copies that are seen where something lies over them.
    /// </summary>
    internal readonly int[] Weights;

    /// <summary>What is between them, and of those that are not drawn.</summary>
    internal long Dark;

    /// <summary>What all that counts adds up to.</summary>
    internal long Sum;

    /// <summary>Some are long or short.</summary>
    internal bool IsMore;

    /// <summary>All parts dark, on a canvas that is laid out anew.</summary>
    public void Reset()
    {
        Array.Clear(Levels, 0, Levels.Length);
        _isFresh = true;
    }

    /// <summary>Gives a part its colour.</summary>
    /// <param name="part">Which one.</param>
    /// <param name="colour">As in <see cref="Canvas.Fill"/>.</param>
    /// <param name="palette">Has it.</param>
    public void Dye(int part, int colour, Palette palette)
    {
        byte[] wheel = palette.Wheel;
        int at = (colour & (Palette.Turn - 1)) * 3;
        _colours[part] = colour;
        Inks[part] = ((long)wheel[at] << Ink.First) | ((long)wheel[at + 1] << Ink.Second) | wheel[at + 2];
    }

    /// <summary>Draws a frame, added up as fills would be.</summary>
    /// <param name="canvas">Nobody else draws on it.</param>
    /// <param name="gap">Pixels at the end of each part that stay dark.</param>
    /// <param name="fade">What is taken off each level afterwards.</param>
    public void Draw(Canvas canvas, int gap, int fade)
    {
        Palette palette = canvas.Palette;
        int glow = canvas.Glow;
        bool isOther = palette.Version != _version;
        if (isOther)
        {
            _version = palette.Version;
            DyeAll(palette.Wheel);
        }

        if (_isFresh || gap != _gap || glow != _glow || (isOther && glow > 0))
        {
            Begin(canvas, gap);
        }

        ushort[] seen = canvas.Seen;
        bool isOver = seen != _seen || (seen != null && seen[seen.Length - 1] != _seenVersion);
        if (canvas.IsAsked && (isOver || _isUnweighed))
        {
            _seen = seen;
            _seenVersion = seen == null ? 0 : seen[seen.Length - 1];
            _isUnweighed = false;
            canvas.Weigh(this);
        }

        Sum = canvas.Draw(this, Sum, Dark, glow, fade);
        canvas.Tell(Sum);
    }

    private void DyeAll(byte[] wheel)
    {
        int[] colours = _colours;
        long[] inks = Inks;
        for (int i = 0; i < inks.Length; i++)
        {
            int at = (colours[i] & (Palette.Turn - 1)) * 3;
            inks[i] = ((long)wheel[at] << Ink.First) | ((long)wheel[at + 1] << Ink.Second) | wheel[at + 2];
        }
    }

    // All of it anew.
    private void Begin(Canvas canvas, int gap)
    {
        if (_isFresh || gap != _gap)
        {
            Place(canvas, gap);
        }

        _isFresh = false;
        _gap = gap;
        _glow = canvas.Glow;
        Dark = 0;
        if (_glow > 0)
        {
            canvas.Cover(_ground, Palette.Size / 2, _glow);
            Dark = Ink.Of(_ground.Bytes, 0);
        }
        else
        {
            canvas.Clear();
        }

        long[] shown = Shown;
        for (int i = 0; i < shown.Length; i++)
        {
            shown[i] = Dark;
        }

        _isUnweighed = true;
    }

    private void Place(Canvas canvas, int gap)
    {
        int parts = Levels.Length;
        int length = canvas.Length;
        int start = 0;
        IsMore = false;
        for (int i = 0, scaled = length; i < parts; i++, scaled += length)
        {
            int end = scaled / parts;
            int count = end - start - gap;
            count = count > 0 ? count : 0;
            int tail = (count * 3) - Canvas.PartBytes;
            IsMore = IsMore || tail < 0 || tail > Canvas.PartBytes;
            Tails[i] = tail < Canvas.PartBytes ? tail : Canvas.PartBytes;
            Counts[i] = count;
            Places[i] = canvas.ByteOf(start, count);
            Turned[i] = canvas.TurnedByteOf(start, count);
            start = end;
        }
    }
}
