using NanoFirmware.Control;
using NanoFirmware.Documents;

namespace NanoFirmware.Storage;

/// <content>A look as it is now, and one that comes back.</content>
internal sealed partial class PresetStore
{
    /// <summary>The controls as they are now under a name, to be <see cref="Put"/>.</summary>
    public PresetDocument Present(string name)
    {
        PresetDocument preset = NewDocument(Tolerance.Nothing);
        preset.Name = name;
        preset.Look.WantPresent();
        preset.Panels = Panels == null ? null : Panels.Document(withGroups: false);
        return preset;
    }

    /// <summary>Sets all controls to what a slot holds, as far as this firmware knows them; false when it is empty.</summary>
    public bool Recall(int slot) => Recall(slot, -1);

    /// <summary>The same, with a cross-fade of another length than the look's own.</summary>
    /// <param name="slot">1 to <see cref="Slots"/>.</param>
    /// <param name="fadeMs">How long the fade takes; −1 for the look's own.</param>
    public bool Recall(int slot, int fadeMs)
    {
        PresetDocument preset = Document(slot);
        if (preset == null)
        {
            return false;
        }

        for (int group = 0; fadeMs >= 0 && group < _state.Channels.Length; group++)
        {
            preset.Look.Want(group, ChannelControls.FadeIndex, fadeMs);
        }

        preset.Look.Apply();
        if (Panels != null)
        {
            Panels.Show(preset.Panels);
        }

        _recalled = slot;
        _recalledVersion = Version;
        return true;
    }

    /// <summary>What a slot holds; null when it is empty.</summary>
    public PresetDocument Document(int slot)
    {
        lock (_turn)
        {
            PresetDocument preset = Read(slot);
            if (preset != null && Panels != null)
            {
                preset.Panels = Panels.Load(slot);
            }

            return preset;
        }
    }
}
