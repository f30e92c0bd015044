namespace NanoFirmware.Jam;

/// <content>Ways to others: opened and closed.</content>
internal sealed partial class JamSession
{
    /// <summary>One more way to others. Null when there are too many.</summary>
    public JamFeed Open(bool isLeaf)
    {
        lock (Gate)
        {
            if (_feedCount == MostFeeds)
            {
                return null;
            }

            int source = isLeaf ? FirstLeaf : Own + 1;
            while (IsOpen(source))
            {
                source++;
            }

            var feed = new JamFeed(this, source);
            _feeds[_feedCount] = feed;
            _feedCount++;
            return feed;
        }
    }

    public void Close(JamFeed feed)
    {
        lock (Gate)
        {
            for (int i = 0; i < _feedCount; i++)
            {
                if (_feeds[i] == feed)
                {
                    _feedCount--;
                    _feeds[i] = _feeds[_feedCount];
                    _feeds[_feedCount] = null;
                }
            }

            TellPeople();
        }
    }

    private bool IsOpen(int source)
    {
        for (int i = 0; i < _feedCount; i++)
        {
            if (_feeds[i].Source == source)
            {
                return true;
            }
        }

        return false;
    }
}
