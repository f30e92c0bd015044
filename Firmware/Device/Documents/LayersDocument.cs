using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>The layers over a channel's picture as a JSON list, the lowest first.</summary>
internal static class LayersDocument
{
    /// <summary>What is set; null for nothing.</summary>
    public static LayerPlan PlanOf(Channel channel) => channel.Over == null ? null : channel.Over.Layers.Plan;

    /// <summary>Writes what is set into the object that is open.</summary>
    public static void Write(JsonWriter json, Channel channel) => Write(json, channel, PlanOf(channel), false);

    /// <summary>Writes layers into the object that is open.</summary>
    /// <param name="json">Gets the list.</param>
    /// <param name="channel">Whose.</param>
    /// <param name="plan">The layers; null for none.</param>
    /// <param name="withCosts">Says of each what it takes of a frame.</param>
    public static void Write(JsonWriter json, Channel channel, LayerPlan plan, bool withCosts)
    {
        json.Name(LayersChange.Name);
        json.BeginArray();
        for (int i = 0; plan != null && i < plan.Count; i++)
        {
            WriteLayer(json, channel.Controls, plan.ValuesOf(i), withCosts);
        }

        json.EndArray();
    }

    private static void WriteLayer(JsonWriter json, ChannelControls channel, int[] layer, bool withCosts)
    {
        ControlSpec pattern = channel.Controls[ChannelControls.PatternIndex];
        if (layer[LayerControls.PatternIndex] > pattern.Max)
        {
            // One for grids or panels, which rests elsewhere.
            pattern = ControlSpec.Choice(pattern.Name, PatternCatalog.NamesFor(PatternCatalog.CountOnPanels), 0);
        }

        ControlSpec[] controls = new LayerControls(pattern, channel.Controls[ChannelControls.PaletteIndex]).Controls;
        json.BeginObject();
        for (int i = 0; i < controls.Length; i++)
        {
            json.Name(controls[i].Name);
            ControlsDocument.WriteValue(json, controls[i], layer[i]);
        }

        if (withCosts)
        {
            json.TenthsField("cost", LayerCost.OfLayer(layer));
        }

        json.EndObject();
    }
}
