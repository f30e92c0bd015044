using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Mqtt;

/// <content>One thing.</content>
internal sealed partial class HomeDiscovery
{
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
}
