namespace NanoFirmware.Jam;

/// <content>Whether all have the same, and who is asked for all of it when they have not.</content>
internal sealed partial class JamFeed
{
    private const int FirstDigestMs = 1000;
    private const int SecondDigestMs = 4000;
    private const int MostAsks = 5;

    /// <summary>An edit was taken: whoever did the last one tells the digest.</summary>
    public void Edited(bool isFromHere, int nowMs)
    {
        _editedMs = nowMs;
        _digestsLeft = isFromHere && !IsLeaf ? 2 : 0;
    }

    private void HearDigest(int digest, int sender, int nowMs)
    {
        if (digest == _session.State.Digest)
        {
            _asksLeft = _askOf == sender ? 0 : _asksLeft;
            return;
        }

        // What is still on its way here, or to the others, is no difference.
        if (_cursor == _session.Log.Count)
        {
            Ask(sender);
            _editedMs = nowMs - FirstDigestMs;
            _digestsLeft = _digestsLeft > 1 ? _digestsLeft : 2;
        }
    }

    private void Ask(int whom)
    {
        if (_askOf != whom || _asksLeft == 0)
        {
            _askOf = whom;
            _asksLeft = MostAsks;
        }
    }

    private bool IsDigestDue(int nowMs)
    {
        int dueMs = _digestsLeft == 2 ? FirstDigestMs : SecondDigestMs;
        if (_digestsLeft == 0 || _session.People.Count == 0 || nowMs - _editedMs < dueMs)
        {
            return false;
        }

        _digestsLeft--;
        return true;
    }
}
