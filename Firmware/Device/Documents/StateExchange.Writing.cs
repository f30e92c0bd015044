using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <content>The document as it is seen, and as it is kept.</content>
internal sealed partial class StateExchange
{
    /// <summary>Writes the groups into the object that is open, as they are seen.</summary>
    public void WriteFields(JsonWriter json) => WriteFields(json, isStored: false);

    /// <summary>Writes them as they are kept: patterns that wait for a grid in place of what is shown instead.</summary>
    public void WriteStored(JsonWriter json)
    {
        WriteFields(json, isStored: true);
        WriteOptional(json);
    }

    private void WriteFields(JsonWriter json, bool isStored)
    {
        for (int i = 0; i < _groups.Length; i++)
        {
            json.Name(_names[i]);
            json.BeginObject();
            bool isChannel = Channels != null && i < Channels.Length;
            if (isChannel && HasLayouts)
            {
                // First of all: on a grid there are more patterns.
                LayoutDocument.Write(json, Channels[i].Layout);
            }

            WriteControls(json, _groups[i], isStored);
            CustomPalette palette = PaletteOf(i);
            if (palette != null)
            {
                ColoursDocument.Write(json, "colours", palette);
            }

            if (isChannel)
            {
                LayersDocument.Write(json, Channels[i]);
            }

            json.EndObject();
        }
    }

    private static void WriteControls(JsonWriter json, ControlSet controls, bool isStored)
    {
        if (isStored && controls is ChannelControls channel && channel.WaitingPattern >= 0)
        {
            var present = new ControlsChange(controls, null);
            present.WantPresent();
            present.WriteFields(json);
            return;
        }

        ControlsDocument.WriteFields(json, controls);
    }
}
