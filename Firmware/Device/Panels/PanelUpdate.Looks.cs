namespace NanoFirmware.Panels;

/// <content>What one panel shows from now on.</content>
internal sealed partial class PanelUpdate
{
    // It says all that a panel shows.
    private bool IsWhole => _rgb != null || _sprite != null || _change.Has(PanelControls.ColourIndex)
        || _change.Has(PanelControls.PatternIndex) || IsToClear;

    private bool IsToClear => _change.Has(PanelControls.ClearIndex) && _change.ValueOf(PanelControls.ClearIndex) != 0;

    private PanelLook Look(PanelLook before, PanelLayer layer, int left)
    {
        PanelLook look = IsToClear ? PanelLook.NewEmpty() : before.Copy();
        look.Effect = _change.Has(PanelControls.EffectIndex) ? (PanelEffect)_change.ValueOf(PanelControls.EffectIndex)
            : PanelEffect.None;
        look.TransitionMs = _change.Has(PanelControls.TransitionIndex) ? _change.ValueOf(PanelControls.TransitionIndex) : 300;
        look.Brightness = _change.Has(PanelControls.BrightnessIndex) ? _change.ValueOf(PanelControls.BrightnessIndex)
            : look.Brightness;
        if (layer != null)
        {
            look.Content = PanelContent.Pattern;
            look.Layer = layer;
            look.Rgb = null;
            look.Effect = PanelEffect.None;
        }
        else if (_rgb != null)
        {
            SetPicture(look, PanelContent.Pixels, _rgb);
        }
        else if (_sprite != null)
        {
            SetPicture(look, PanelContent.Sprite, _sprite.Window(left, _geometry.Size));
            look.Sprite = _sprite.Name;
        }
        else if (_change.Has(PanelControls.ColourIndex))
        {
            look.Colour = _change.ValueOf(PanelControls.ColourIndex);
            SetPicture(look, PanelContent.Colour, Filled(look.Colour));
        }

        return look;
    }

    private static void SetPicture(PanelLook look, PanelContent content, byte[] rgb)
    {
        look.Content = content;
        look.Rgb = rgb;
        look.Layer = null;
    }

    private byte[] Filled(int colour)
    {
        var rgb = new byte[_geometry.Pixels * 3];
        for (int i = 0; i < rgb.Length; i += 3)
        {
            rgb[i] = (byte)(colour >> 16);
            rgb[i + 1] = (byte)(colour >> 8);
            rgb[i + 2] = (byte)colour;
        }

        return rgb;
    }
}
