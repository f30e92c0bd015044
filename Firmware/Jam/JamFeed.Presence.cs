namespace NanoFirmware.Jam;

/// <content>Who is there, whose time holds, and whether all have the same: what a shared network needs beside news.</content>
internal sealed partial class JamFeed
{
    private const int HelloAgainMs = 400;
    private const int WantsAnswer = 1;
    private const int KnowsRuns = 2;

    private int _byeSum;
    private int _hellosLeft;
    private int _helloMs;
    private bool _wantsAnswer;
    private int _keptMs;
    private int _editedMs;
    private int _digestsLeft;
    private int _askOf;
    private int _asksLeft;
    private int _askedMs;
    private int _pingedMs;
    private int _searchPings;
    private int _pongTo;
    private int _pongSentUs;
    private int _pongHeardUs;

    /// <summary>A room was entered, or left; or a connection is new.</summary>
    /// <param name="nowMs">The clock.</param>
    /// <param name="leftSum">Checksum of the room that was left, which is told; 0 for none.</param>
    public void Begin(int nowMs, int leftSum)
    {
        _byeSum = leftSum;
        _cursor = _session.Log.Count;
        _snapshotCell = None;
        _hellosLeft = 3;
        _helloMs = nowMs - HelloAgainMs;
        _wantsAnswer = true;
        _keptMs = nowMs;
        _digestsLeft = 0;
        _asksLeft = 0;
        _searchPings = 0;
    }
}
