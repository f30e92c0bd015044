using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware.Mqtt;

/// <summary>
/// Tells Home Assistant what this device is, in one message or in one for each thing (MQTT discovery): three lights, selects,
/// figures, and a button for each preset.
/// </summary>
internal sealed class HomeDiscovery
{
    /// <summary>Things that are no buttons.</summary>
    public const int FirstButton = 10;

    /// <summary>Greatest message of one, without <see cref="NameBytes"/>.</summary>
    public const int MostEntityBytes = 2048;

    private const int LightMaster = 2;
    private const int PatternA = 3;
    private const int LinkSelect = 5;
    private const int PresetSelect = 6;
    private const int Bpm = 7;
    private const int Level = 8;
    private const int Current = 9;

    // Of all things with eight presets; of a button of one more, without its name.
    private const int UsualBytes = 8192;
    private const int ButtonBytes = 160;

    private const string Root = "homeassistant/";

    // No static tables, which would take their room also on a device that has no broker.
    private readonly string[] _keys =
    {
        "light_a", "light_b", "light_master", "pattern_a", "pattern_b", "link", "preset", "bpm", "level", "current",
    };

    private readonly string[] _titles =
    {
        "Strip A", "Strip B", "Both strips", "Pattern A", "Pattern B", "Link", "Preset", "Tempo", "Level", "Current",
    };

    private readonly Device _device;
    private readonly MqttTopics _topics;

    public HomeDiscovery(Device device, MqttTopics topics)
    {
        _device = device;
        _topics = topics;
    }

    /// <summary>How many things there are.</summary>
    public int Count => FirstButton + _device.Presets.Slots;

    /// <summary>Greatest message of all of them: with more than eight presets names are in a list and on buttons.</summary>
    public int MostBytes => UsualBytes + (2 * NameBytes) + ((_device.Presets.Slots - PresetStore.Few) * ButtonBytes);

    /// <summary>Another one means that what there is to tell is another too: presets, and patterns on a grid.</summary>
    public int Version => (_device.Presets.Changes * 128) + Patterns(_device.ChannelA).Length + Patterns(_device.ChannelB).Length;

    /// <summary>
    /// What the names of more than eight presets take in a list: each of their bytes escaped, two quotes, a comma.
    /// </summary>
    public int NameBytes => (_device.Presets.Slots - PresetStore.Few) * ((PresetName.MaxBytes * 2) + 3);

    /// <summary>Where the message of all things goes.</summary>
    public string DeviceTopic => Root + "device/" + _topics.Id + "/config";

    /// <summary>Where the message of one goes.</summary>
    public string EntityTopic(int thing) => Root + Platform(thing) + "/" + _topics.Id + "/" + Key(thing) + "/config";

    /// <summary>Whether there is such a thing now: buttons are for presets that are there.</summary>
    public bool IsThere(int thing)
    {
        if (thing >= FirstButton)
        {
            return _device.Presets.NameOf(thing - FirstButton + 1) != null;
        }

        bool isThere = thing != PresetSelect;
        for (int slot = 1; slot <= _device.Presets.Slots && !isThere; slot++)
        {
            isThere = _device.Presets.NameOf(slot) != null;
        }

        return isThere;
    }

    /// <summary>Writes the message of all things.</summary>
    public void WriteDevice(JsonWriter json)
    {
        json.BeginObject();
        WriteOrigin(json);
        json.Name("cmps");
        json.BeginObject();
        for (int i = 0; i < Count; i++)
        {
            json.Name(Key(i));
            json.BeginObject();
            json.Field("p", Platform(i));
            if (IsThere(i))
            {
                WriteThing(json, i);
            }

            json.EndObject();
        }

        json.EndObject();
        json.EndObject();
    }

    /// <summary>Writes the message of one.</summary>
    public void WriteEntity(JsonWriter json, int thing)
    {
        json.BeginObject();
        WriteOrigin(json);
        WriteThing(json, thing);
        json.EndObject();
    }

    private string Key(int thing) => thing < FirstButton ? _keys[thing] : "preset_" + (thing - FirstButton + 1).ToString();

    private static string Platform(int thing)
    {
        if (thing >= FirstButton)
        {
            return "button";
        }

        if (thing <= LightMaster)
        {
            return "light";
        }

        return thing <= PresetSelect ? "select" : "sensor";
    }

