namespace NanoFirmware.Web;

/// <summary>
/// When a web server that cannot be brought back is worth a restart of the device: dark strips are worse than a dead page, so in
/// the middle of a show only after a minute and a half without any answer.
/// </summary>
internal sealed class WebPatience
{
    /// <summary>Without an answer for so long the device restarts whatever it plays.</summary>
    public const int LongestMs = 90000;

    // New listeners cure what they can; where there is nothing to see they are given this many tries.
    private const int TriesInTheDark = 5;

    private int _tries;
    private int _inTheDark;
    private long _sinceMs;

    /// <summary>Somebody was answered.</summary>
    public void Answered()
    {
        _tries = 0;
        _inTheDark = 0;
    }

    /// <summary>The server is about to be started again; true when the device had better be.</summary>
    /// <param name="isDark">Nothing would be missed: silence, or the power is off.</param>
    /// <param name="nowMs">Time since start.</param>
    public bool IsOver(bool isDark, long nowMs)
    {
        _sinceMs = _tries == 0 ? nowMs : _sinceMs;
        _tries++;
        _inTheDark = isDark ? _inTheDark + 1 : 0;
        return nowMs - _sinceMs >= LongestMs || _inTheDark > TriesInTheDark;
    }
}
