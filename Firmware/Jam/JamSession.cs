namespace NanoFirmware.Jam;

/// <summary>
/// A jam as one device has it: the state, who else plays, the session's time. What comes by a feed is taken if it is news and
/// carried on by all others; without a room it is a jam of one. It knows no network and no clock.
/// </summary>
internal sealed partial class JamSession
{
    /// <summary>Feeds from here on end at a client; those below are networks that others share.</summary>
    public const int FirstLeaf = 16;

    /// <summary>The source of what this device does itself.</summary>
    public const int Own = 0;

    private const int MostFeeds = 8;

    private readonly JamFeed[] _feeds = new JamFeed[MostFeeds];
    private int _feedCount;
    private bool _isNew;

    /// <param name="id">1–254, another one for each device.</param>
    /// <param name="name">Shown to the others.</param>
    /// <param name="nowUs">The clock.</param>
    public JamSession(int id, string name, long nowUs)
    {
        Id = id;
        Name = name;
        Clock.Begin(nowUs);
    }

    /// <summary>Held by whoever changes something; the one who plays the loop only reads.</summary>
    public readonly object Gate = new object();

    /// <summary>1–254; another one is taken when somebody else in the room has it.</summary>
    public int Id;

    public readonly JamState State = new JamState();

    public readonly JamLog Log = new JamLog();

    public readonly JamPeople People = new JamPeople();

    public readonly JamClock Clock = new JamClock();

    /// <summary>Shown to the others.</summary>
    public string Name;

    /// <summary>Six characters; null for none.</summary>
    public string Room;

    /// <summary>The room's checksum.</summary>
    public int RoomSum;

    /// <summary>Hears the notes; null for nobody.</summary>
    public JamHearer Hearer;

    /// <summary>Records what is news; null for nobody.</summary>
    public JamReel Reel;

    /// <summary>Edits and notes that were news.</summary>
    public int Taken;

    /// <summary>Packets and messages that are none, or out of range.</summary>
    public int Refused;

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

    /// <summary>Enters a room; null leaves it.</summary>
    public void Join(string room, long nowUs)
    {
        lock (Gate)
        {
            // Another session's time begins.
            EndRecording();
            int leftSum = RoomSum;
            Room = room;
            RoomSum = room == null ? 0 : JamPacket.RoomOf(room);
            People.Clear();
            State.OriginMs -= Clock.SessionMs(nowUs);
            State.Rebase(Id);
            Clock.Begin(nowUs);
            _isNew = true;
            for (int i = 0; i < _feedCount; i++)
            {
                _feeds[i].Begin((int)(nowUs / 1000), leftSum);
            }

            TellPeople();
        }
    }

    /// <summary>What was recorded is no longer what is played.</summary>
    public void EndRecording()
    {
        if (Reel != null)
        {
            Reel.Stop();
        }
    }

    /// <summary>Time passes.</summary>
    public void Tick(long nowUs)
    {
        lock (Gate)
        {
            Clock.Drift(nowUs);
            if (People.RemoveSilent((int)(nowUs / 1000)))
            {
                TellPeople();
            }
        }
    }

    /// <summary>Does what was read, with stamps of its own where there was none.</summary>
    public void Do(JamEdits edits, int source, long nowUs)
    {
        lock (Gate)
        {
            int before = Log.Count;
            for (int i = 0; i < edits.Count; i++)
            {
                int what = edits.What(i);
                if (what >= JamEdits.TransportPart)
                {
                    DoPart(edits, i, source, nowUs);
                }
                else if (what == JamLog.Note)
                {
                    Play(edits.Value(i), source);
                }
                else
                {
                    Edit(what, edits.Value(i), edits.OriginMs(i), edits.Stamp(i), edits.By(i), source);
                }
            }

            Spread(before, source, nowUs);
        }
    }

    /// <summary>Names of the clients here and of everybody else, one by one; null for no more.</summary>
    public string Person(int index)
    {
        if (index == 0)
        {
            return Name;
        }

        index--;
        for (int i = 0; i < _feedCount; i++)
        {
            if (_feeds[i].Name != null && index-- == 0)
            {
                return _feeds[i].Name;
            }
        }

        return index < People.Count ? People.Name(index) : null;
    }

    /// <summary>What others are told that it is called: its own name, and those of its clients.</summary>
    public string Names()
    {
        string names = Name;
        for (int i = 0; i < _feedCount; i++)
        {
            names = _feeds[i].Name == null ? names : names + ", " + _feeds[i].Name;
        }

        return names.Length > JamPeople.MostNameBytes / 2 ? names.Substring(0, JamPeople.MostNameBytes / 2) : names;
    }

    /// <summary>Somebody came, went or has another name.</summary>
    public void TellPeople()
    {
        Log.Add(JamLog.People, Own);
        for (int i = 0; i < _feedCount; i++)
        {
            _feeds[i].Introduce();
        }
    }

    private void DoPart(JamEdits edits, int index, int source, long nowUs)
    {
        int one = edits.Value(index);
        int two = edits.OriginMs(index);
        int three = edits.Stamp(index);
        JamState state = State;
        if (edits.What(index) == JamEdits.ColourPart)
        {
            Edit(JamState.ColourCell, state.ColoursWith(one, two, three), 0, 0, 0, source);
            return;
        }

        int transport = state.TransportWith(one, two, three);
        int originMs = JamTime.OriginMs(state, (transport & 1) != 0, transport >> 8, Clock.SessionMs(nowUs));
        Edit(JamState.TransportCell, transport, originMs, 0, 0, source);
    }

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

    private void Play(int note, int source)
    {
        Log.AddNote(note, source);
        JamHearer hearer = Hearer;
        if (hearer != null)
        {
            hearer.Play(note & 127, note >> 8);
        }
    }
}
