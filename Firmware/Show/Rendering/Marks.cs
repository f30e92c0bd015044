using System;
using System.Threading;
using NanoFirmware.Control;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// Short runs of one colour over whatever a strip shows: a drum's hit, a note, a pointer. Any thread tells them; the one that
/// draws for the
/// strip takes them over at the start of its next frame, without a lock, and alone lets them fade and paints them, the last
/// told on top.
/// </summary>
internal sealed class Marks
{
    /// <summary>How many there may be at once.</summary>
    public const int Most = 24;

    // Of each mark: what was told of it, as MarkControls numbers it; then the ms of the frames' time at which it is gone,
    // before it is taken how
    // many it has; its first byte and its bytes; and the light of its three components in the order of the wire, see MarkPainter.
    private const int EndIndex = 6;
    private const int StartIndex = 7;
    private const int BytesIndex = 8;
    private const int LightIndex = 9;

    // 0 for an opaque run of six pixels or more, which is painted at once.
    private const int KindIndex = 12;
    private const int Ints = 13;

    // A power of two, so that the counts may run over.
    private const int Places = 32;

    private readonly ColourOrder _order;
    private readonly object _telling = new object();

    // Written by those who tell, one at a time; read by the one who draws, up to the count. A mark of no pixels takes all
    // others away.
    private readonly int[] _told = new int[Places * Ints];
    private int _toldCount;

    // Written by the one who draws, always by one native copy at a time: whoever copies them all finds whole marks, up to one
    // of no pixels.
    private readonly int[] _alive = new int[(Most + 1) * Ints];
    private int _takenCount;
    private int _count;
    private int _brightestSum;
    private int _addedSum;
    private int _nowMs;

    // Palette.Scale of each level.
    private readonly ushort[] _scales = new ushort[256];

    // When the first of them is gone; none before.
    private int _firstEndMs;

    /// <param name="order">That of the strip.</param>
    public Marks(ColourOrder order)
    {
        _order = order;
        for (int level = 0; level < _scales.Length; level++)
        {
            _scales[level] = (ushort)Palette.Scale(level);
        }
    }

    /// <summary>
    /// Tells marks that appear in one frame, the next. False when so many are waiting for it that there is no room; then
    /// none was told.
    /// </summary>
    /// <param name="marks">Values of <see cref="MarkControls"/> that fit together.</param>
    /// <param name="count">How many of them.</param>
    public bool TryTell(int[][] marks, int count)
    {
        lock (_telling)
        {
            if (_toldCount - _takenCount + count > Most)
            {
                return false;
            }

            for (int i = 0; i < count; i++)
            {
                Write(marks[i], ((_toldCount + i) & (Places - 1)) * Ints);
            }

            Interlocked.Exchange(ref _toldCount, _toldCount + count);
        }

        return true;
    }

    /// <summary>Takes away all that were told before.</summary>
    public void Clear()
    {
        lock (_telling)
        {
            if (_toldCount - _takenCount < Places)
            {
                _told[((_toldCount & (Places - 1)) * Ints) + MarkControls.CountIndex] = 0;
                Interlocked.Exchange(ref _toldCount, _toldCount + 1);
            }
        }
    }

    /// <summary>A copy of what is alive.</summary>
    public MarkList List()
    {
        var alive = new int[_alive.Length];
        Array.Copy(_alive, 0, alive, 0, alive.Length);
        return new MarkList(alive, Ints, EndIndex, _nowMs);
    }

    /// <summary>A frame begins: what was there fades, and what was told comes to it.</summary>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="light">Told when the picture may become brighter or darker.</param>
    /// <returns>False when none is alive.</returns>
    public bool Advance(int elapsedMs, PictureLight light)
    {
        _nowMs += elapsedMs;
        bool areTold = _takenCount != _toldCount;
        if (!areTold && (_count == 0 || _nowMs - _firstEndMs < 0))
        {
            return _count > 0;
        }

        RemoveEnded();
        if (areTold)
        {
            Take();
        }

        AddUp();
        light.Unsettle();
        return _count > 0;
    }

    /// <summary>
    /// No pixel's bytes add up to more than this, when they do to no more than <paramref name="sum"/> without marks.
    /// </summary>
    public int Bound(int sum, PictureLight light)
    {
        int level = light.Level > light.ShownLevel ? light.Level : light.ShownLevel;
        int brightest = _brightestSum * level / 255;
        sum = (brightest > sum ? brightest : sum) + (_addedSum * level / 255);
        return sum < MarkPainter.WhiteSum ? sum : MarkPainter.WhiteSum;
    }

