using System;
using NanoFirmware.Storage;

namespace NanoFirmware;

/// <content>What the start brings back.</content>
internal sealed partial class Device
{
    /// <summary>Brings back what was remembered; whatever is missing or damaged stays as after a factory reset.</summary>
    public void Restore()
    {
        MapStore.Load(State.Layouts, Settings);
        Settings.Restore();
        RestorePanels();
        FinishBackup();
        TakeGivenMap();
        LoadPresets();
        string fault = Lock.Load();
        if (fault != null)
        {
            Settings.Fail(fault);
        }

        ChannelA.Output.StartSoftly();
        ChannelB.Output.StartSoftly();
    }

    private void TakeGivenMap()
    {
        try
        {
            MapStore.TakeGiven(State.Layouts, Settings);
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }
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
