using System;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Network;

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
    public const int MaxBytes = 12288;

    private const string FileName = "I:\\restore";

    private readonly SettingsKeeper _settings;
    private readonly PresetStore _store;
    private readonly Radio _radio;
    private readonly WiringStore _wirings;
    private readonly StateChange _state;
    private readonly PresetDocument[] _presets = new PresetDocument[PresetStore.Slots];
    private bool _hasPresets;
    private NetworkDocument _network;
    private Wiring _wiring;

    public BackupStore(StateExchange state, SettingsKeeper settings, PresetStore presets, Radio radio, WiringStore wirings)
    {
        _wirings = wirings;
        _settings = settings;
        _store = presets;
        _radio = radio;
        _state = state.NewChange(Tolerance.Nothing);
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

        var file = new SafeFile(FileName, MaxBytes);
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
    public static void Forget() => new SafeFile(FileName, MaxBytes).Delete();

    /// <summary>Whether all of it is as it says already, so that nothing needs to be written.</summary>
    public bool IsPresent
    {
        get
        {
            _state.Resolve();
            bool isPresent = _state.IsPresent
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
        var file = new SafeFile(FileName, MaxBytes);
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

    private void Apply()
    {
        _state.Apply();
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
}
