namespace NanoFirmware.Sensors;

/// <summary>A minute of a sensor, one point a hop: the signal's highest, its outline, and what happened.</summary>
internal sealed class SignalHistory
{
    /// <summary>A minute of hops.</summary>
    public const int Points = 60 * Board.FrameRateHz;

    /// <summary>The outline stood at the threshold or above it.</summary>
    public const int AboveFlag = 1;

    /// <summary>There was a peak.</summary>
    public const int PeakFlag = 2;

    /// <summary>A pulse began.</summary>
    public const int PulseFlag = 4;

    private readonly short[] _signals = new short[Points];
    private readonly short[] _envelopes = new short[Points];
    private readonly byte[] _flags = new byte[Points];

    /// <summary>Points that were noted since the beginning; the newest has this number.</summary>
    public int Sequence;

    /// <summary>Number of the oldest point that is still there.</summary>
    public int Oldest => Sequence > Points ? Sequence - Points + 1 : 1;

    /// <summary>Notes one point.</summary>
    public void Add(int signal, int envelope, int flags)
    {
        int at = Sequence % Points;
        _signals[at] = (short)signal;
        _envelopes[at] = (short)envelope;
        _flags[at] = (byte)flags;
        Sequence++;
    }

    /// <summary>Signal of the point with that number, from 1 on.</summary>
    public int SignalAt(int sequence) => _signals[(sequence - 1) % Points];

    /// <summary>Its outline.</summary>
    public int EnvelopeAt(int sequence) => _envelopes[(sequence - 1) % Points];

    /// <summary>What happened then.</summary>
    public int FlagsAt(int sequence) => _flags[(sequence - 1) % Points];
}
