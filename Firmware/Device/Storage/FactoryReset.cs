using System;
using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <summary>
/// Everything as when the device was new: controls at once, the network from the next start on. Each part for itself, whatever becomes of
/// the others, and first what locks somebody out.
/// </summary>
internal sealed class FactoryReset
{
    private const int HotspotPart = 0;
    private const int StationPart = 1;
    private const int KeyPart = 2;
    private const int RestorePart = 3;
    private const int SettingsPart = 4;
    private const int FirstPresetPart = 5;
    private const int Parts = FirstPresetPart + PresetStore.Slots;

    private readonly Device _device;

    public FactoryReset(Device device) => _device = device;

    /// <summary>Resets all parts; false when the drive or the radio did not take one, which is among the faults then.</summary>
    public bool Run()
    {
        int done = 0;
        for (int part = 0; part < Parts; part++)
        {
            done += TryReset(part) ? 1 : 0;
        }

        return done == Parts;
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
            _device.Settings.Fail(fault.Message);
            return false;
        }
    }

    private void Reset(int part)
    {
        switch (part)
        {
            case HotspotPart:
                _device.Hotspot.Reset();
                break;
            case StationPart:
                ForgetStation(_device.Station);
                break;
            case KeyPart:
                _device.Lock.Reset();
                break;
            case RestorePart:
                BackupStore.Forget();
                break;
            case SettingsPart:
                _device.Settings.Reset();
                break;
            default:
                _device.Presets.Delete(part - FirstPresetPart + 1);
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
