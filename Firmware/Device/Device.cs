using System;
using NanoFirmware.Audio;
using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Live;
using NanoFirmware.Network;
using NanoFirmware.Rendering;
using NanoFirmware.Storage;

namespace NanoFirmware;

/// <summary>
/// What there is to report on and to control: the show, the network, what is stored. It knows nobody who does either: web and
/// health are built upon it.
/// </summary>
internal sealed class Device
{
    private static readonly string[] GroupNames = { "a", "b", "global", "audio", "live" };
    private static readonly string[] LookNames = { "a", "b", "global" };

    // Eight presets, their names, the network and a key in one go.
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
        Wirings = wirings;
        var palettes = new CustomPalette[] { channelA.Custom, channelB.Custom };
        State = new StateExchange(
            GroupNames, new ControlSet[] { channelA.Controls, channelB.Controls, master, audio.Controls, live.Controls },
            palettes,
            channelA.Layout, channelB.Layout);
        byte[] room = SafeFile.NewRoom();
        Settings = new SettingsKeeper(State, room);

        // A look is what is seen: what the ears are set to stays.
        Presets = new PresetStore(new StateExchange(
            LookNames, new ControlSet[] { channelA.Controls, channelB.Controls, master }, palettes), room);
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

    /// <summary>Brings back what was remembered; whatever is missing or damaged stays as after a factory reset.</summary>
    public void Restore()
    {
        Settings.Restore();
        FinishBackup();
        LoadPresets();
        string fault = Lock.Load();
        if (fault != null)
        {
            Settings.Fail(fault);
        }

        ChannelA.Output.StartSoftly();
        ChannelB.Output.StartSoftly();
    }

    private void FinishBackup()
    {
        try
        {
            string problem = BackupStore.Finish(State, Settings, Presets, Radio, Wirings);
            if (problem != null)
            {
                RestoresSetAside++;
                Settings.Fail("a backup could not be brought back in two tries and was set aside: " + problem);
            }
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }
    }

    private void LoadPresets()
    {
        try
        {
            Presets.Load();
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }
    }
}