    // The same in every message, by which things are put together.
    private void WriteOrigin(JsonWriter json)
    {
        json.Field("avty_t", _topics.Status);
        json.Name("dev");
        json.BeginObject();
        json.Name("ids");
        json.BeginArray();
        json.Value(_topics.Id);
        json.EndArray();
        json.Field("name", _device.Hotspot.Name ?? _topics.Id);
        json.Field("mf", "nanoFirmware");
        json.Field("mdl", "ESP32-S3, two strips");
        json.Field("sw", Board.Version);
        if (_device.Station.Address != null)
        {
            json.Field("cu", "http://" + _device.Station.Address);
        }

        json.EndObject();
        json.Name("o");
        json.BeginObject();
        json.Field("name", "nanoFirmware");
        json.Field("sw", Board.Version);
        json.EndObject();
    }

    private void WriteThing(JsonWriter json, int thing)
    {
        json.Field("name", thing < FirstButton ? _titles[thing] : _device.Presets.NameOf(thing - FirstButton + 1));
        json.Field("unique_id", _topics.Id + "-" + Key(thing));
        switch (thing)
        {
            case PatternA:
            case PatternA + 1:
                WriteSelect(json, thing == PatternA ? "/a" : "/b", "pattern", Patterns(ChannelOf(thing - PatternA)));
                break;
            case LinkSelect:
                WriteSelect(json, "/global", "link", _device.Master.Controls[MasterControls.LinkIndex].Choices);
                break;
            case PresetSelect:
                WritePresets(json);
                break;
            case Bpm:
                WriteSensor(json, "bpm", "bpm", null);
                break;
            case Level:
                WriteSensor(json, "level", null, null);
                break;
            case Current:
                WriteSensor(json, "milliamps", "mA", "current");
                break;
            default:
                WriteLightOrButton(json, thing);
                break;
        }
    }

    private void WriteLightOrButton(JsonWriter json, int thing)
    {
        if (thing >= FirstButton)
        {
            json.Field("cmd_t", _topics.Prefix + "/preset" + MqttTopics.Set);
            json.Field("payload_press", (thing - FirstButton + 1).ToString());
            return;
        }

        bool isMaster = thing == LightMaster;
        string part = isMaster ? "/ha/global" : "/ha/" + ChannelOf(thing).Name;
        json.Field("schema", "json");
        json.Field("stat_t", _topics.Prefix + part);
        json.Field("cmd_t", _topics.Prefix + part + MqttTopics.Set);
        json.Field("brightness", true);
        json.Name("supported_color_modes");
        json.BeginArray();
        json.Value(isMaster ? "brightness" : "rgb");
        json.EndArray();
        if (!isMaster)
        {
            json.Field("effect", true);
            WriteList(json, "effect_list", Patterns(ChannelOf(thing)));
        }
    }

    // One field of a document that REST knows, with the others left as they are.
    private void WriteSelect(JsonWriter json, string part, string field, string[] options)
    {
        json.Field("stat_t", _topics.Prefix + part);
        json.Field("cmd_t", _topics.Prefix + part + MqttTopics.Set);
        json.Field("value_template", "{{ value_json." + field + " }}");
        json.Field("command_template", "{\"" + field + "\":\"{{ value }}\"}");
        WriteList(json, "options", options);
    }

    private void WritePresets(JsonWriter json)
    {
        json.Field("stat_t", _topics.Prefix + "/preset");
        json.Field("cmd_t", _topics.Prefix + "/preset" + MqttTopics.Set);
        json.Field("value_template", "{{ value_json.name }}");
        json.Name("options");
        json.BeginArray();
        for (int slot = 1; slot <= _device.Presets.Slots; slot++)
        {
            string name = _device.Presets.NameOf(slot);
            if (name != null && IsFirst(name, slot))
            {
                json.Value(name);
            }
        }

        json.EndArray();
    }

    // Two presets of one name are one choice: the first of them.
    private bool IsFirst(string name, int slot)
    {
        bool isFirst = true;
        for (int i = 1; i < slot; i++)
        {
            isFirst = isFirst && _device.Presets.NameOf(i) != name;
        }

        return isFirst;
    }

    private void WriteSensor(JsonWriter json, string field, string unit, string kind)
    {
        json.Field("stat_t", _topics.Prefix + "/sensors");
        json.Field("value_template", "{{ value_json." + field + " }}");
        json.Field("state_class", "measurement");
        if (unit != null)
        {
            json.Field("unit_of_measurement", unit);
        }

        if (kind != null)
        {
            json.Field("device_class", kind);
        }
    }

    private static void WriteList(JsonWriter json, string name, string[] texts)
    {
        json.Name(name);
        json.BeginArray();
        for (int i = 0; i < texts.Length; i++)
        {
            json.Value(texts[i]);
        }

        json.EndArray();
    }

    private Channel ChannelOf(int index) => index == 0 ? _device.ChannelA : _device.ChannelB;

    private static string[] Patterns(Channel channel) =>
        channel.Controls.Controls[ChannelControls.PatternIndex].Choices;
}
