using System;
using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>
/// Paints marks over a picture, the last on top. Opaque runs are painted here, a call for each would cost as much as four pixels;
/// what is seen of them is added up where somebody wants to know it.
/// </summary>
internal sealed class MarkPainter
{
    /// <summary>What a white pixel's bytes add up to.</summary>
    public const int WhiteSum = 3 * 255;

    // Six pixels, to which the others are copied; a run of up to 24 is put together in a place of its own, where each look at a
    // byte takes two thirds of the time.
    private const int FirstBytes = 18;
    private const int SecondBytes = FirstBytes * 2;
    private const int MostBytes = FirstBytes * 4;

    private readonly ColourOrder _order;

    private MarkRun _first;
    private readonly byte[] _run = new byte[MostBytes];

    // Palette.Scale of each level.
    private readonly ushort[] _scales = new ushort[256];

    /// <param name="order">That of the strip.</param>
    public MarkPainter(ColourOrder order)
    {
        _order = order;
        for (int level = 0; level < _scales.Length; level++)
        {
            _scales[level] = (ushort)Palette.Scale(level);
        }
    }

    /// <summary>All that are painted are opaque.</summary>
    public bool AreOpaque;

    /// <summary>The frames' time.</summary>
    public int NowMs;

    /// <summary>Takes over what is to be painted from now on.</summary>
    /// <param name="marks">The last lies on top.</param>
    /// <param name="count">How many of them.</param>
    public void Take(MarkRun[] marks, int count)
    {
        AreOpaque = true;
        _first = null;
        for (int i = count - 1; i >= 0; i--)
        {
            MarkRun mark = marks[i];
            mark.Next = _first;
            _first = mark;
            AreOpaque = AreOpaque && mark.Blend == Blend.Opaque;
        }
    }

    /// <summary>Paints them over a picture.</summary>
    /// <param name="frame">The strip's, in the order of its wire.</param>
    /// <param name="shownLevel">The brightness of the picture, 1–255.</param>
    /// <param name="sums">
    /// What is seen of the picture below adds up to, where <see cref="MarkCover"/> told what that is; gets what marks add to it.
    /// Else null.
    /// </param>
    public void Paint(byte[] frame, int shownLevel, FrameSums sums)
    {
        ushort[] scales = _scales;
        byte[] run = _run;
        int nowMs = NowMs;
        bool areOpaque = AreOpaque;
        int ones = 0;
        int twos = 0;
        int threes = 0;
        for (MarkRun mark = _first; mark != null; mark = mark.Next)
        {
            int decayMs = mark.DecayMs;
            int level = decayMs > 0 ? mark.Level * (mark.EndMs - nowMs) / decayMs : mark.Level;
            if (!areOpaque && mark.Blend != Blend.Opaque)
            {
                MarkBlender.Paint(frame, mark, scales[level], shownLevel);
                continue;
            }

            int factor = scales[level] * shownLevel;
            byte one = (byte)((mark.First * factor) >> MarkRun.LightBits);
            byte two = (byte)((mark.Second * factor) >> MarkRun.LightBits);
            byte three = (byte)((mark.Third * factor) >> MarkRun.LightBits);
            if (sums != null)
            {
                int seen = mark.Seen;
                ones += one * seen;
                twos += two * seen;
                threes += three * seen;
            }

            run[0] = one;
            run[1] = two;
            run[2] = three;
            run[3] = one;
            run[4] = two;
            run[5] = three;
            run[6] = one;
            run[7] = two;
            run[8] = three;
            run[9] = one;
            run[10] = two;
            run[11] = three;
            run[12] = one;
            run[13] = two;
            run[14] = three;
            run[15] = one;
            run[16] = two;
            run[17] = three;
            int bytes = mark.Bytes;
            if (bytes > FirstBytes)
            {
                Array.Copy(run, 0, run, FirstBytes, FirstBytes);
                if (bytes > SecondBytes)
                {
                    Array.Copy(run, 0, run, SecondBytes, SecondBytes);
                }
            }

            if (bytes > MostBytes)
            {
                Lengthen(frame, mark.Start, bytes);
                continue;
            }

            Array.Copy(run, 0, frame, mark.Start, bytes);
        }

        if (sums != null)
        {
            sums.Add(_order, ones, twos, threes);
        }
    }

    // Of a longer one each copy doubles what is there.
    private void Lengthen(byte[] frame, int at, int bytes)
    {
        Array.Copy(_run, 0, frame, at, MostBytes);
        for (int done = MostBytes; done < bytes; done += done)
        {
            int left = bytes - done;
            Array.Copy(frame, at, frame, at + done, done < left ? done : left);
        }
    }
}
