using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Network;
using NanoFirmware.Rendering;

namespace NanoFirmware.Storage;

/// <summary>
/// Brings a backup back: it is checked as a whole, kept as a whole in a file of its own, and only then taken over. A power cut before that
/// file is complete changes nothing; after it, the next start takes it over again, and for the last time.
/// </summary>
internal sealed class BackupStore
{
    /// <summary>The version of the document's form.</summary>
    public const int Form = 1;

    /// <summary>Greatest document in bytes, padding and all.</summary>
    public const int MaxBytes = 20480;

    // What there is beside maps takes less, and an entry of a map four bytes and a comma.
    private const int PlainBytes = 12288;
    private const int BytesOfPlace = 5;
    private const int BytesOfMap = 64;

    private const string FileName = "I:\\restore";
    private const string Fields = "backup, version, maps, a, b, global, audio, live, wiring, network or presets";
    private const string MapsRule = "must be an object of maps, a and b, and come before them";
    private static readonly string[] ChannelNames = { "a", "b" };

    private const string EightPresets = "presets must be a list of eight, null for an empty one";

    private readonly SettingsKeeper _settings;
    private readonly PresetStore _store;
    private readonly Radio _radio;
    private readonly WiringStore _wirings;
    private readonly StateChange _state;
    private readonly ChannelLayout[] _layouts;
    private readonly LedMap[] _maps;
    private readonly PresetDocument[] _presets = new PresetDocument[PresetStore.Slots];
    private bool _isBackup;
    private bool _hasPresets;
    private NetworkWish _network;
    private Wiring _wiring;

    public BackupStore(StateExchange state, SettingsKeeper settings, PresetStore presets, Radio radio, WiringStore wirings)
    {
        _wirings = wirings;
        _settings = settings;
        _store = presets;
        _radio = radio;
        _state = state.NewChange(Tolerance.Nothing);
        _layouts = state.Layouts;
        _maps = new LedMap[_layouts.Length];
    }

    /// <summary>Finishes what was left unfinished; what cannot be finished now either is set aside and does not come back.</summary>
    /// <returns>Why it was set aside; null when nothing was.</returns>
    public static string Finish(
        StateExchange state, SettingsKeeper settings, PresetStore presets, Radio radio, WiringStore wirings)
    {
        if (!SafeFile.Exists(FileName))
        {
            return null;
        }

        SafeFile file = FileAsLarge();
        try
        {
            int length = file.Load();
            var backup = new BackupStore(state, settings, presets, radio, wirings);
            string problem = length < 0 ? null : backup.Read(file.Bytes, SafeFile.HeadBytes, length);
            if (problem == null)
            {
                if (length >= 0)
                {
                    backup.Apply();
                }

                file.Delete();
                return null;
            }

            file.SetAsideAll();
            return problem;
        }
        catch (Exception fault)
        {
            file.SetAsideAll();
            return fault.Message;
        }
    }

    /// <summary>Deletes a restore that waits to be finished, and one that was set aside: they hold passwords.</summary>
    public static void Forget() => FileAsLarge().Delete();

    private static SafeFile FileAsLarge() => new SafeFile(FileName, SafeFile.SizeOf(FileName));

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

    /// <summary>Whether all of it is as it says already, so that nothing needs to be written.</summary>
    public bool IsPresent
    {
        get
        {
            _state.Resolve();
            bool isPresent = _state.IsPresent
                && AreMapsPresent
                && (_wiring == null || _wiring.IsSame(_wirings.Wanted))
                && (_network == null || _radio.Station.Name == null || _network.IsSaved(_radio.Hotspot));
            for (int i = 0; _hasPresets && isPresent && i < PresetStore.Slots; i++)
            {
                isPresent = _store.Holds(i + 1, _presets[i]);
            }

            return isPresent;
        }
    }

    /// <summary>Keeps what was read as a whole.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; nothing has changed.</exception>
    public void Keep()
    {
        var file = new SafeFile(FileName, RoomBytes);
        file.Load();
        var document = new JsonWriter(file.Bytes, SafeFile.HeadBytes);
        Write(document);
        file.Save(document.Length);
    }

    /// <summary>Takes over what was kept.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the next start tries once more.</exception>
    public void TakeOver()
    {
        Apply();
        Forget();
    }

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

        if (_hasPresets)
        {
            document.Name("presets");
            document.BeginArray();
            for (int i = 0; i < PresetStore.Slots; i++)
            {
                WritePreset(document, _presets[i]);
            }

            document.EndArray();
        }

        document.EndObject();
    }

    private static void WritePreset(JsonWriter document, PresetDocument preset)
    {
        if (preset == null)
        {
            document.Value(null);
            return;
        }

        preset.Look.Resolve();
        preset.Write(document);
    }

    // No more than is needed: it is one piece, on a board that may have little.
    private int RoomBytes
    {
        get
        {
            int bytes = PlainBytes;
            for (int i = 0; i < _maps.Length; i++)
            {
                bytes += _maps[i] == null ? 0 : BytesOfMap + (_maps[i].Leds.Length * BytesOfPlace);
            }

            return bytes;
        }
    }

    private bool AreMapsPresent
    {
        get
        {
            bool arePresent = true;
            for (int i = 0; i < _maps.Length; i++)
            {
                arePresent = arePresent && (_maps[i] == null || _maps[i].IsSame(_layouts[i].Map));
            }

            return arePresent;
        }
    }

    private void Apply()
    {
        for (int i = 0; i < _maps.Length; i++)
        {
            if (_maps[i] != null && !_maps[i].IsSame(_layouts[i].Map))
            {
                MapStore.Keep(i, _maps[i]);
            }
        }

        _state.Apply();
        for (int i = 0; i < _maps.Length; i++)
        {
            // One that is not in force is there for when it is asked for.
            _layouts[i].Map = _maps[i] ?? _layouts[i].Map;
        }

        _settings.Flush();
        for (int i = 0; _hasPresets && i < PresetStore.Slots; i++)
        {
            PresetDocument preset = _presets[i];
            if (preset == null)
            {
                _store.Delete(i + 1);
            }
            else if (!_store.Holds(i + 1, preset))
            {
                _store.Put(i + 1, preset);
            }
        }

        if (_wiring != null && !_wiring.IsSame(_wirings.Wanted))
        {
            _wirings.Keep(_wiring);
        }

        if (_network != null && _radio.Station.Name != null)
        {
            _network.Apply(_radio.Hotspot, _radio.Station);
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
            case MapsWriter.Name:
                problem = _state.Count == 0 && json.Next() == JsonToken.BeginObject ? ReadMaps(json) : MapsRule;
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
