using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <content>The document that comes in, checked member by member.</content>
internal sealed partial class BackupStore
{
    private const string Fields = "backup, version, maps, a, b, global, audio, live, mic, serial, hub, wiring, network, looks, "
        + "jam, mqtt, sprites, panels or presets";
    private const string MapsRule = "must be an object of maps, a and b, and come before them";
    private const string PresetsRule = "presets must be a list of 8 to 32, null for an empty one";

    /// <summary>The member that holds the sprites.</summary>
    public const string SpritesName = "sprites";

    private bool _isBackup;

    // Its layouts need the wiring that it brings, which is in force from the next start on.
    private bool _waitsForStart;

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

        return _isBackup ? LayoutProblem() : "this is no backup: it needs \"backup\":1";
    }

    // Layouts hang on the strips that there are, or else on those of the wiring that comes.
    private string LayoutProblem()
    {
        bool fit = true;
        for (int i = 0; i < _layouts.Length; i++)
        {
            fit = fit && _state.LayoutOf(i).Conflict() == null;
        }

        if (fit)
        {
            return null;
        }

        Wiring wiring = _wiring ?? _wirings.Wanted;
        int[] leds = { wiring.A.Leds, wiring.B.Leds };
        for (int i = 0; i < _layouts.Length; i++)
        {
            string problem = _state.LayoutOf(i).ConflictOn(leds);
            if (problem != null)
            {
                return "in " + ChannelNames[i] + ": " + problem;
            }
        }

        _waitsForStart = true;
        return null;
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
            case MapsWriter.Name:
                problem = _state.Count == 0 && json.Next() == JsonToken.BeginObject ? ReadMaps(json) : MapsRule;
                break;
            case "wiring":
                problem = json.Next() == JsonToken.BeginObject ? ReadWiring(json) : "must be an object";
                break;
            case "looks":
                problem = Looks.Read(json);
                break;
            case "jam":
                problem = Jam.Read(json);
                break;
            case "mqtt":
                problem = Mqtt.Read(json);
                break;
            case SpritesName:
                _sprites = json.ReadPart();
                problem = _sprites == null ? "must be a list" : _store.Panels.TakeSprites(_sprites, onlyChecks: true);
                break;
            case PresetDocument.PanelsName:
                _panels = json.ReadPart();
                problem = _panels == null ? "must be an object" : null;
                break;
            case "presets":
                return json.Next() == JsonToken.BeginArray ? ReadPresets(json) : json.Problem ?? PresetsRule;
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

    private string ReadMaps(JsonReader json)
    {
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            int channel = json.Text == ChannelNames[0] ? 0 : 1;
            bool isKnown = json.Text == ChannelNames[channel];
            if (!isKnown || json.Next() != JsonToken.BeginObject)
            {
                return MapsRule;
            }

            LayoutChange layout = _state.LayoutOf(channel);
            string problem = layout.ReadMap(json);
            if (problem != null)
            {
                return problem;
            }

            _maps[channel] = layout.Map;
        }

        return json.Problem;
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
