using NanoFirmware.Documents;

namespace NanoFirmware.Web;

/// <content>Keys, wishes, and changes of the state.</content>
internal sealed partial class SocketCommands
{
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
}
