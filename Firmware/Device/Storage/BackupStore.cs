using NanoFirmware.Network;
using NanoFirmware.Web;

namespace NanoFirmware.Storage;

/// <summary>
/// Brings a backup back: it is checked as a whole, kept as a whole in a file of its own, and only then taken over. A power cut before that
/// file is complete changes nothing; after it, the next start takes it over again.
/// </summary>
internal sealed class BackupStore
{
    /// <summary>The version of the document's form.</summary>
    public const int Form = 1;

    private const string FileName = "I:\\restore";
    private const string Fields = "backup, version, a, b, global, audio, network or presets";
    private const string EightPresets = "presets must be a list of eight, null for an empty one";

    private readonly Device _device;
    private readonly StateChange _state;
    private readonly int[] _starts = new int[PresetStore.Slots];
    private readonly int[] _lengths = new int[PresetStore.Slots];
    private byte[] _bytes;
    private int _start;
    private int _length;
    private bool _isBackup;
    private bool _hasPresets;
    private NetworkWish _network;

    public BackupStore(Device device)
    {
        _device = device;
        _state = device.State.NewChange(false);
    }

    /// <summary>Finishes what a power cut left unfinished.</summary>
    public static void Finish(Device device)
    {
        if (SafeFile.Exists(FileName))
        {
            var file = new SafeFile(FileName, Request.BackupLimit);
            int length = file.Load();
            var backup = new BackupStore(device);
            if (length >= 0 && backup.Read(file.Bytes, SafeFile.HeadBytes, length) == null)
            {
                backup.Apply();
            }

            file.Delete();
        }
    }

    /// <summary>Reads and checks a whole document. What is wrong and where, or null.</summary>
    /// <param name="bytes">Kept until <see cref="Restore"/>; <see cref="SafeFile.HeadBytes"/> before the document are its too.</param>
    /// <param name="start">Where the document begins.</param>
    /// <param name="length">Its bytes.</param>
    public string Read(byte[] bytes, int start, int length)
    {
        _bytes = bytes;
        _start = start;
        _length = length;
        var json = new JsonReader();
        json.Begin(bytes, start, length);
        if (json.Next() != JsonToken.BeginObject)
        {
            return json.Problem ?? "the body must be a JSON object";
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

    /// <summary>Takes over what was read.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it.</exception>
    public void Restore()
    {
        var file = new SafeFile(FileName, _bytes);
        file.Save(_length);
        Apply();
        file.Delete();
    }

    private void Apply()
    {
        _state.Apply();
        _device.Settings.Flush();
        for (int i = 0; _hasPresets && i < PresetStore.Slots; i++)
        {
            if (_lengths[i] > 0)
            {
                _device.Presets.Put(i + 1, _bytes, _start + _starts[i], _lengths[i]);
            }
            else
            {
                _device.Presets.Delete(i + 1);
            }
        }

        // Without a password the name of the network that is joined already must not lose the one it has.
        string joined = Station.Name;
        if (_network != null && joined != null)
        {
            _network.WifiName = _network.WifiPassword == null && _network.WifiName == joined ? null : _network.WifiName;
            _network.Apply(_device.Hotspot);
        }
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
                _network = new NetworkWish();
                problem = json.Next() == JsonToken.BeginObject ? _network.ReadMembers(json) : "must be an object";
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

    private string ReadPresets(JsonReader json)
    {
        for (int i = 0; i < PresetStore.Slots; i++)
        {
            JsonToken token = json.Next();
            if (token == JsonToken.Null)
            {
                continue;
            }

            if (token != JsonToken.BeginObject)
            {
                return json.Problem ?? EightPresets;
            }

            _starts[i] = json.Position - 1;
            string problem = ReadPreset(json);
            _lengths[i] = json.Position - _starts[i];
            if (_lengths[i] > PresetStore.CapacityBytes)
            {
                problem = problem ?? "it has more than 2048 bytes";
            }

            if (problem != null)
            {
                return json.Problem ?? "in presets[" + i.ToString() + "]: " + problem;
            }
        }

        return json.Next() == JsonToken.EndArray ? null : json.Problem ?? EightPresets;
    }

    // The name comes first, as the files have it.
    private string ReadPreset(JsonReader json)
    {
        bool isNamed = json.Next() == JsonToken.Name && json.Text == "name" && json.Next() == JsonToken.Text;
        if (!isNamed || json.Text.Length == 0 || json.Text.Length > PresetStore.MaxName)
        {
            return "name must come first, a text of 1 to 24 characters";
        }

        StateChange look = _device.Presets.NewChange();
        while (json.Next() == JsonToken.Name)
        {
            string group = json.Text;
            if (!look.Has(group))
            {
                return "unknown field: use name, " + look.Names;
            }

            string problem = look.ReadGroup(json);
            if (problem != null)
            {
                return "in " + group + ": " + problem;
            }
        }

        return json.Problem ?? (look.Count > 0 ? null : "it holds no control");
    }
}
