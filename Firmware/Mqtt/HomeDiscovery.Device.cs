using NanoFirmware.Documents;

namespace NanoFirmware.Mqtt;

/// <content>All in one message, and what stands in each.</content>
internal sealed partial class HomeDiscovery
{
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
}
