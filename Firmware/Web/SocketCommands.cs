using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Jam;
using NanoFirmware.Sensors;
using NanoFirmware.Storage;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// What clients of the socket say in texts: what they want to be sent, their key, and changes as <c>POST /api/state</c> takes
/// them. Each text gets one answer: <c>{"ok":true}</c>, or <c>{"error": …}</c> and nothing changed.
/// </summary>
internal sealed class SocketCommands
{
    private readonly Device _device;
    private readonly SocketOut _out;
    private readonly JsonReader _json = new JsonReader();
    private readonly JamDoor _jams;
    private JamReader _jamReader;

    public SocketCommands(Device device, SocketOut shared, JamDoor jams)
    {
        _jams = jams;
        _device = device;
        _out = shared;
    }

    /// <summary>What clients may listen to.</summary>
    public SensorSet Sensors => _device.Sensors;

    /// <summary>Does what a text says and puts the answer into the shared room; how many bytes that is.</summary>
    public int Answer(SocketClient client, byte[] text, int length)
    {
        if (IsOfJam(text, length))
        {
            string problem = Refuses(client) ?? Jam(client, text, length);
            return problem == null ? 0 : Say(problem);
        }

        return Say(Do(client, text, length));
    }

    /// <summary>
    /// Shows the pixels of a message, and puts an answer into the shared room if the client may not; how many bytes that is, else
    /// 0.
    /// </summary>
    public int Draw(SocketClient client, byte[] message, int length)
    {
        string refusal = Refuses(client);
        if (refusal != null)
        {
            return Say(refusal);
        }

        _device.Live.Take(client, message, length, (int)NowMs);
        return 0;
    }

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

    private int Say(string problem)
    {
        var answer = new JsonWriter(_out.Bytes, SocketFrame.HeaderRoom);
        answer.BeginObject();
        if (problem == null)
        {
            answer.Field("ok", true);
        }
        else
        {
            answer.Field("error", problem);
        }

        answer.EndObject();
        return answer.Length;
    }

    private string Do(SocketClient client, byte[] text, int length)
    {
        JsonReader json = _json;
        json.Begin(text, length);
        string problem = json.EnterBody();
        if (problem != null)
        {
            return problem;
        }

        string first = FirstName(json);
        if (first == "key")
        {
            return Unlock(client, json);
        }

        if (first != null && client.Wishes.IndexOf(first) >= 0)
        {
            return Wish(client, text, length);
        }

        return Refuses(client) ?? _device.State.Read(text, 0, length);
    }

    private string Refuses(SocketClient client)
    {
        bool isLocked = !client.IsUnlocked && _device.Lock.Refuses(null, NowMs) != null;
        return isLocked ? "the device is locked: send {\"key\": …} first" : null;
    }

    private static string FirstName(JsonReader json) => json.Next() == JsonToken.Name ? json.Text : null;

    private string Unlock(SocketClient client, JsonReader json)
    {
        string key = json.Next() == JsonToken.Text ? json.Text : null;
        if (key == null || json.Next() != JsonToken.EndObject || json.Next() != JsonToken.End)
        {
            return "a key is a text, alone in its message";
        }

        string refusal = _device.Lock.Refuses(key, NowMs);
        client.IsUnlocked = client.IsUnlocked || refusal == null;
        return refusal;
    }

    private string Wish(SocketClient client, byte[] text, int length)
    {
        var change = new ControlsChange(client.Wishes, null);
        JsonReader json = _json;
        json.Begin(text, length);
        string problem = json.EnterBody();
        problem = problem ?? change.Read(json, -1);
        if (problem == null && json.Next() != JsonToken.End)
        {
            problem = json.Problem;
        }

        problem = problem ?? change.Conflict();
        if (problem == null)
        {
            Sensors.Listeners -= client.Wishes.SensorBits != 0 ? 1 : 0;
            change.Prepare();
            change.Store();
            Sensors.Listeners += client.Wishes.SensorBits != 0 ? 1 : 0;
        }

        return problem;
    }

    private static long NowUs => (long)HighResTimer.GetCurrent();

    private static long NowMs => (long)(HighResTimer.GetCurrent() / 1000);
}
