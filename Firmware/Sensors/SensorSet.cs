using NanoFirmware.Audio;
using NanoFirmware.Control;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware.Sensors;

/// <summary>
/// The sensors of the device, each with settings and counts of its own, and the pin that their peaks pulse. Nothing of it takes
/// room or time before somebody asks for it, but the pin, which is held low from the start.
/// </summary>
internal sealed class SensorSet : OptionalGroups
{
    /// <summary>Sensors that there are.</summary>
    public const int Count = 2;

    private readonly AudioThread _ears;
    private readonly MasterControls _master;
    private readonly Wiring _wiring;
    private readonly bool _hasOctalMemory;
    private Sensor[] _all;
    private HubControls _hub;

    /// <param name="ears">Whose hops it listens to, and whose thread it runs on.</param>
    /// <param name="master">Says whether time is to be saved.</param>
    /// <param name="wiring">What is soldered where.</param>
    /// <param name="hasOctalMemory">As <see cref="Pins.Problem"/> asks.</param>
    public SensorSet(AudioThread ears, MasterControls master, Wiring wiring, bool hasOctalMemory)
    {
        _ears = ears;
        _master = master;
        _wiring = wiring;
        _hasOctalMemory = hasOctalMemory;
        if (wiring.Pulse.IsOn)
        {
            Pulse = new PulseOutput(wiring.Pulse);
            Pulse.Open((long)HighResTimer.GetCurrent());
        }
    }

    /// <summary>Where peaks pulse; null without a pin.</summary>
    public readonly PulseOutput Pulse;

    /// <summary>Clients of the WebSocket that listen.</summary>
    public int Listeners;

    /// <summary>Clients of the WebSocket that listened and are gone.</summary>
    public int Departures;

    /// <inheritdoc/>
    public override bool IsMade => _all != null;

    /// <inheritdoc/>
    public override string[] Names => new[] { "mic", "serial", "hub" };

    /// <inheritdoc/>
    public override ControlSet[] Groups
    {
        get
        {
            Make();
            return new ControlSet[] { _all[0].Controls, _all[1].Controls, _hub };
        }
    }

    /// <summary>The sensors, made now if they are not there.</summary>
    public Sensor[] All
    {
        get
        {
            Make();
            return _all;
        }
    }

    /// <summary>How they are told to others, made now if need be.</summary>
    public HubControls Hub
    {
        get
        {
            Make();
            return _hub;
        }
    }

    /// <summary>Messages of each sensor in a second, in force now.</summary>
    public int EventsHz => _master.Lite ? HubControls.LeastHz : Hub.EventsHz;

    /// <summary>Raw samples that are told now.</summary>
    public int MostRaw => _master.Lite ? RawSamples.MostInLite : RawSamples.Most;

    /// <summary>A serial sensor is listened to: who writes to flash would lose some of what it says.</summary>
    public bool IsSerialRunning => _all != null && ((SerialSensor)_all[1]).IsListening;

    /// <summary>The sensor with that name; null when there is none.</summary>
    public Sensor Find(string name)
    {
        Sensor[] all = All;
        for (int i = 0; i < all.Length; i++)
        {
            if (all[i].Name == name)
            {
                return all[i];
            }
        }

        return null;
    }

    private void Make()
    {
        if (_all != null)
        {
            return;
        }

        lock (this)
        {
            _hub = _hub ?? new HubControls();
            _all = _all ?? new Sensor[]
            {
                new MicrophoneSensor(_ears, Pulse), new SerialSensor(_ears, _wiring, _hasOctalMemory, Pulse),
            };
        }
    }
}
