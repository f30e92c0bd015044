using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>Panels as JSON: where they hang, their groups, what each shows.</summary>
internal static class PanelsDocument
{
    /// <summary>The one panel of a mask; −1 when there are several.</summary>
    public static int OnlyOne(int panels)
    {
        for (int panel = 0; panel < 32; panel++)
        {
            if (panels == 1 << panel)
            {
                return panel;
            }
        }

        return -1;
    }

    /// <summary>Writes all there is to tell into the object that is open.</summary>
    public static void Write(JsonWriter json, PanelSet set, PanelGeometry geometry)
    {
        json.Field("count", geometry.Count);
        json.Field("size", geometry.Size);
        json.Field("interface", PanelsChange.NameOf(set.KindOf(geometry)));
        json.Field("gap", geometry.Gap);
        json.Field("order", geometry.Order);
        json.Field("rotation", geometry.Rotation);
        json.Name("groups");
        json.BeginObject();
        PanelList.Write(json, "left-half", set.Groups.Find("left-half", geometry.Count));
        PanelList.Write(json, "right-half", set.Groups.Find("right-half", geometry.Count));
        for (int i = 0; i < set.Groups.Count; i++)
        {
            string name = set.Groups.NameOf(i);
            PanelList.Write(json, name, set.Groups.Find(name, geometry.Count));
        }

        json.EndObject();
        WritePanels(json, set, geometry, -1);
    }

    /// <summary>Writes the list of some panels into the object that is open.</summary>
    /// <param name="json">Gets it.</param>
    /// <param name="set">Whose panels.</param>
    /// <param name="geometry">Where they hang.</param>
    /// <param name="panels">A bit for each.</param>
    public static void WritePanels(JsonWriter json, PanelSet set, PanelGeometry geometry, int panels)
    {
        json.Name("panels");
        json.BeginArray();
        for (int panel = 0; panel < geometry.Count; panel++)
        {
            if ((panels & (1 << panel)) != 0)
            {
                json.BeginObject();
                WriteFields(json, set, geometry, panel, false);
                json.EndObject();
            }
        }

        json.EndArray();
    }

    /// <summary>Writes what a panel shows into the object that is open.</summary>
    /// <param name="json">Gets it.</param>
    /// <param name="set">Whose panels.</param>
    /// <param name="geometry">Where they hang.</param>
    /// <param name="panel">Which one.</param>
    /// <param name="withPixels">Its picture too, where it has one.</param>
    public static void WriteFields(JsonWriter json, PanelSet set, PanelGeometry geometry, int panel, bool withPixels)
    {
        PanelLook look = set.LooksFor(geometry)[panel];
        json.Field("panel", panel);
        switch (look.Content)
        {
            case PanelContent.Colour:
                json.Name("colour");
                json.HexColour(look.Colour);
                break;
            case PanelContent.Pixels:
                json.Field("shows", "pixels");
                break;
            case PanelContent.Sprite:
                json.Field("sprite", look.Sprite);
                break;
            case PanelContent.Pattern:
                json.Field("pattern", PatternCatalog.Create(look.Layer.Pattern).Name);
                json.Field("palette", PaletteCatalog.Names()[look.Layer.Palette]);
                break;
        }

        json.Field("brightness", look.Brightness);
        if (look.Effect != PanelEffect.None)
        {
            json.Field("effect", PanelControls.EffectNames()[(int)look.Effect]);
            json.Field("transitionMs", look.TransitionMs);
        }

        json.Field("presses", set.PressesOf(panel));
        if (withPixels && look.Rgb != null)
        {
            json.Name("pixels");
            json.HexBytes(look.Rgb);
        }
    }
}
