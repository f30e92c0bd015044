using NanoFirmware.Documents;
using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <content>The document that comes in, checked member by member.</content>
internal sealed partial class BackupStore
{
    private const string Fields = "backup, version, a, b, global, audio, live, wiring, network or presets";
    private const string EightPresets = "presets must be a list of eight, null for an empty one";

    private bool _isBackup;

    /// <summary>Reads and checks a whole document. What is wrong and where, or null.</summary>
    public string Read(byte[] bytes, int start, int length)
    {
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = ReadMember(json, json.Text);
            if (problem != null)
            {
                return problem;
            }
        }

        if (token != JsonToken.EndObject || json.Next() != JsonToken.End)
        {
            return json.Problem;
        }

        return _isBackup ? null : "this is no backup: it needs \"backup\":1";
    }

    private string ReadMember(JsonReader json, string name)
    {
        string problem = null;
        switch (name)
        {
            case "backup":
                _isBackup = json.Next() == JsonToken.Integer && json.Integer == Form;
                return _isBackup ? null : json.Problem ?? "backup must be 1";
            case "version":
                return json.Next() == JsonToken.Text ? null : json.Problem ?? "version must be a text";
            case "network":
                _network = new NetworkDocument();
                problem = json.Next() == JsonToken.BeginObject ? _network.ReadMembers(json) : "must be an object";
                break;
            case "wiring":
                problem = json.Next() == JsonToken.BeginObject ? ReadWiring(json) : "must be an object";
                break;
            case "presets":
                _hasPresets = true;
                return json.Next() == JsonToken.BeginArray ? ReadPresets(json) : json.Problem ?? EightPresets;
            default:
                if (!_state.Has(name))
                {
                    return "unknown field: use " + Fields;
                }

                problem = _state.ReadGroup(json);
                break;
        }

        return problem == null ? null : json.Problem ?? "in " + name + ": " + problem;
    }

    // Members that it does not name stay as they are wanted now.
    private string ReadWiring(JsonReader json)
    {
        _wiring = _wirings.Wanted.Copy();
        StateChange change = WiringDocument.ChangeOf(_wiring);
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = change.Has(json.Text) ? change.ReadGroup(json) : change.PassOver(json, string.Empty);
            if (problem != null)
            {
                return problem;
            }
        }

        if (token != JsonToken.EndObject)
        {
            return json.Problem;
        }

        change.Apply();
        return _wirings.Check(_wiring);
    }

    // What a recall passes over in a preset passes here too: another version's backup is not refused for a control of its own.
    private string ReadPresets(JsonReader json)
    {
        for (int i = 0; i < PresetStore.Slots; i++)
        {
            JsonToken token = json.Next();
            if (token == JsonToken.Null)
            {
                _presets[i] = null;
                continue;
            }

            if (token != JsonToken.BeginObject)
            {
                return json.Problem ?? EightPresets;
            }

            _presets[i] = _store.NewDocument(Tolerance.UnknownNames);
            string problem = _presets[i].ReadMembers(json);
            if (problem != null)
            {
                return json.Problem ?? "in presets[" + i.ToString() + "]: " + problem;
            }
        }

        return json.Next() == JsonToken.EndArray ? null : json.Problem ?? EightPresets;
    }
}
