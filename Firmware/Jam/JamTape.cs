namespace NanoFirmware.Jam;

/// <summary>
/// What was played: how all was at the beginning, and edits and notes since, each with the frame that it was first seen in. When
/// there is no room for another, the oldest one becomes a part of the beginning.
/// </summary>
internal sealed class JamTape
{
    // So many frames are a whole number of ms: 50.
    private const int WholeFrames = 3;

    // Frame, what, value, origin.
    private const int Ints = 4;

    private readonly int[] _events;
    private readonly int _capacity;
    private int _first;

    /// <param name="capacity">Edits and notes that it keeps.</param>
    public JamTape(int capacity)
    {
        _capacity = capacity;
        _events = new int[capacity * Ints];
        TakeOver(new JamState());
    }

    /// <summary>Values of all cells at the beginning.</summary>
    public readonly int[] Start = new int[JamState.Cells];

    /// <summary>Where the loop began, in ms after the beginning; before it: less than 0.</summary>
    public int StartOriginMs;

    /// <summary>Edits and notes.</summary>
    public int Count;

    /// <summary>The frame that it begins with, and the one that it ends with.</summary>
    public int FirstFrame;
    public int LastFrame;

    /// <summary>How long it is.</summary>
    public long Ms => JamFrames.MsAt(LastFrame - FirstFrame);

    /// <summary>It begins with what there is.</summary>
    public void TakeOver(JamState state)
    {
        for (int cell = 0; cell < JamState.Cells; cell++)
        {
            Start[cell] = state.Values[cell];
        }

        StartOriginMs = state.OriginMs;
    }

    /// <summary>Adds a cell's value or, for <see cref="JamLog.Note"/>, a note and, seven bits above it, its velocity.</summary>
    public void Add(int frame, int what, int value, int originMs)
    {
        if (frame <= FirstFrame && what != JamLog.Note)
        {
            Begin(what, value, originMs);
            return;
        }

        if (Count == _capacity)
        {
            DropOldest();
        }

        int at = At(Count);
        _events[at] = frame;
        _events[at + 1] = what;
        _events[at + 2] = value;
        _events[at + 3] = originMs;
        Count++;
        LastFrame = frame > LastFrame ? frame : LastFrame;
    }

    public int Frame(int index) => _events[At(index)];

    /// <summary>A cell, or <see cref="JamLog.Note"/>.</summary>
    public int What(int index) => _events[At(index) + 1];

    public int Value(int index) => _events[At(index) + 2];

    public int OriginMs(int index) => _events[At(index) + 3];

    /// <summary>Tells all origins by another beginning of time.</summary>
    public void ShiftOrigins(int byMs)
    {
        StartOriginMs += byMs;
        for (int i = 0; i < Count; i++)
        {
            int at = At(i);
            _events[at + 3] += _events[at + 1] == JamState.TransportCell ? byMs : 0;
        }
    }

    private int At(int index) => (_first + index) % _capacity * Ints;

    private void Begin(int what, int value, int originMs)
    {
        Start[what] = value;
        StartOriginMs = what == JamState.TransportCell ? originMs : StartOriginMs;
    }

    private void DropOldest()
    {
        int what = What(0);
        if (what != JamLog.Note)
        {
            Begin(what, Value(0), OriginMs(0));
        }

        // Before it: what else came in the same frame is no part of the beginning.
        int before = Frame(0) - 1;
        FirstFrame = before > 0 ? before - (before % WholeFrames) : 0;
        _first = (_first + 1) % _capacity;
        Count--;
    }
}
