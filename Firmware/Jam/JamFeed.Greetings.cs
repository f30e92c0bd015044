namespace NanoFirmware.Jam;

/// <content>Who comes is greeted, and says whether it wants an answer.</content>
internal sealed partial class JamFeed
{
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
        if (_session.TakesTimeOf(sender, LittleEndian.Int32(packet, at + 2), nowUs))
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
}
