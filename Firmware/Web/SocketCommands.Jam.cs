using NanoFirmware.Documents;
using NanoFirmware.Jam;

namespace NanoFirmware.Web;

/// <content>What a client plays.</content>
internal sealed partial class SocketCommands
{
    /// <summary>Takes a jam's packet; how many bytes the answer has that says why not, 0 for none.</summary>
    public int TakeJam(SocketClient client, byte[] packet, int length)
    {
        string refusal = Refuses(client) ?? Enter(client);
        if (refusal == null)
        {
            client.Jam.SpeaksBytes = true;
            _jams.Jam.Session.Receive(client.Jam, packet, 0, length, NowUs);
            return 0;
        }

        return Say(refusal);
    }

    /// <summary>A client that was in the jam is gone.</summary>
    public void Leave(JamFeed feed) => _jams.Jam.Session.Close(feed);

    // An object whose first name is a type, or a list of objects: nothing else here begins so.
    private bool IsOfJam(byte[] text, int length)
    {
        _json.Begin(text, length);
        JsonToken token = _json.Next();
        if (token == JsonToken.BeginArray)
        {
            return _json.Next() == JsonToken.BeginObject;
        }

        return token == JsonToken.BeginObject && FirstName(_json) == "type";
    }

    private string Jam(SocketClient client, byte[] text, int length)
    {
        _jamReader = _jamReader ?? new JamReader(_json);
        string problem = _jamReader.Read(text, 0, length) ?? Enter(client);
        if (problem != null)
        {
            return problem;
        }

        JamSession session = _jams.Jam.Session;
        if (_jamReader.Joined != null)
        {
            client.Jam.Name = _jamReader.Joined;
            session.TellPeople();
        }

        session.Do(_jamReader.Edits, client.Jam.Source, NowUs);
        return null;
    }

    private string Enter(SocketClient client)
    {
        client.Jam = client.Jam ?? _jams.Jam.Session.Open(isLeaf: true);
        return client.Jam == null ? "as many are in the jam as there may be: try again later" : null;
    }
}