    /// <summary>Paints them over a picture.</summary>
    /// <param name="frame">The strip's, in the order of its wire.</param>
    /// <param name="shownLevel">The brightness of the picture, 1–255.</param>
    /// <remarks>Opaque ones are painted here: a call would cost as much as four pixels.</remarks>
    public void Paint(byte[] frame, int shownLevel)
    {
        int[] alive = _alive;
        ushort[] scales = _scales;
        int nowMs = _nowMs;
        int end = _count * Ints;
        for (int at = 0; at < end; at += Ints)
        {
            int level = alive[at + MarkControls.LevelIndex];
            int decayMs = alive[at + MarkControls.DecayIndex];
            if (decayMs > 0)
            {
                level = level * (alive[at + EndIndex] - nowMs) / decayMs;
            }

            int scale = scales[level];
            int start = alive[at + StartIndex];
            int bytes = alive[at + BytesIndex];
            if (alive[at + KindIndex] != 0)
            {
                MarkPainter.Paint(
                    frame, start, bytes, (Blend)alive[at + MarkControls.BlendIndex], alive, at + LightIndex, scale, shownLevel);
                continue;
            }

            int factor = scale * shownLevel;
            byte first = (byte)((alive[at + LightIndex] * factor) >> MarkPainter.LightBits);
            byte second = (byte)((alive[at + LightIndex + 1] * factor) >> MarkPainter.LightBits);
            byte third = (byte)((alive[at + LightIndex + 2] * factor) >> MarkPainter.LightBits);
            // Six pixels; then each copy doubles what is there.
            frame[start] = first;
            frame[start + 1] = second;
            frame[start + 2] = third;
            frame[start + 3] = first;
            frame[start + 4] = second;
            frame[start + 5] = third;
            frame[start + 6] = first;
            frame[start + 7] = second;
            frame[start + 8] = third;
            frame[start + 9] = first;
            frame[start + 10] = second;
            frame[start + 11] = third;
            frame[start + 12] = first;
            frame[start + 13] = second;
            frame[start + 14] = third;
            frame[start + 15] = first;
            frame[start + 16] = second;
            frame[start + 17] = third;
            for (int done = MarkPainter.FirstBytes; done < bytes; done += done)
            {
                int left = bytes - done;
                Array.Copy(frame, start, frame, start + done, done < left ? done : left);
            }
        }
    }

    private void Write(int[] mark, int at)
    {
        int[] told = _told;
        Array.Copy(mark, 0, told, at, mark.Length);
        told[at + EndIndex] = mark[MarkControls.DecayIndex];
        told[at + StartIndex] = mark[MarkControls.FromIndex] * 3;
        told[at + BytesIndex] = mark[MarkControls.CountIndex] * 3;
        int colour = mark[MarkControls.ColourIndex];
        bool isFilter = mark[MarkControls.BlendIndex] == (int)Blend.Multiply;
        bool isLong = told[at + BytesIndex] >= MarkPainter.FirstBytes;
        told[at + KindIndex] = isLong && mark[MarkControls.BlendIndex] == (int)Blend.Opaque ? 0 : 1;
        told[at + LightIndex + _order.Green] = MarkPainter.Light((colour >> 8) & 255, Board.WhiteGreen, isFilter);
        told[at + LightIndex + _order.Red] = MarkPainter.Light(colour >> 16, Board.WhiteRed, isFilter);
        told[at + LightIndex + _order.Blue] = MarkPainter.Light(colour & 255, Board.WhiteBlue, isFilter);
    }

    private void RemoveEnded()
    {
        for (int mark = _count - 1; mark >= 0; mark--)
        {
            int at = mark * Ints;
            if (_alive[at + MarkControls.DecayIndex] > 0 && _alive[at + EndIndex] - _nowMs <= 0)
            {
                Remove(mark);
            }
        }
    }

    private void Take()
    {
        // No more than there is room for: what is told meanwhile is the next frame's.
        for (int told = _toldCount; _takenCount != told; _takenCount++)
        {
            int at = (_takenCount & (Places - 1)) * Ints;
            if (_told[at + MarkControls.CountIndex] == 0)
            {
                _count = 0;
                Array.Clear(_alive, 0, _alive.Length);
                continue;
            }

            if (_told[at + MarkControls.LevelIndex] == 0)
            {
                continue;
            }

            if (_count == Most)
            {
                Remove(Faintest());
            }

            // Nobody else writes here before it counts as taken.
            _told[at + EndIndex] += _nowMs;
            Array.Copy(_told, at, _alive, _count * Ints, Ints);
            _count++;
        }
    }

    // The end comes down with what is above.
    private void Remove(int mark)
    {
        Array.Copy(_alive, (mark + 1) * Ints, _alive, mark * Ints, (_count - mark) * Ints);
        _count--;
    }

    // The one that would be gone first; where all stay, the first that was told.
    private int Faintest()
    {
        int faintest = 0;
        int leastMs = int.MaxValue;
        for (int mark = 0; mark < _count; mark++)
        {
            int at = mark * Ints;
            int leftMs = _alive[at + EndIndex] - _nowMs;
            if (_alive[at + MarkControls.DecayIndex] > 0 && leftMs < leastMs)
            {
                leastMs = leftMs;
                faintest = mark;
            }
        }

        return faintest;
    }

    private void AddUp()
    {
        int[] alive = _alive;
        _brightestSum = 0;
        _addedSum = 0;
        int leastMs = int.MaxValue;
        for (int at = 0; at < _count * Ints; at += Ints)
        {
            int leftMs = alive[at + EndIndex] - _nowMs;
            leastMs = alive[at + MarkControls.DecayIndex] > 0 && leftMs < leastMs ? leftMs : leastMs;
            int sum = MarkPainter.Sum(alive, at + LightIndex, alive[at + MarkControls.LevelIndex]);
            switch ((Blend)alive[at + MarkControls.BlendIndex])
            {
                case Blend.Opaque:
                case Blend.Max:
                    _brightestSum = sum > _brightestSum ? sum : _brightestSum;
                    break;
                case Blend.Add:
                case Blend.Screen:
                    _addedSum += sum;
                    break;
            }
        }

        // Where all stay, a look now and then does no harm.
        _firstEndMs = _nowMs + leastMs;
    }
}
