namespace NanoFirmware.Jam;

/// <content>Who is there, whose time holds, and whether all have the same: what a shared network needs beside news.</content>
internal sealed partial class JamFeed
{
    private const int FirstDigestMs = 1000;
    private const int SecondDigestMs = 4000;
    private const int KeepAliveMs = 60000;
    private const int SearchPingMs = 100;
    private const int MostSearchPings = 24;
    private const int HelloAgainMs = 400;
    private const int AskAgainMs = 700;
    private const int MostAsks = 5;
    private const int WantsAnswer = 1;
    private const int KnowsRuns = 2;
    private const int EchoMs = 1000;

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

    /// <summary>The device has another name, or clients of another one.</summary>
    public void Introduce()
    {
        _hellosLeft = _hellosLeft > 0 ? _hellosLeft : 1;
    }

    /// <summary>Somebody is heard whose name was lost, and who may not know of this device either.</summary>
    public void MeetStranger()
    {
        Introduce();
        _wantsAnswer = true;
    }

    /// <summary>Whether somebody else in the room introduces himself by the number that this device has.</summary>
    public bool IsTwin(byte[] packet, int at, int length, long nowUs)
    {
        bool isHello = JamPacket.IsFor(packet, at, length, _session.RoomSum, 0) && packet[at + 4] == _session.Id
            && packet[at + JamPacket.HeadBytes] == JamPacket.Hello
            && JamPacket.Length(packet, at + JamPacket.HeadBytes, at + length) > 0;
        if (!isHello)
        {
            return false;
        }

        // What this device sent itself may come back.
        int hello = at + JamPacket.HeadBytes;
        int aheadMs = JamPacket.Four(packet, hello + 2) - _session.Clock.SessionMs(nowUs);
        byte[] name = TextCode.Utf8.GetBytes(_session.Names());
        bool isOwnName = name.Length == packet[hello + 6];
        for (int i = 0; isOwnName && i < name.Length; i++)
        {
            isOwnName = name[i] == packet[hello + JamPacket.HelloBytes + i];
        }

        return !isOwnName || aheadMs > EchoMs || aheadMs < -EchoMs;
    }

    /// <summary>An edit was taken: whoever did the last one tells the digest.</summary>
    public void Edited(bool isFromHere, int nowMs)
    {
        _editedMs = nowMs;
        _digestsLeft = isFromHere && !IsLeaf ? 2 : 0;
    }

    /// <summary>Takes a message that is about no cell; false when it is none.</summary>
    public bool Hear(byte[] packet, int at, int sender, long nowUs)
    {
        switch (packet[at])
        {
            case JamPacket.Hello:
                return HearHello(packet, at, sender, nowUs);
            case JamPacket.Bye:
                if (_session.People.Remove(sender))
                {
                    _session.TellPeople();
                }

                return true;
            case JamPacket.Ping:
                HearPing(packet, at, sender, nowUs);
                return true;
            case JamPacket.Pong:
                HearPong(packet, at, sender, nowUs);
                return true;
            case JamPacket.Digest:
                HearDigest(JamPacket.Two(packet, at + 1), sender, (int)(nowUs / 1000));
                return true;
            case JamPacket.Ask:
                _snapshotCell = packet[at + 1] == _session.Id || IsLeaf ? 0 : _snapshotCell;
                return true;
            default:
                return false;
        }
    }

    private bool HearHello(byte[] packet, int at, int sender, long nowUs)
    {
        int bytes = packet[at + 6];
        if (bytes > JamPeople.MostNameBytes)
        {
            return false;
        }

        string name = bytes == 0 ? string.Empty : TextCode.Utf8.GetString(packet, at + JamPacket.HelloBytes, bytes);
        bool knowsRuns = (packet[at + 1] & KnowsRuns) != 0;
        if (IsLeaf)
        {
            Name = name;
            _knowsRuns = knowsRuns;
            _session.TellPeople();
            return true;
        }

        JamPeople people = _session.People;
        bool isStranger = !people.Knows(sender);
        bool isOther = people.Take(sender, name, knowsRuns, (int)(nowUs / 1000));
        int first = people.First(_session.Id);
        if (_session.TakesTimeOf(sender, JamPacket.Four(packet, at + 2), nowUs))
        {
            Ask(sender);
        }

        if (first == sender && isStranger)
        {
            _searchPings = 0;
            _session.Clock.Search();
        }

        if (isStranger || (packet[at + 1] & WantsAnswer) != 0)
        {
            _hellosLeft = _hellosLeft > 0 ? _hellosLeft : 1;
        }

        if (isOther)
        {
            _session.Log.Add(JamLog.People, JamSession.Own);
        }

        return true;
    }

