using NanoFirmware.Live;
using NanoFirmware.Network;

namespace NanoFirmware.Discovery;

/// <summary>
/// Has the device found by its name and by programs that look for its kind, in the network that it joined and in its own.
/// Switched off it has no socket and no thread.
/// </summary>
internal sealed class Discoverer : RadioTask
{
    private readonly Radio _radio;
    private readonly LiveControls _controls;
    private MdnsService _names;
    private NodeBeacon _beacon;

    /// <param name="radio">The networks in which the device is found.</param>
    /// <param name="controls">Say whether it wants to be.</param>
    public Discoverer(Radio radio, LiveControls controls)
    {
        _radio = radio;
        _controls = controls;
    }

    /// <summary>Who answers for the name; null while nobody does.</summary>
    public MdnsService Names => _names;

    /// <summary>Who tells WLED's kind; null while nobody does.</summary>
    public NodeBeacon Beacon => _beacon;

    /// <inheritdoc/>
    public override void Look(long nowMs)
    {
        bool isWanted = _controls.IsDiscoveryOn && _radio.Hotspot.IsConfigured;
        if (!isWanted)
        {
            End();
            return;
        }

        if (_names == null)
        {
            _names = new MdnsService(_radio);
            _beacon = new NodeBeacon();
            _names.Start();
        }

        _names.Look(_radio.Station.Address);
        _beacon.Look(nowMs, _radio.Station.Address, _radio.Hotspot.Name);
    }

    private void End()
    {
        if (_names != null)
        {
            _names.End();
            _names = null;
            _beacon = null;
        }
    }
}
