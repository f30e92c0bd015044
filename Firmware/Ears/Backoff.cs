namespace NanoFirmware;

/// <summary>When to try again what failed: soon at first, then at longer and longer intervals.</summary>
internal sealed class Backoff
{
    private readonly int _firstMs;
    private readonly int _longestMs;
    private int _pauseMs;
    private long _dueMs;

    /// <param name="firstMs">Pause after the first failure, in ms.</param>
    /// <param name="longestMs">Each pause is twice as long as the one before, up to this.</param>
    public Backoff(int firstMs, int longestMs)
    {
        _firstMs = firstMs;
        _longestMs = longestMs;
    }

    /// <summary>True when it may be tried.</summary>
    public bool IsDue(long nowMs) => nowMs >= _dueMs;

    /// <summary>It was tried, in vain as far as is known. Returns the pause until it is due again, in ms.</summary>
    public int Failed(long nowMs)
    {
        int longerMs = _pauseMs == 0 ? _firstMs : 2 * _pauseMs;
        _pauseMs = longerMs > _longestMs ? _longestMs : longerMs;
        _dueMs = nowMs + _pauseMs;
        return _pauseMs;
    }

    /// <summary>It works: the next failure is the first one again.</summary>
    public void Succeeded()
    {
        _pauseMs = 0;
        _dueMs = 0;
    }
}
