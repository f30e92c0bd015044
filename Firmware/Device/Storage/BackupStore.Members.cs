using NanoFirmware.Documents;
using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <content>One member of the document: what it is called, and who reads it.</content>
internal sealed partial class BackupStore
{
    private const string Fields = "backup, version, maps, a, b, global, audio, live, mic, serial, hub, wiring, network, looks, "
        + "jam, mqtt, sprites, panels or presets";
    private const string MapsRule = "must be an object of maps, a and b, and come before them";

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

}
