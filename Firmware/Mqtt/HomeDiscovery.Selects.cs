using NanoFirmware.Documents;

namespace NanoFirmware.Mqtt;

/// <content>Choices: patterns, links, presets.</content>
internal sealed partial class HomeDiscovery
{
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
}
