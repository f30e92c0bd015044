namespace NanoFirmware.Jam;

/// <content>An edit becomes news for all others.</content>
internal sealed partial class JamSession
{
    private void Edit(int cell, int value, int originMs, int stamp, int by, int source)
    {
        if (stamp == 0)
        {
            stamp = State.NextStamp();
            by = Id;
        }

        if (State.TryTake(cell, value, originMs, stamp, by))
        {
            Log.Add(cell, source);
        }
    }

    // What came is news since then, if anything.
    private void Spread(int before, int source, long nowUs)
    {
        if (Log.Count == before)
        {
            return;
        }

        Taken += Log.Count - before;
        Reel?.Take(Log, before);
        bool isFromHere = source == Own || source >= FirstLeaf;
        _isNew = _isNew && !isFromHere;
        for (int i = 0; i < _feedCount; i++)
        {
            _feeds[i].Edited(isFromHere, (int)(nowUs / 1000));
        }
    }
}
