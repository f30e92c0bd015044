namespace NanoFirmware.Jam;

/// <content>Whose time it is, asked and answered.</content>
internal sealed partial class JamFeed
{
    private const int SearchPingMs = 100;
    private const int MostSearchPings = 24;

    private void HearPing(byte[] packet, int at, int sender, long nowUs)
    {
        if (packet[at + 1] == _session.Id)
        {
            _pongTo = sender;
            _pongSentUs = LittleEndian.Int32(packet, at + 2);
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
                LittleEndian.Int32(packet, at + 2), LittleEndian.Int32(packet, at + 6), LittleEndian.Int32(packet, at + 10),
                (int)_session.Clock.SessionUs(nowUs));
        }
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
        return LittleEndian.PutInt32(packet, put + 2, (int)_session.Clock.SessionUs(nowUs));
    }

    private int PutPong(byte[] packet, int put, long nowUs)
    {
        if (_pongTo == 0)
        {
            return put;
        }

        packet[put] = JamPacket.Pong;
        packet[put + 1] = (byte)_pongTo;
        LittleEndian.PutInt32(packet, put + 2, _pongSentUs);
        LittleEndian.PutInt32(packet, put + 6, _pongHeardUs);
        LittleEndian.PutInt32(packet, put + 10, (int)_session.Clock.SessionUs(nowUs));
        _pongTo = 0;
        return put + JamPacket.PongBytes;
    }
}