    private void HearPing(byte[] packet, int at, int sender, long nowUs)
    {
        if (packet[at + 1] == _session.Id)
        {
            _pongTo = sender;
            _pongSentUs = JamPacket.Four(packet, at + 2);
            _pongHeardUs = (int)_session.Clock.SessionUs(nowUs);

            // Nobody may wait for news here: it is the clock.
            _sentMs = (int)(nowUs / 1000) - BatchMs;
        }
    }

    private void HearPong(byte[] packet, int at, int sender, long nowUs)
    {
        if (packet[at + 1] == _session.Id && sender == _session.People.First(_session.Id))
        {
            _session.Clock.Answered(
                JamPacket.Four(packet, at + 2), JamPacket.Four(packet, at + 6), JamPacket.Four(packet, at + 10),
                (int)_session.Clock.SessionUs(nowUs));
        }
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

    private int PutPresence(byte[] packet, int put, int end, long nowUs)
    {
        int nowMs = (int)(nowUs / 1000);
        bool isKeepAlive = nowMs - _keptMs >= KeepAliveMs;
        bool isClock = _session.People.First(_session.Id) == _session.Id;
        _keptMs = isKeepAlive ? nowMs : _keptMs;
        if (_hellosLeft > 0 && nowMs - _helloMs >= HelloAgainMs)
        {
            _hellosLeft--;
            put = PutHello(packet, put, nowUs);
            _helloMs = nowMs;
            _wantsAnswer = _wantsAnswer && _hellosLeft > 0;
        }
        else if (isKeepAlive && isClock)
        {
            put = PutHello(packet, put, nowUs);
        }

        put = isClock ? put : PutPing(packet, put, nowUs, isKeepAlive);
        put = PutPong(packet, put, nowUs);
        if (_asksLeft > 0 && nowMs - _askedMs >= AskAgainMs)
        {
            _asksLeft--;
            _askedMs = nowMs;
            packet[put] = JamPacket.Ask;
            packet[put + 1] = (byte)_askOf;
            put += 2;
        }

        return IsDigestDue(nowMs) || (isKeepAlive && _session.People.Count > 0) ? PutDigest(packet, put) : put;
    }

    private int PutBye(byte[] packet, int at, int nowMs)
    {
        packet[at + JamPacket.HeadBytes] = JamPacket.Bye;
        JamPacket.PutHead(packet, at, 0, _byeSum, _session.Id, ++_sequence, 0);
        _byeSum = 0;
        _sentMs = nowMs;
        return JamPacket.HeadBytes + 1;
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

    private int PutHello(byte[] packet, int put, long nowUs)
    {
        byte[] name = TextCode.Utf8.GetBytes(_session.Names());
        int bytes = name.Length < JamPeople.MostNameBytes ? name.Length : JamPeople.MostNameBytes;
        packet[put] = JamPacket.Hello;
        packet[put + 1] = (byte)(_wantsAnswer ? WantsAnswer | KnowsRuns : KnowsRuns);
        JamPacket.PutFour(packet, put + 2, _session.Clock.SessionMs(nowUs));
        packet[put + 6] = (byte)bytes;
        System.Array.Copy(name, 0, packet, put + JamPacket.HelloBytes, bytes);
        return put + JamPacket.HelloBytes + bytes;
    }

    private int PutPing(byte[] packet, int put, long nowUs, bool isKeepAlive)
    {
        int nowMs = (int)(nowUs / 1000);
        bool isSearching = !_session.Clock.IsSet && _searchPings < MostSearchPings && nowMs - _pingedMs >= SearchPingMs;
        if (!isSearching && !isKeepAlive)
        {
            return put;
        }

        _searchPings += isSearching ? 1 : 0;
        _pingedMs = nowMs;
        packet[put] = JamPacket.Ping;
        packet[put + 1] = (byte)_session.People.First(_session.Id);
        return JamPacket.PutFour(packet, put + 2, (int)_session.Clock.SessionUs(nowUs));
    }

    private int PutPong(byte[] packet, int put, long nowUs)
    {
        if (_pongTo == 0)
        {
            return put;
        }

        packet[put] = JamPacket.Pong;
        packet[put + 1] = (byte)_pongTo;
        JamPacket.PutFour(packet, put + 2, _pongSentUs);
        JamPacket.PutFour(packet, put + 6, _pongHeardUs);
        JamPacket.PutFour(packet, put + 10, (int)_session.Clock.SessionUs(nowUs));
        _pongTo = 0;
        return put + JamPacket.PongBytes;
    }
}
