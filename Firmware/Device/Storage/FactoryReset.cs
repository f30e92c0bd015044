using NanoFirmware.Network;

namespace NanoFirmware.Storage;

/// <summary>Everything as when the device was new: controls at once, the network from the next start on.</summary>
internal sealed class FactoryReset
{
    private readonly Device _device;

    public FactoryReset(Device device) => _device = device;

    public void Run()
    {
        _device.Settings.Reset();
        _device.Presets.DeleteAll();
        _device.Lock.Reset();
        if (Station.Name != null)
        {
            Station.Configure(string.Empty, string.Empty);
            _device.Hotspot.Reset();
        }
    }
}
