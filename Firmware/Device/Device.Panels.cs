using System;
using NanoFirmware.Panels;
using NanoFirmware.Storage;

namespace NanoFirmware;

/// <content>Panels, which are there once somebody asks for them.</content>
internal sealed partial class Device
{
    /// <summary>Panels, made when somebody asks for them.</summary>
    public PanelSet Panels => KeptPanels.Set;

    /// <summary>Whether anybody asked for them.</summary>
    public bool HasPanels => _keptPanels != null;

    /// <summary>What is kept of them, made when somebody asks or something is kept.</summary>
    public PanelStore KeptPanels
    {
        get
        {
            lock (State)
            {
                if (_keptPanels == null)
                {
                    _keptPanels = new PanelStore(State.Channels) { Settings = Settings };
                    Settings.Panels = _keptPanels;
                    Presets.Panels = _keptPanels;
                }

                return _keptPanels;
            }
        }
    }

    /// <summary>A layout was set: panels that hang otherwise go on showing what they show.</summary>
    public void FollowLayout()
    {
        if (_keptPanels != null)
        {
            _keptPanels.Follow();
        }
    }

    private void RestorePanels()
    {
        try
        {
            if (PanelStore.IsKept || BackupStore.IsWaiting)
            {
                KeptPanels.Restore();
            }
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }
    }
}
