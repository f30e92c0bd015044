using NanoFirmware.Control;
using NanoFirmware.Documents;
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

    public SocketCommands(Device device, SocketOut shared)
    {
        _device = device;
        _out = shared;
    }

    /// <summary>Does what a text says and puts the answer into the shared room; how many bytes that is.</summary>
    public int Answer(SocketClient client, byte[] text, int length)
    {
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

        if (problem == null)
        {
            change.Prepare();
            change.Store();
        }

        return problem;
    }

    private static long NowMs => (long)(HighResTimer.GetCurrent() / 1000);
}
