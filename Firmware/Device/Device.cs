using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Discovery;
using NanoFirmware.Documents;
using NanoFirmware.Live;
using NanoFirmware.Network;
using NanoFirmware.Rendering;
using NanoFirmware.Sensors;
using NanoFirmware.Storage;
using nanoFramework.Hardware.Esp32;

namespace NanoFirmware;

/// <summary>
/// What there is to report on and to control: the show, the network, what is stored. It knows nobody who does either: web and
/// health are built upon it.
/// </summary>
internal sealed partial class Device
{
    private static readonly string[] GroupNames = { "a", "b", "global", "audio", "live" };
    private static readonly string[] LookNames = { "a", "b", "global" };

    private PanelStore _keptPanels;

    // As many presets as a board without PSRAM has, their names, the network and a key in one go.
    private const int RequestedWrites = 20;

    public Device(
        MasterControls master, Channel channelA, Channel channelB, SnapshotExchange exchange, AudioThread audio,
        FrameSignal frameA, FrameSignal frameB, RenderThread renderA, RenderThread renderB, Radio radio, LiveInputs live,
        WiringStore wirings)
    {
        Master = master;
        ChannelA = channelA;
        ChannelB = channelB;
        Exchange = exchange;
        Audio = audio;
        FrameA = frameA;
        FrameB = frameB;
        RenderA = renderA;
        RenderB = renderB;
        Radio = radio;
        Live = live;
        Discovery = new Discoverer(radio, live.Controls);
        radio.Task = Discovery;
        Wirings = wirings;
        Sensors = new SensorSet(audio, master, wirings.Running, wirings.HasOctalMemory);
        live.Sensors = Sensors;
        State = new StateExchange(
            GroupNames, new ControlSet[] { channelA.Controls, channelB.Controls, master, audio.Controls, live.Controls }, null)
        {
            Channels = new[] { channelA, channelB },
            HasLayouts = true,
            Optional = Sensors,
        };
        byte[] room = SafeFile.NewRoom();
        Settings = new SettingsKeeper(State, room) { Sensors = Sensors };

        // A look is what is seen: what the ears are set to stays, and how the strips hang.
        var look = new StateExchange(
            LookNames, new ControlSet[] { channelA.Controls, channelB.Controls, master }, null) { Channels = State.Channels };
        NativeMemory.GetMemoryInfo(NativeMemory.MemoryType.SpiRam, out uint psramBytes, out uint _, out uint _);
        Presets = new PresetStore(look, room, PresetStore.SlotsWith(psramBytes));
        Reset = new FactoryReset(Settings, Presets, Lock, Radio, wirings);
    }

    public readonly MasterControls Master;
    public readonly Channel ChannelA;
    public readonly Channel ChannelB;
    public readonly SnapshotExchange Exchange;
    public readonly AudioThread Audio;
    public readonly FrameSignal FrameA;
    public readonly FrameSignal FrameB;
    public readonly RenderThread RenderA;
    public readonly RenderThread RenderB;

    /// <summary>Light from the network.</summary>
    public readonly LiveInputs Live;

    /// <summary>Signals that are watched, and the pulses that their peaks become.</summary>
    public readonly SensorSet Sensors;

    /// <summary>Has the device found by its name.</summary>
    public readonly Discoverer Discovery;

    /// <summary>A place that is shared with others far away; null for none.</summary>
    public FarRoom FarRoom;

    /// <summary>What is soldered where, now and from the next start on.</summary>
    public readonly WiringStore Wirings;

    /// <summary>Something was set that only a restart brings into force.</summary>
    public bool NeedsRestart => Hotspot.NeedsRestart || Wirings.NeedsRestart;

    /// <summary>All controls as one document.</summary>
    public readonly StateExchange State;

    /// <summary>Remembers the controls; it neither restores nor saves before it is told to.</summary>
    public readonly SettingsKeeper Settings;

    /// <summary>Looks that were kept under a name.</summary>
    public readonly PresetStore Presets;

    /// <summary>What changes need, if anything; open until it is loaded.</summary>
    public readonly KeyLock Lock = new KeyLock();

    /// <summary>How often requests may still have something kept in flash, beside the settings.</summary>
    public readonly WriteBudget Budget = new WriteBudget(RequestedWrites);

    /// <summary>Backups whose restore did not end in two tries.</summary>
    public int RestoresSetAside;

    /// <summary>Makes it new.</summary>
    public readonly FactoryReset Reset;

    /// <summary>The hotspot and the station, off until the supervisor starts it.</summary>
    public readonly Radio Radio;

    /// <summary>The device's own network.</summary>
    public Hotspot Hotspot => Radio.Hotspot;

    /// <summary>The device in somebody else's network.</summary>
    public Station Station => Radio.Station;
}
