using NanoFirmware.Documents;
using NanoFirmware.Jam;
using NanoFirmware.Sensors;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Web;

/// <summary>
/// What clients of the socket say in texts: what they want to be sent, their key, and changes as <c>POST /api/state</c> takes
/// them. Each text gets one answer: <c>{"ok":true}</c>, or <c>{"error": …}</c> and nothing changed.
/// </summary>
internal sealed partial class SocketCommands
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

    private string Refuses(SocketClient client)
    {
        bool isLocked = !client.IsUnlocked && _device.Lock.Refuses(null, NowMs) != null;
        return isLocked ? "the device is locked: send {\"key\": …} first" : null;
    }

    private static string FirstName(JsonReader json) => json.Next() == JsonToken.Name ? json.Text : null;

    private static long NowUs => (long)HighResTimer.GetCurrent();

    private static long NowMs => (long)(HighResTimer.GetCurrent() / 1000);
}
