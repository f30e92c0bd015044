using NanoFirmware.Control;

namespace NanoFirmware.Rendering;

/// <summary>The marks of one moment, to be read at leisure.</summary>
internal sealed class MarkList
{
    private readonly int[] _marks;
    private readonly int _ints;
    private readonly int _endIndex;
    private readonly int _nowMs;

    /// <param name="marks">One behind the other, up to one of no pixels.</param>
    /// <param name="ints">Ints of each, which begin as <see cref="MarkControls"/> numbers them.</param>
    /// <param name="endIndex">Where among them stands when it is gone.</param>
    /// <param name="nowMs">What time it is.</param>
    public MarkList(int[] marks, int ints, int endIndex, int nowMs)
    {
        _marks = marks;
        _ints = ints;
        _endIndex = endIndex;
        _nowMs = nowMs;
        while (marks[(Count * ints) + MarkControls.CountIndex] > 0)
        {
            Count++;
        }
    }

    public readonly int Count;

    /// <summary>A value of a mark.</summary>
    public int Value(int mark, int index) => _marks[(mark * _ints) + index];

    /// <summary>Ms until it is gone; 0 for one that stays.</summary>
    public int LeftMs(int mark)
    {
        int leftMs = _marks[(mark * _ints) + _endIndex] - _nowMs;
        return Value(mark, MarkControls.DecayIndex) > 0 && leftMs > 0 ? leftMs : 0;
    }
}
