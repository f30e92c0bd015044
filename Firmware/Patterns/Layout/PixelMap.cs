using System;

namespace NanoFirmware.Layout;

/// <summary>
/// Where a canvas is seen: runs of its pixels on the outputs, forwards or backwards. It is compiled when a control or the layout
/// changes and stays as it is until the next change; a frame copies run by run, never pixel by pixel.
/// </summary>
/// <remarks>
/// A canvas that is seen both ways is drawn both ways, one copy behind the other, so that either run is one native copy.
/// </remarks>
public sealed class PixelMap
{
    /// <summary>
    /// Pixels that every canvas has, so that patterns may count on them: of a shorter strip's some are seen nowhere.
    /// </summary>
    public const int LeastLength = 10;

    // What more runs would show stays dark: only a picture of a few pixels on a strip of hundreds has so many.
    private const int MostRuns = 40;

    // Of each run: its first byte in the canvas's memory, its first byte in the output's frame, its bytes.
    private const int RunInts = 3;

    // Of each output: the first run behind its own, and its pixels that no run reaches.
    private readonly int[] _runs;
    private readonly int[] _end;
    private readonly int[] _dark;
    private readonly int[] _leds;
    private int _count;
    private int _fills;

    /// <param name="leds">Pixels of each output.</param>
    public PixelMap(int[] leds)
        : this(leds, RunsOfLines(leds))
    {
    }

    /// <param name="leds">Pixels of each output.</param>
    /// <param name="runs">How many runs it has room for.</param>
    public PixelMap(int[] leds, int runs)
    {
        _leds = leds;
        _end = new int[leds.Length];
        _dark = new int[leds.Length];
        _runs = new int[runs * RunInts];
    }

    private static int RunsOfLines(int[] leds)
    {
        int runs = 0;
        for (int i = 0; i < leds.Length; i++)
        {
            // The first output's picture as often as it fits, each of two directions, and one cut where the end comes in at the
            // start.
            int pictures = leds[0] > 0 ? (leds[i] + leds[0] - 1) / leds[0] : 1;
            runs += (pictures * 2) + 1;
        }

        return runs < MostRuns ? runs : MostRuns;
    }

    /// <summary>Runs that it has; one pixel again and again counts as five, since it is copied by doubling.</summary>
    public int Runs => _count + (_fills * 4);

    /// <summary>Those of one output.</summary>
    public int RunsOn(int output)
    {
        int first = output > 0 ? _end[output - 1] : 0;
        int runs = _end[output] - first;
        for (int i = first; i < _end[output]; i++)
        {
            runs += _runs[(i * RunInts) + 2] < 0 ? 4 : 0;
        }

        return runs;
    }

    /// <summary>Pixels of the canvas.</summary>
    public int Length;

    /// <summary>The canvas is drawn forwards.</summary>
    public bool IsForward;

    /// <summary>It is drawn backwards, behind what is drawn forwards.</summary>
    public bool IsBackward;

    /// <summary>Pixels of the canvas's memory.</summary>
    public int Pixels => IsForward && IsBackward ? Length * 2 : Length;

    /// <summary>Pixels of the canvas's memory before the copy that runs backwards.</summary>
    public int BackwardFrom => IsForward ? Length : 0;

    /// <summary>Begins anew, for a canvas of so many pixels that is seen in these directions.</summary>
    public void Begin(int length, bool isForward, bool isBackward)
    {
        Length = length < LeastLength ? LeastLength : length;
        IsForward = isForward;
        IsBackward = isBackward;
        _count = 0;
        _fills = 0;
        for (int i = 0; i < _leds.Length; i++)
        {
            _end[i] = 0;
            _dark[i] = _leds[i];
        }
    }

    /// <summary>Shows a run; those of an output come together, and the outputs by their index.</summary>
    /// <param name="output">Which one.</param>
    /// <param name="position">Its first pixel that the run reaches.</param>
    /// <param name="canvas">The first pixel of the canvas that is shown.</param>
    /// <param name="count">Pixels; below 0 they are shown backwards, the first of them last.</param>
    public void Add(int output, int position, int canvas, int count)
    {
        int[] runs = _runs;
        int at = _count * RunInts;
        if (at == runs.Length)
        {
            return;
        }

        int from = canvas;
        if (count < 0)
        {
            from = BackwardFrom + Length - canvas + count;
            count = -count;
        }

        runs[at] = from * 3;
        runs[at + 1] = position * 3;
        runs[at + 2] = count * 3;
        _count++;
        _dark[output] -= count;

        // Outputs that get no run end here too.
        for (int i = output; i < _end.Length; i++)
        {
            _end[i] = _count;
        }
    }

