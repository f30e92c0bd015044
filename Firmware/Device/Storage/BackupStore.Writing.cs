using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>The document that is kept, compact and with every step resolved.</content>
internal sealed partial class BackupStore
{
    // Written anew, compact and with every step resolved: were it taken over twice, nothing would move twice.
    private void Write(JsonWriter document)
    {
        document.BeginObject();
        document.Field("backup", Form);
        var maps = new MapsWriter(ChannelNames, _maps);
        while (maps.WriteSome(document))
        {
        }

        _state.Resolve();
        _state.WriteFields(document);
        if (_wiring != null)
        {
            document.Name("wiring");
            document.BeginObject();
            WiringDocument.WriteFields(document, _wiring);
            document.EndObject();
        }

        if (_network != null)
        {
            document.Name("network");
            document.BeginObject();
            _network.WriteFields(document);
            document.EndObject();
        }

        Looks.Write(document);
        Jam.Write(document);
        Mqtt.Write(document);
        WritePart(document, SpritesName, _sprites);
        WritePart(document, PresetDocument.PanelsName, _panels);
        if (_given > 0)
        {
            document.Name("presets");
            document.BeginArray();
            for (int i = 0; i < _given; i++)
            {
                WritePreset(document, _presets[i]);
            }

            document.EndArray();
        }

        document.EndObject();
    }

    private static void WritePart(JsonWriter document, string name, JsonPart part)
    {
        if (part != null)
        {
            document.Name(name);
            document.Part(part, 0);
        }
    }
}
