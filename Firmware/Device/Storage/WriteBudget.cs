namespace NanoFirmware.Storage;

/// <summary>
/// How often something may be written to flash, which wears: so many times in a row as somebody does who tries things out, and
/// from then on once a minute. A program in a loop does not get further.
/// </summary>
internal sealed class WriteBudget
{
    private const int RefillMs = 60000;

    private readonly int _most;
    private int _left;
    private long _refilledMs;

    /// <param name="most">Writes in a row.</param>
    public WriteBudget(int most)
    {
        _most = most;
        _left = most;
    }

    /// <summary>Takes one write; false when there is none left.</summary>
    /// <param name="nowMs">Time since start.</param>
    public bool TryTake(long nowMs)
    {
        if (!HasAny(nowMs))
        {
            return false;
        }

        _left--;
        return true;
    }

    /// <summary>Gives back one that was taken and turned out to write nothing.</summary>
    public void GiveBack() => _left = _left < _most ? _left + 1 : _most;

    /// <summary>Whether one is left.</summary>
    public bool HasAny(long nowMs)
    {
        long refills = (nowMs - _refilledMs) / RefillMs;
        if (refills > 0)
        {
            long left = _left + refills;
            _left = left < _most ? (int)left : _most;
            _refilledMs += refills * RefillMs;
        }

        if (_left == _most)
        {
            _refilledMs = nowMs;
        }

        return _left > 0;
    }

    /// <summary>Seconds until the next one, after <see cref="HasAny"/>.</summary>
    public int WaitS(long nowMs) => _left > 0 ? 0 : (int)((_refilledMs + RefillMs - nowMs + 999) / 1000);
}
