using System;
using NanoFirmware.Control;

namespace NanoFirmware.Storage;

/// <content>Names and pictures of all slots, so that a list waits for no drive.</content>
internal sealed partial class PresetStore
{
    /// <summary>The name of a slot; null when it is empty.</summary>
    public string NameOf(int slot)
    {
        lock (_turn)
        {
            if (!_isRead)
            {
                Load();
            }

            // An element that was never set is not equal to null as a value on the device, so null is returned as such.
            string name = slot > _names.Length ? null : _names[slot - 1];
            if (name == null)
            {
                return null;
            }

            return name;
        }
    }

    /// <summary>The pattern that a slot has on the first strip; null for none.</summary>
    public string PatternOf(int slot) => slot > _names.Length ? null : _pictures[(slot - 1) * 2];

    /// <summary>The palette that it has there.</summary>
    public string PaletteOf(int slot) => slot > _names.Length ? null : _pictures[((slot - 1) * 2) + 1];

    private void Note(int slot, PresetDocument preset)
    {
        if (slot > _names.Length)
        {
            if (preset == null)
            {
                return;
            }

            MakeRoomForAll();
        }

        _names[slot - 1] = preset == null ? null : preset.Name;
        _pictures[(slot - 1) * 2] = preset == null ? null : preset.Look.ChoiceOf(0, ChannelControls.PatternIndex);
        _pictures[((slot - 1) * 2) + 1] = preset == null ? null : preset.Look.ChoiceOf(0, ChannelControls.PaletteIndex);
    }

    private void MakeRoomForAll()
    {
        var names = new string[Slots];
        var pictures = new string[Slots * 2];
        Array.Copy(_names, 0, names, 0, _names.Length);
        Array.Copy(_pictures, 0, pictures, 0, _pictures.Length);
        _pictures = pictures;
        _names = names;
    }
}
