namespace NanoFirmware.Jam;

/// <content>What is to be said of ourselves, when it is time.</content>
internal sealed partial class JamFeed
{
    private const int KeepAliveMs = 60000;
    private const int AskAgainMs = 700;

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

    private int PutHello(byte[] packet, int put, long nowUs)
    {
        byte[] name = TextCode.Utf8.GetBytes(_session.Names());
        int bytes = name.Length < JamPeople.MostNameBytes ? name.Length : JamPeople.MostNameBytes;
        packet[put] = JamPacket.Hello;
        packet[put + 1] = (byte)(_wantsAnswer ? WantsAnswer | KnowsRuns : KnowsRuns);
        LittleEndian.PutInt32(packet, put + 2, _session.Clock.SessionMs(nowUs));
        packet[put + 6] = (byte)bytes;
        System.Array.Copy(name, 0, packet, put + JamPacket.HelloBytes, bytes);
        return put + JamPacket.HelloBytes + bytes;
    }
}
