using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <content>What was read becomes what panels show.</content>
internal sealed partial class PanelUpdate
{
    /// <summary>Changes what the panels show.</summary>
    /// <param name="looks">One a panel; those that are meant are replaced.</param>
    public void Apply(PanelLook[] looks)
    {
        PanelLayer layer = _change.Has(PanelControls.PatternIndex) ? LayerOf(looks) : null;
        PanelLook last = null;
        PanelLook lastBefore = null;
        int left = 0;
        for (int panel = 0; panel < looks.Length; panel++)
        {
            if ((Panels & (1 << panel)) == 0)
            {
                continue;
            }

            // Panels that showed the same and are told the same share what they show: it is made once.
            bool isAcross = _sprite != null && _change.Has(PanelControls.AcrossIndex)
                && _change.ValueOf(PanelControls.AcrossIndex) != 0;
            bool isSame = last != null && !isAcross
                && (lastBefore == looks[panel] || (IsWhole && lastBefore.Brightness == looks[panel].Brightness));
            lastBefore = looks[panel];
            last = isSame ? last : Look(looks[panel], layer, isAcross ? left : 0);
            looks[panel] = last;
            left += _geometry.Size;
        }
    }

    // One that runs already with these values goes on.
    private PanelLayer LayerOf(PanelLook[] looks)
    {
        var values = new int[ChannelControls.ParameterIndex + ChannelControls.ParameterCount];
        int pattern = _change.ValueOf(PanelControls.PatternIndex);
        values[ChannelControls.PatternIndex] = pattern;
        values[ChannelControls.PaletteIndex] = _change.Has(PanelControls.PaletteIndex)
            ? _change.ValueOf(PanelControls.PaletteIndex)
            : _geometry.Channel.Controls.Values[ChannelControls.PaletteIndex];
        values[ChannelControls.SpeedIndex] = _change.Has(PanelControls.SpeedIndex) ? _change.ValueOf(PanelControls.SpeedIndex)
            : 128;
        PatternParameter[] parameters = PatternParameter.Read(PatternCatalog.Create(pattern).Parameters);
        for (int i = 0; i < parameters.Length; i++)
        {
            int at = PanelControls.ParameterIndex + i;
            values[ChannelControls.ParameterIndex + i] = _change.Has(at) ? _change.ValueOf(at) : parameters[i].Initial;
        }

        for (int i = 0; i < looks.Length; i++)
        {
            if (looks[i].Layer != null && looks[i].Layer.IsSame(values))
            {
                return looks[i].Layer;
            }
        }

        return new PanelLayer(_geometry, values);
    }
}
