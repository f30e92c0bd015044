using System;

namespace NanoFirmware.Layout;

/// <summary>
/// Which pixels of a canvas's memory nobody sees, because something lies over them on the strip; so that whoever draws runs there
/// can add up what is seen of each by two looks.
/// </summary>
public sealed class PixelCover
{
    // Pieces that lie apart; those which touch are one.
    private const int Most = 24;

    // A piece is begun by so many stores, whatever its length.
    private const int Begun = 4;

    // Of each its first pixel and the one behind its last; the first comes first.
    private readonly int[] _starts = new int[Most];
    private readonly int[] _ends = new int[Most];
    private readonly ushort[] _numbers;
    private readonly int _pixels;
    private int _count;

    /// <param name="pixels">Of the memory.</param>
    public PixelCover(int pixels)
    {
        _pixels = pixels;
        Seen = new ushort[pixels + 1 + Begun];
        _numbers = new ushort[pixels + 1];
        for (int i = 0; i <= pixels; i++)
        {
            _numbers[i] = (ushort)i;
        }
    }

    /// <summary>
    /// How many pixels before each are seen, once <see cref="End"/> was called; the last number is another one each time.
    /// </summary>
    public readonly ushort[] Seen;

    /// <summary>Nothing is covered.</summary>
    public void Begin() => _count = 0;

    /// <summary>Covers a piece.</summary>
    /// <param name="start">Its first pixel.</param>
    /// <param name="end">The one behind its last.</param>
    /// <returns>Pixels of it that were not covered yet; below 0 when there is no room for it.</returns>
    public int Add(int start, int end)
    {
        int[] starts = _starts;
        int[] ends = _ends;
        int count = _count;
        int at = 0;
        while (at < count && ends[at] < start)
        {
            at++;
        }

        // What it touches becomes one with it.
        int next = at;
        int covered = 0;
        while (next < count && starts[next] <= end)
        {
            covered += ends[next] - starts[next];
            start = starts[next] < start ? starts[next] : start;
            end = ends[next] > end ? ends[next] : end;
            next++;
        }

        if (next == at && count == Most)
        {
            return -1;
        }

        if (next != at + 1)
        {
            Array.Copy(starts, next, starts, at + 1, count - next);
            Array.Copy(ends, next, ends, at + 1, count - next);
            _count = count + at + 1 - next;
        }

        starts[at] = start;
        ends[at] = end;
        return end - start - covered;
    }

    /// <summary>All is covered that was to be.</summary>
    public void End()
    {
        ushort[] seen = Seen;
        int at = 0;
        int before = 0;
        for (int i = 0; i < _count; i++)
        {
            int start = _starts[i];
            int end = _ends[i];
            Array.Copy(_numbers, before, seen, at, start - at + 1);
            before += start - at;

            // What is one too many here is written anew by what follows.
            ushort still = (ushort)before;
            seen[start + 1] = still;
            seen[start + 2] = still;
            seen[start + 3] = still;
            for (int done = Begun; done < end - start; done += done)
            {
                int left = end - start - done;
                Array.Copy(seen, start, seen, start + done, done < left ? done : left);
            }

            at = end;
        }

        Array.Copy(_numbers, before, seen, at, _pixels - at + 1);
        seen[seen.Length - 1]++;
    }
}
