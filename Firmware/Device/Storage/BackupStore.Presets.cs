using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>The document's presets, in and out.</content>
internal sealed partial class BackupStore
{
    private static void WritePreset(JsonWriter document, PresetDocument preset)
    {
        if (preset == null)
        {
            document.Value(null);
            return;
        }

        preset.Look.Resolve();
        preset.Begin(document);
        WritePart(document, PresetDocument.PanelsName, preset.Panels);
        document.EndObject();
    }

    // What a recall passes over in a preset passes here too: another version's backup is not refused for a control of its own.
    // A list of another board may be shorter, and longer by empty slots.
    private string ReadPresets(JsonReader json)
    {
        _given = 0;
        int count = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Null || token == JsonToken.BeginObject; token = json.Next())
        {
            if (count >= (token == JsonToken.Null ? PresetStore.Most : _store.Slots))
            {
                return count < PresetStore.Most
                    ? "in presets[" + count.ToString() + "]: this board keeps " + _store.Slots.ToString() + " presets"
                    : PresetsRule;
            }

            PresetDocument preset = token == JsonToken.Null ? null : _store.NewDocument(Tolerance.UnknownNames);
            string problem = preset == null ? null : preset.ReadMembers(json);
            if (problem != null)
            {
                return json.Problem ?? "in presets[" + count.ToString() + "]: " + problem;
            }

            if (count < _store.Slots)
            {
                _presets[count] = preset;
                _given = count + 1;
            }

            count++;
        }

        return token == JsonToken.EndArray && count >= PresetStore.Few ? null : json.Problem ?? PresetsRule;
    }
}
