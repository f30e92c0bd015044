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
    private int _hop;

    /// <summary>True from the third second of a silence until the next onset.</summary>
    public bool IsQuiet = true;

    public BeatEvidence()
    {
        for (int i = 0; i < Length; i++)
        {
            _onsets[i] = -ReachHops;
        }
    }

    /// <summary>Takes the next hop: whether it began a note, and whether it is loud enough to be shown.</summary>
    public void Follow(bool isOnset, bool isShown)
    {
        int hop = ++_hop;
        if (isOnset)
        {
            _onsets[_newest = (_newest + 1) & (Length - 1)] = hop;
            IsQuiet = false;
        }
        else if (!isShown && hop - _onsets[_newest] > QuietHops)
        {
            IsQuiet = true;
        }
    }

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
            int ago = _hop - onsets[i];
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
