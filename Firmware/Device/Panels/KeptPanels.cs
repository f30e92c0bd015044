using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// What panels show, as a body of POST /api/panels that would lead to it: so it is kept, and so it comes back. Ways to it are
/// over then: what blinks goes on blinking.
/// </summary>
internal static class KeptPanels
{
    /// <summary>Greatest document: 768 pixels as RRGGBB, and what stands around them.</summary>
    public const int MostBytes = 8192;

    /// <summary>Writes it as an object.</summary>
    /// <param name="json">Gets it.</param>
    /// <param name="set">Whose panels.</param>
    /// <param name="geometry">Where they hang.</param>
    /// <param name="withGroups">The groups too.</param>
    public static void Write(JsonWriter json, PanelSet set, PanelGeometry geometry, bool withGroups)
    {
        json.BeginObject();
        json.Field("interface", PanelsChange.NameOf(set.KindOf(geometry)));
        if (withGroups && set.Groups.Count > 0)
        {
            WriteGroups(json, set.Groups, geometry.Count);
        }

        PanelLook[] looks = set.LooksFor(geometry);
        var controls = new PanelControls(geometry.Channel.Controls);
        int written = 0;
        for (int panel = 0; panel < looks.Length; panel++)
        {
            PanelLook look = looks[panel];
            bool isTold = (written & (1 << panel)) != 0;
            if (isTold || (look.Content == PanelContent.Nothing && look.Brightness == 255))
            {
                continue;
            }

            OpenUpdates(json, written);
            int mask = SameFrom(looks, panel);
            written |= mask;
            json.BeginObject();
            PanelList.Write(json, "panels", mask);
            WriteLook(json, set, controls, look, geometry.Size);
            json.EndObject();
        }

        if (written != 0)
        {
            json.EndArray();
        }

        json.EndObject();
    }

    private static void OpenUpdates(JsonWriter json, int written)
    {
        if (written == 0)
        {
            json.Name("updates");
            json.BeginArray();
        }
    }

    private static int SameFrom(PanelLook[] looks, int panel)
    {
        int mask = 0;
        for (int i = panel; i < looks.Length; i++)
        {
            mask |= looks[i] == looks[panel] ? 1 << i : 0;
        }

        return mask;
    }

    private static void WriteGroups(JsonWriter json, PanelGroups groups, int count)
    {
        json.Name("groups");
        json.BeginObject();
        for (int i = 0; i < groups.Count; i++)
        {
            PanelList.Write(json, groups.NameOf(i), groups.Find(groups.NameOf(i), count));
        }

        json.EndObject();
    }

    private static void WriteLook(JsonWriter json, PanelSet set, PanelControls controls, PanelLook look, int size)
    {
        Sprite sprite = look.Content == PanelContent.Sprite ? set.Sprites.Find(look.Sprite) : null;
        if (look.Layer != null)
        {
            WritePattern(json, controls, look.Layer.Values);
        }
        else if (look.Content == PanelContent.Colour)
        {
            json.Name("colour");
            json.HexColour(look.Colour);
        }
        else if (sprite != null && IsSame(sprite.Window(0, size), look.Rgb))
        {
            json.Field("sprite", look.Sprite);
        }
        else if (look.Rgb != null)
        {
            PixelsDocument.Write(json, look.Rgb);
        }

        json.Field("brightness", look.Brightness);
        PanelLook settled = look.Settled();
        if (settled.Effect != PanelEffect.None)
        {
            json.Field("effect", PanelControls.EffectNames()[(int)settled.Effect]);
            json.Field("transitionMs", settled.TransitionMs);
        }
    }

    // By the panels' names for a channel's controls.
    private static void WritePattern(JsonWriter json, PanelControls controls, int[] values)
    {
        Write(json, controls, PanelControls.PatternIndex, values[ChannelControls.PatternIndex]);
        Write(json, controls, PanelControls.PaletteIndex, values[ChannelControls.PaletteIndex]);
        Write(json, controls, PanelControls.SpeedIndex, values[ChannelControls.SpeedIndex]);
        int count = PatternParameter.Read(PatternCatalog.Create(values[ChannelControls.PatternIndex]).Parameters).Length;
        for (int i = 0; i < count; i++)
        {
            Write(json, controls, PanelControls.ParameterIndex + i, values[ChannelControls.ParameterIndex + i]);
        }
    }

    private static void Write(JsonWriter json, PanelControls controls, int index, int value)
    {
        json.Name(controls.Controls[index].Name);
        ControlsDocument.WriteValue(json, controls.Controls[index], value);
    }

    private static bool IsSame(byte[] one, byte[] other)
    {
        bool isSame = one.Length == other.Length;
        for (int i = 0; i < one.Length && isSame; i++)
        {
            isSame = one[i] == other[i];
        }

        return isSame;
    }
}
