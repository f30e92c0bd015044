using System;
using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <summary>
/// Everything as when the device was new: controls at once, network and wiring from the next start on. Each part for itself,
/// whatever becomes of the others, and first what locks somebody out.
/// </summary>
internal sealed class FactoryReset
{
    private const int HotspotPart = 0;
    private const int StationPart = 1;
    private const int KeyPart = 2;
    private const int RestorePart = 3;
    private const int SettingsPart = 4;
    private const int WiringPart = 5;
    private const int MapsPart = 6;
    private const int OptionPart = 7;
    private const int FirstPresetPart = 8;

    private readonly SettingsKeeper _settings;
    private readonly PresetStore _presets;
    private readonly KeyLock _lock;
    private readonly Radio _radio;
    private readonly WiringStore _wirings;

    public FactoryReset(SettingsKeeper settings, PresetStore presets, KeyLock keyLock, Radio radio, WiringStore wirings)
    {
        _wirings = wirings;
        _settings = settings;
        _presets = presets;
        _lock = keyLock;
        _radio = radio;
    }

    /// <summary>What is optional and keeps a file of its own; null for nothing.</summary>
    public KeptOption Option;

    /// <summary>Resets all parts; false when the drive or the radio did not take one, which is among the faults then.</summary>
    public bool Run()
    {
        int done = 0;
        int parts = FirstPresetPart + _presets.Slots;
        for (int part = 0; part < parts; part++)
        {
            done += TryReset(part) ? 1 : 0;
        }

        return done == parts;
    }

    private bool TryReset(int part)
    {
        try
        {
            Reset(part);
            return true;
        }
        catch (Exception fault)
        {
            _settings.Fail(fault.Message);
            return false;
        }
    }

    private void Reset(int part)
    {
        switch (part)
        {
            case HotspotPart:
                _radio.Hotspot.Reset();
                break;
            case StationPart:
                ForgetStation(_radio.Station);
                break;
            case KeyPart:
                _lock.Reset();
                break;
            case RestorePart:
                BackupStore.Forget();
                break;
            case SettingsPart:
                _settings.Reset();
                break;
            case WiringPart:
                _wirings.Reset();
                break;
            case MapsPart:
                MapStore.Reset();
                break;
            case OptionPart:
                Option?.Reset();
                break;
            default:
                _presets.Delete(part - FirstPresetPart + 1);
                break;
        }
    }

    private static void ForgetStation(Station station)
    {
        if (station.Name != null)
        {
            station.Configure(string.Empty, string.Empty);
        }
    }
}
