using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>Groups that are there once somebody made them, and what all groups count.</content>
internal sealed partial class StateExchange
{
    /// <summary>Grows with every change of any control or palette.</summary>
    public int Version
    {
        get
        {
            int version = 0;
            for (int i = 0; i < _groups.Length; i++)
            {
                version += _groups[i].Version;
            }

            for (int i = 0; i < _groups.Length; i++)
            {
                CustomPalette palette = PaletteOf(i);
                version += palette == null ? 0 : palette.Version;
            }

            ControlSet[] optional = MadeGroups;
            for (int i = 0; i < optional.Length; i++)
            {
                version += optional[i].Version;
            }

            return version;
        }
    }

    private ControlSet[] MadeGroups => Optional != null && Optional.IsMade ? Optional.Groups : NoGroups;

    /// <summary>Writes the optional groups that are there.</summary>
    public void WriteOptional(JsonWriter json)
    {
        ControlSet[] optional = MadeGroups;
        for (int i = 0; i < optional.Length; i++)
        {
            json.Name(Optional.Names[i]);
            json.BeginObject();
            ControlsDocument.WriteFields(json, optional[i]);
            json.EndObject();
        }
    }
}
