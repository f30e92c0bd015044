using System;
using NanoFirmware.Documents;
using NanoFirmware.Panels;

namespace NanoFirmware.Storage;

/// <content>The way back after a start, and to nothing at all.</content>
internal sealed partial class PanelStore
{
    /// <summary>Whether the drive holds anything of panels.</summary>
    public static bool IsKept
    {
        get
        {
            bool isKept = SafeFile.Exists(SpriteName + "0");
            for (int slot = Present; slot <= PresetStore.Most && !isKept; slot++)
            {
                isKept = SafeFile.Exists(FileName + slot.ToString());
            }

            return isKept;
        }
    }

    /// <summary>Brings back what was kept; whatever is missing or damaged is not there.</summary>
    public void Restore()
    {
        try
        {
            RestoreSprites();
            JsonPart kept = Load(Present);
            string problem = kept == null ? null : Show(kept);
            if (problem != null)
            {
                Settings.Fail("what panels showed was not brought back: " + problem);
            }
        }
        catch (Exception fault)
        {
            Settings.Fail(fault.Message);
        }

        _savedVersion = Version;
        _seenVersion = _savedVersion;
    }

    /// <summary>Nothing is shown of single panels, and nothing is kept of them but in presets.</summary>
    public void Reset()
    {
        if (_set != null)
        {
            _set.Reset();
            _savedVersion = Version;
            _seenVersion = _savedVersion;
            _keptSprites = new Sprite[SpriteTable.Most];
        }

        Delete(FileName + Present.ToString());
        for (int i = 0; i < SpriteTable.Most; i++)
        {
            Delete(SpriteName + i.ToString());
        }
    }
}