    /// <summary>Shows one pixel of a canvas that is drawn forwards again and again; in its turn, as <see cref="Add"/>.</summary>
    /// <param name="output">Which one.</param>
    /// <param name="position">Its first pixel that the run reaches.</param>
    /// <param name="canvas">The pixel of the canvas.</param>
    /// <param name="count">Pixels.</param>
    public void Fill(int output, int position, int canvas, int count)
    {
        int at = _count * RunInts;
        Add(output, position, canvas, count);
        _runs[at + 2] = -count * 3;
        _fills++;
    }

    /// <summary>
    /// Copies back what an output shows, into the canvas's memory: what is seen of it nowhere stays as it is there.
    /// </summary>
    /// <param name="frame">The output's frame.</param>
    /// <param name="output">Which one.</param>
    /// <param name="grb">Gets it.</param>
    public void TakeBack(byte[] frame, int output, byte[] grb)
    {
        int end = _end[output] * RunInts;
        for (int at = output > 0 ? _end[output - 1] * RunInts : 0; at < end; at += RunInts)
        {
            Array.Copy(frame, _runs[at + 1], grb, _runs[at], _runs[at + 2]);
        }
    }

    /// <summary>Covers what an output shows of the canvas at some of its pixels.</summary>
    /// <param name="output">Which one; each of its pixels shows another one of the canvas.</param>
    /// <param name="first">First byte of these in its frame.</param>
    /// <param name="bytes">How many.</param>
    /// <param name="cover">That of the canvas's memory.</param>
    /// <returns>How many pixels were not covered yet; below 0 when there is no room for them.</returns>
    public int Cover(int output, int first, int bytes, PixelCover cover)
    {
        int[] runs = _runs;
        int last = first + bytes;
        int end = _end[output] * RunInts;
        int covered = 0;
        for (int at = output > 0 ? _end[output - 1] * RunInts : 0; at < end; at += RunInts)
        {
            int from = runs[at + 1];
            int behind = from + runs[at + 2];
            int start = from > first ? from : first;
            behind = behind < last ? behind : last;
            if (start < behind)
            {
                int moved = runs[at] - from;
                int more = cover.Add((start + moved) / 3, (behind + moved) / 3);
                if (more < 0)
                {
                    return more;
                }

                covered += more;
            }
        }

        return covered;
    }

    /// <summary>Copies what an output shows of the canvas.</summary>
    /// <param name="grb">The canvas's memory.</param>
    /// <param name="output">Which one.</param>
    /// <param name="frame">Its frame.</param>
    public void Show(byte[] grb, int output, byte[] frame)
    {
        int[] runs = _runs;
        int end = _end[output] * RunInts;
        if (_dark[output] > 0)
        {
            Array.Clear(frame, 0, frame.Length);
        }

        if (_fills > 0)
        {
            ShowWithFills(grb, output, frame);
            return;
        }

        for (int at = output > 0 ? _end[output - 1] * RunInts : 0; at < end; at += RunInts)
        {
            Array.Copy(grb, runs[at], frame, runs[at + 1], runs[at + 2]);
        }
    }

    private void ShowWithFills(byte[] grb, int output, byte[] frame)
    {
        int[] runs = _runs;
        int end = _end[output] * RunInts;
        for (int at = output > 0 ? _end[output - 1] * RunInts : 0; at < end; at += RunInts)
        {
            int from = runs[at];
            int to = runs[at + 1];
            int bytes = runs[at + 2];
            if (bytes > 0)
            {
                Array.Copy(grb, from, frame, to, bytes);
                continue;
            }

            frame[to] = grb[from];
            frame[to + 1] = grb[from + 1];
            frame[to + 2] = grb[from + 2];
            bytes = -bytes;
            for (int done = 3; done < bytes; done += done)
            {
                Array.Copy(frame, to, frame, to + done, done <= bytes - done ? done : bytes - done);
            }
        }
    }
}
