namespace NanoFirmware.Audio;

/// <summary>Remembers the last onsets: a beat that no onset falls on, or after which all is quiet, is not one to
/// follow.</summary>
public sealed class BeatEvidence
{
    // 32 onsets of the last 8 s: of sixteenths at 120 BPM the last four seconds.
    private const int Length = 32;
    private const int ReachHops = 8 * Board.FrameRateHz;

    // Half as far from a beat as an eighth note, at most 70 ms: what is heard as on it.
    private const float NearShare = 0.15f;
    private const float NearHops = 4.2f;

    // Two seconds without an onset while nothing is shown are a silence.
    private const int QuietHops = 2 * Board.FrameRateHz;

    private readonly int[] _onsets = new int[Length];
    private int _newest;

    /// <summary>Hops since the start. The tracker counts them itself: most bring nothing else, and a call is dear.</summary>
    public int Hop;

    /// <summary>True from the third second of a silence until the next onset.</summary>
    public bool IsQuiet = true;

    public BeatEvidence()
    {
        for (int i = 0; i < Length; i++)
        {
            _onsets[i] = -ReachHops;
        }
    }

    /// <summary>In this hop a note begins.</summary>
    public void AddOnset()
    {
        _newest = (_newest + 1) & (Length - 1);
        _onsets[_newest] = Hop;
        IsQuiet = false;
    }

    /// <summary>In this hop no note begins, and it is too soft to be shown.</summary>
    public void AddQuiet()
    {
        if (Hop - _onsets[_newest] > QuietHops)
        {
            IsQuiet = true;
        }
    }

    /// <summary>Whether any of them is of the last eight seconds.</summary>
    public bool IsRecent => Hop - _onsets[_newest] < ReachHops;

    /// <summary>How many of the onsets lie on beats as the clock counts them back from now.</summary>
    public int OnBeats(BeatClock clock)
    {
        float period = clock.Period;
        float near = NearShare * period;
        near = near > NearHops ? NearHops : near;
        int[] onsets = _onsets;
        int count = 0;
        for (int i = 0; i < Length; i++)
        {
            int ago = Hop - onsets[i];
            if (ago < ReachHops)
            {
                float beats = (clock.UntilBeat + ago) / period;
                float off = beats - (int)(beats + 0.5f);
                off *= off < 0f ? -period : period;
                count += off <= near ? 1 : 0;
            }
        }

        return count;
    }
}
