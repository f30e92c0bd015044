using NanoFirmware.Documents;

namespace NanoFirmware.Mqtt;

/// <content>One thing in a message of its own, and the figures.</content>
internal sealed partial class HomeDiscovery
{
    /// <summary>Writes the message of one.</summary>
    public void WriteEntity(JsonWriter json, int thing)
    {
        json.BeginObject();
        WriteOrigin(json);
        WriteThing(json, thing);
        json.EndObject();
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
}
