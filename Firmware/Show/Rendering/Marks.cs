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
    // many it has; and the light of its three components in the order of the wire, see MarkRun.
    private const int EndIndex = 6;
    private const int LightIndex = 7;
    private const int Ints = 10;

    // A power of two, so that the counts may run over.
    private const int Places = 32;

    private readonly ColourOrder _order;
    private readonly object _telling = new object();

    // The same as those who are alive, to be painted.
    private readonly MarkRun[] _runs = new MarkRun[Most];

    // Written by those who tell, one at a time; read by the one who draws, up to the count. A mark of no pixels takes all
    // others away.
    private readonly int[] _told = new int[Places * Ints];
    private int _toldCount;

    // Written by the one who draws, always by one native copy at a time: whoever copies them all finds whole marks, up to one
    // of no pixels.
    private readonly int[] _alive = new int[(Most + 1) * Ints];
    private int _takenCount;
    private int _count;

    // When the first of them is gone; none before.
    private int _firstEndMs;

    /// <param name="order">That of the strip.</param>
    /// <param name="output">The strip's place among the outputs.</param>
    /// <param name="leds">Its pixels.</param>
    public Marks(ColourOrder order, int output, int leds)
    {
        _order = order;
        Cover = new MarkCover(output, leds);
        Painter = new MarkPainter(order);
        for (int i = 0; i < Most; i++)
        {
            _runs[i] = new MarkRun();
        }
    }

    /// <summary>Those that are alive, as they are painted.</summary>
    public readonly MarkPainter Painter;

    /// <summary>What is seen of them and of the picture below.</summary>
    public readonly MarkCover Cover;

    /// <summary>The bytes of no pixel of one that covers what is below add up to more than this, at full brightness.</summary>
    public int BrightestSum;

    /// <summary>The others add no more than this to any.</summary>
    public int AddedSum;

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
        return new MarkList(alive, Ints, EndIndex, Painter.NowMs);
    }

    /// <summary>A frame begins: what was there fades, and what was told comes to it.</summary>
    /// <param name="elapsedMs">Time since the last frame in ms.</param>
    /// <param name="light">Told when the picture may become brighter or darker.</param>
    /// <returns>False when none is alive.</returns>
    public bool Advance(int elapsedMs, PictureLight light)
    {
        MarkPainter painter = Painter;
        int nowMs = painter.NowMs + elapsedMs;
        painter.NowMs = nowMs;
        if (_takenCount == _toldCount && (_count == 0 || nowMs - _firstEndMs < 0))
        {
            return _count > 0;
        }

        RemoveEnded();
        Take();

        AddUp();
        Painter.Take(_runs, _count);
        Cover.Take(_runs, _count, Painter.AreOpaque);
        light.Unsettle();
        return _count > 0;
    }

    private void Write(int[] mark, int at)
    {
        int[] told = _told;
        Array.Copy(mark, 0, told, at, mark.Length);
        told[at + EndIndex] = mark[MarkControls.DecayIndex];
        int colour = mark[MarkControls.ColourIndex];
        bool isFilter = mark[MarkControls.BlendIndex] == (int)Blend.Multiply;
        told[at + LightIndex + _order.Green] = MarkRun.Light((colour >> 8) & 255, Board.WhiteGreen, isFilter);
        told[at + LightIndex + _order.Red] = MarkRun.Light(colour >> 16, Board.WhiteRed, isFilter);
        told[at + LightIndex + _order.Blue] = MarkRun.Light(colour & 255, Board.WhiteBlue, isFilter);
    }

    private void RemoveEnded()
    {
        for (int mark = _count - 1; mark >= 0; mark--)
        {
            int at = mark * Ints;
            if (_alive[at + MarkControls.DecayIndex] > 0 && _alive[at + EndIndex] - Painter.NowMs <= 0)
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
            _told[at + EndIndex] += Painter.NowMs;
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
            int leftMs = _alive[at + EndIndex] - Painter.NowMs;
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
        BrightestSum = 0;
        AddedSum = 0;
        int leastMs = int.MaxValue;
        for (int i = 0; i < _count; i++)
        {
            MarkRun run = _runs[i];
            Read(i * Ints, run);
            int leftMs = run.EndMs - Painter.NowMs;
            leastMs = run.DecayMs > 0 && leftMs < leastMs ? leftMs : leastMs;
            int sum = run.BrightestSum();
            switch (run.Blend)
            {
                case Blend.Opaque:
                case Blend.Max:
                    BrightestSum = sum > BrightestSum ? sum : BrightestSum;
                    break;
                case Blend.Add:
                case Blend.Screen:
                    AddedSum += sum;
                    break;
            }
        }

        // Where all stay, a look now and then does no harm.
        _firstEndMs = Painter.NowMs + leastMs;
    }

    private void Read(int at, MarkRun run)
    {
        int[] alive = _alive;
        run.Blend = (Blend)alive[at + MarkControls.BlendIndex];
        run.Level = alive[at + MarkControls.LevelIndex];
        run.DecayMs = alive[at + MarkControls.DecayIndex];
        run.EndMs = alive[at + EndIndex];
        run.Start = alive[at + MarkControls.FromIndex] * 3;
        run.Bytes = alive[at + MarkControls.CountIndex] * 3;
        run.First = alive[at + LightIndex];
        run.Second = alive[at + LightIndex + 1];
        run.Third = alive[at + LightIndex + 2];
    }
}
