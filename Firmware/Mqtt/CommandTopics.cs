using System;
using NanoFirmware.Documents;
using NanoFirmware.Network;
using NanoFirmware.Storage;

namespace NanoFirmware.Mqtt;

/// <summary>What others may tell this device by a broker: the documents of the REST API, Home Assistant's, presets.</summary>
internal sealed class CommandTopics
{
    private const int MostBytes = 2048;
    private const string HomePart = "ha/";
    private const string PresetPart = "preset";

    private readonly Device _device;
    private readonly MqttTopics _topics;

    public CommandTopics(Device device, MqttTopics topics)
    {
        _device = device;
        _topics = topics;
    }

    /// <summary>Home Assistant has begun anew and wants to be told all again.</summary>
    public bool IsHomeNew;

    /// <summary>Does what a message says; what is wrong with it, or null.</summary>
    /// <param name="topic">Where it came.</param>
    /// <param name="message">What it says.</param>
    /// <param name="fleet">The topic of the fleet that the device follows.</param>
    /// <param name="mayControl">Whether the broker asked who the device is: one that lets everybody in tells it nothing.</param>
    public string Take(string topic, byte[] message, string fleet, bool mayControl)
    {
        FarRoom room = _device.FarRoom;
        if (room != null && topic == MqttTopics.Root + room.Topic)
        {
            room.Hear(message);
            return null;
        }

        if (!mayControl)
        {
            return "no control from a broker that asks for no user and password";
        }

        if (message.Length > MostBytes)
        {
            return "a command has at most 2048 bytes";
        }

        if (topic == fleet)
        {
            return TakeScene(message);
        }

        if (topic == MqttTopics.HomeStatus)
        {
            IsHomeNew = TextOf(message) == MqttTopics.Online;
            return null;
        }

        return TakeOwn(OwnPart(topic), message);
    }

    // What stands between the device's own topic and the end that takes commands; null when it is not one of those.
    private string OwnPart(string topic)
    {
        int start = _topics.Prefix.Length + 1;
        int end = topic.Length - MqttTopics.Set.Length;
        bool isOwn = end > start && topic.Substring(0, start) == _topics.Prefix + "/" && topic.Substring(end) == MqttTopics.Set;
        return isOwn ? topic.Substring(start, end - start) : null;
    }

    private string TakeOwn(string part, byte[] message)
    {
        if (part == PresetPart)
        {
            return Recall(TextOf(message));
        }

        bool isHome = part != null && part.Length > HomePart.Length && part.Substring(0, HomePart.Length) == HomePart;
        string group = isHome ? part.Substring(HomePart.Length) : part;
        if (group != "a" && group != "b" && group != "global")
        {
            return "unknown topic: use a/set, b/set, global/set, preset/set, ha/a/set, ha/b/set or ha/global/set";
        }

        return isHome ? TakeHome(group, message) : TakeGroup(group, message);
    }

    private string TakeHome(string group, byte[] message)
    {
        var json = new JsonReader();
        json.Begin(message, message.Length);
        var state = new JsonWriter(MostBytes);
        string problem = HomeLight.Translate(json, state, group);
        return problem ?? _device.State.Read(state.Bytes, 0, state.Length);
    }

    // {"a":…}: the same document as POST /api/state takes.
    private string TakeGroup(string group, byte[] message)
    {
        var json = new JsonReader();
        json.Begin(message, message.Length);
        if (!json.Skip() || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        byte[] before = TextCode.Utf8.GetBytes("{\"" + group + "\":");
        var whole = new byte[before.Length + message.Length + 1];
        Array.Copy(before, 0, whole, 0, before.Length);
        Array.Copy(message, 0, whole, before.Length, message.Length);
        whole[whole.Length - 1] = (byte)'}';
        return TakeState(whole);
    }

    private string TakeState(byte[] document)
    {
        string problem = _device.State.Read(document, 0, document.Length);
        _device.FollowLayout();
        return problem;
    }

    // {"preset":"Party"} or {"preset":3}, or what POST /api/state takes.
    private string TakeScene(byte[] message)
    {
        var json = new JsonReader();
        json.Begin(message, message.Length);
        if (json.Next() != JsonToken.BeginObject || json.Next() != JsonToken.Name || json.Text != PresetPart)
        {
            return TakeState(message);
        }

        JsonToken token = json.Next();
        string name = token == JsonToken.Integer ? json.Integer.ToString() : json.Text;
        bool isOne = (token == JsonToken.Integer || token == JsonToken.Text) && json.Next() == JsonToken.EndObject;
        return isOne ? Recall(name) : "preset must be a name, or a number from 1 to " + _device.Presets.Slots.ToString();
    }

    private string Recall(string wanted)
    {
        int slot = _device.Presets.SlotOf(wanted);
        for (int i = _device.Presets.Slots; i > 0; i--)
        {
            slot = _device.Presets.NameOf(i) == wanted ? i : slot;
        }

        return slot > 0 && _device.Presets.Recall(slot)
            ? null
            : "there is no such preset: use the name of one, or 1 to " + _device.Presets.Slots.ToString();
    }

    private static string TextOf(byte[] message) =>
        Utf8.IsValid(message, message.Length) ? TextCode.Utf8.GetString(message, 0, message.Length) : string.Empty;
}
