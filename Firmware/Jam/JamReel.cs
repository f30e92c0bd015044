namespace NanoFirmware.Jam;

/// <summary>
/// Records what is news in a jam, and replays it here: from a state of its own, so that nobody's steps in the room are touched.
/// The player follows it frame by frame and takes no lock.
/// </summary>
/// <remarks>
/// A recording begins behind a frame that was played, on a whole ms of the session: for that the player's time is put back by the
/// rest of a ms while it lasts. So each later frame is as far from the loop's origin as the same frame of a replay.
/// </remarks>
internal sealed class JamReel
{
    private readonly JamSession _session;
    private bool _isBegun;
    private long _startUs;
    private int _startMs;
    private int _frame;
    private int _next;

    public JamReel(JamSession session) => _session = session;

    /// <summary>What was recorded last; null for nothing.</summary>
    public JamTape Tape;

    public JamReelState State;

    /// <summary>What a replay plays.</summary>
    public readonly JamState Loop = new JamState();

    /// <summary>Notes of a replay that are due.</summary>
    public readonly JamNotes Notes = new JamNotes();

    /// <summary>Time since the beginning of what is replayed.</summary>
    public long SinceUs;

    /// <summary>The replay began in this frame: what sounds in it began before.</summary>
    public bool IsAtStart;

    /// <summary>What the player's time is put off by.</summary>
    public int NudgeUs;

    /// <summary>Begins a recording.</summary>
    public void Record(JamTape tape)
    {
        lock (_session.Gate)
        {
            State = JamReelState.Stopped;
            tape.TakeOver(_session.State);
            Tape = tape;
            _isBegun = false;
            _frame = -1;
            State = JamReelState.Recording;
        }
    }

    /// <summary>Replays what was recorded; false when there is nothing.</summary>
    public bool TryReplay()
    {
        lock (_session.Gate)
        {
            Stop();
            _isBegun = false;
            State = Tape == null ? JamReelState.Stopped : JamReelState.Replaying;
            return Tape != null;
        }
    }

    /// <summary>Takes what was recorded elsewhere.</summary>
    public void Put(JamTape tape)
    {
        lock (_session.Gate)
        {
            State = JamReelState.Stopped;
            Tape = tape;
        }
    }

    /// <summary>Ends what it does; true for a recording.</summary>
    public bool Stop()
    {
        lock (_session.Gate)
        {
            bool isRecorded = State == JamReelState.Recording;
            State = JamReelState.Stopped;
            if (isRecorded)
            {
                Tape.LastFrame = _frame > Tape.LastFrame ? _frame : Tape.LastFrame;
                Tape.ShiftOrigins(-_startMs);
            }

            return isRecorded;
        }
    }

    /// <summary>Records what came since an entry of the log; whoever has the session's gate calls it.</summary>
    public void Take(JamLog log, int since)
    {
        if (State != JamReelState.Recording)
        {
            return;
        }

        JamState state = _session.State;
        int frame = _frame + 1;
        for (int i = log.Has(since) ? since : log.Count - JamLog.Capacity; i < log.Count; i++)
        {
            int what = log.What(i);
            if (what == JamLog.Note)
            {
                Tape.Add(frame, what, log.NoteOf(i) | (log.VelocityOf(i) << 7), 0);
            }
            else if (what < JamState.Cells)
            {
                Tape.Add(frame, what, state.Values[what], what == JamState.TransportCell ? state.OriginMs : 0);
            }
        }
    }

    /// <summary>The player is about to play a frame: does what is due in a replay. False when there is none.</summary>
    public bool BeginFrame(long nowUs)
    {
        JamTape tape = Tape;
        if (State != JamReelState.Replaying || tape == null)
        {
            return false;
        }

        IsAtStart = !_isBegun;
        if (IsAtStart)
        {
            _isBegun = true;
            _startUs = nowUs - JamFrames.UsAt(tape.FirstFrame);
            _next = 0;
            Loop.Become(tape.Start, tape.StartOriginMs);
        }

        SinceUs = nowUs - _startUs;
        int frame = JamFrames.At(SinceUs);
        for (; !IsAtStart && _next < tape.Count && tape.Frame(_next) <= frame; _next++)
        {
            Do(tape, _next);
        }

        if (frame > tape.LastFrame)
        {
            State = JamReelState.Stopped;
        }

        return State == JamReelState.Replaying;
    }

    /// <summary>The player has played a frame: what comes from now on is seen in the next one.</summary>
    public void EndFrame(long nowUs)
    {
        if (State != JamReelState.Recording)
        {
            NudgeUs = 0;
        }
        else if (_isBegun)
        {
            _frame = JamFrames.At(nowUs - _startUs);
        }
        else
        {
            long sessionUs = _session.Clock.SessionUs(nowUs);
            NudgeUs = -(int)(sessionUs % 1000);
            _startMs = (int)(sessionUs / 1000);
            _startUs = nowUs;
            _frame = 0;
            _isBegun = true;
        }
    }

    private void Do(JamTape tape, int index)
    {
        int what = tape.What(index);
        int value = tape.Value(index);
        if (what == JamLog.Note)
        {
            Notes.Play(value & 127, value >> 7);
            return;
        }

        Loop.Values[what] = value;
        Loop.OriginMs = what == JamState.TransportCell ? tape.OriginMs(index) : Loop.OriginMs;
    }
}
