using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Network;
using NanoFirmware.Rendering;

namespace NanoFirmware.Storage;

/// <summary>
/// Brings a backup back: it is checked as a whole, kept as a whole in a file of its own, and only then taken over. A power cut
/// before that file is complete changes nothing; after it, the next start takes it over again, and for the last time.
/// </summary>
internal sealed partial class BackupStore
{
    /// <summary>The version of the document's form.</summary>
    public const int Form = 1;

    /// <summary>Greatest document in bytes, padding and all.</summary>
    public const int MaxBytes = 65536;

    // What there is beside maps takes less, and an entry of a map four bytes and a comma.
    private const int PlainBytes = 12288;

    // A preset beyond eight, name and layers and all, at most.
    private const int BytesOfPreset = SafeFile.DocumentBytes;
    private const int BytesOfPlace = 5;
    private const int BytesOfMap = 64;

    private const string FileName = "I:\\restore";
    private static readonly string[] ChannelNames = { "a", "b" };

    private readonly SettingsKeeper _settings;
    private readonly PresetStore _store;
    private readonly Radio _radio;
    private readonly WiringStore _wirings;
    private readonly StateChange _state;
    private readonly ChannelLayout[] _layouts;
    private readonly LedMap[] _maps;
    private readonly PresetDocument[] _presets;

    // Slots that the document has; those beyond them stay as they are.
    private int _given;
    private JsonPart _panels;
    private JsonPart _sprites;
    private NetworkDocument _network;
    private Wiring _wiring;

    /// <summary>Looks that come by themselves.</summary>
    public readonly OptionalPart Looks = new OptionalPart("looks");

    /// <summary>How a jam is shown, and its room.</summary>
    public readonly OptionalPart Jam = new OptionalPart("jam");

    /// <summary>The broker.</summary>
    public readonly OptionalPart Mqtt = new OptionalPart("mqtt");

    public BackupStore(StateExchange state, SettingsKeeper settings, PresetStore presets, Radio radio, WiringStore wirings)
    {
        _wirings = wirings;
        _settings = settings;
        _store = presets;
        _presets = new PresetDocument[presets.Slots];
        _radio = radio;
        _state = state.NewChange(Tolerance.Nothing);
        _layouts = state.Layouts;
        _maps = new LedMap[_layouts.Length];
        for (int i = 0; i < _layouts.Length; i++)
        {
            _state.LayoutOf(i).IsForAnyStrips = true;
        }
    }

    /// <summary>
    /// Finishes what was left unfinished; what cannot be finished now either is set aside and does not come back.
    /// </summary>
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
            if (problem == null && backup._waitsForStart)
            {
                // The power went before its wiring was kept.
                backup.Wait();
                return null;
            }

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

    /// <summary>A restore waits to be finished.</summary>
    public static bool IsWaiting => SafeFile.Exists(FileName);

    /// <summary>Deletes a restore that waits to be finished, and one that was set aside: they hold passwords.</summary>
    public static void Forget() => FileAsLarge().Delete();

    private static SafeFile FileAsLarge() => new SafeFile(FileName, SafeFile.SizeOf(FileName));

    /// <summary>Whether all of it is as it says already, so that nothing needs to be written.</summary>
    public bool IsPresent
    {
        get
        {
            _state.Resolve();
            bool isPresent = _state.IsPresent
                && AreMapsPresent
                && _sprites == null
                && Looks.IsPresent
                && Jam.IsPresent
                && Mqtt.IsPresent
                && (_panels == null || JsonPart.AreSame(_panels, _store.Panels.Document(withGroups: true)))
                && (_wiring == null || _wiring.IsSame(_wirings.Wanted))
                && (_network == null || _radio.Station.Name == null || _network.IsSaved(_radio.Hotspot));
            for (int i = 0; isPresent && i < _given; i++)
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

    /// <summary>Takes over what was kept; what needs its wiring first is left to the next start.</summary>
    /// <exception cref="System.IO.IOException">The drive does not take it; the next start tries once more.</exception>
    public void TakeOver()
    {
        if (_waitsForStart)
        {
            Wait();
            return;
        }

        Apply();
        Forget();
    }

    // The wiring is taken over now and out of the rest, which is kept: should another one be set before the start, that one
    // stays.
    private void Wait()
    {
        if (_wiring != null)
        {
            _wirings.Keep(_wiring);
            _wiring = null;
            Keep();
        }
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

    private static void WritePart(JsonWriter document, string name, JsonPart part)
    {
        if (part != null)
        {
            document.Name(name);
            document.Part(part, 0);
        }
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

            bytes += BytesOf(_panels) + BytesOf(_sprites) + Looks.Length + Jam.Length + Mqtt.Length;
            for (int i = 0; i < _given; i++)
            {
                if (_presets[i] != null)
                {
                    bytes += BytesOf(_presets[i].Panels) + (i < PresetStore.Few ? 0 : BytesOfPreset);
                }
            }

            return bytes;
        }
    }

    private static int BytesOf(JsonPart part) => part == null ? 0 : part.Length + BytesOfMap;

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

    // Where there are no panels, or others, they show what they show.
    private void TakePanels()
    {
        if (_sprites != null)
        {
            _store.Panels.TakeSprites(_sprites, onlyChecks: false);
        }

        string problem = _panels == null ? null : _store.Panels.Show(_panels);
        if (problem != null)
        {
            _settings.Fail("what panels showed was not brought back: " + problem);
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

        TakePanels();
        Looks.Take();
        Jam.Take();
        Mqtt.Take();
        _settings.Flush();
        for (int i = 0; i < _given; i++)
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
}
