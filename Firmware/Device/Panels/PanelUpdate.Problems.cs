namespace NanoFirmware.Panels;

/// <content>What is wrong with all of it together.</content>
internal sealed partial class PanelUpdate
{
    /// <summary>What is wrong with it taken together, or null.</summary>
    public string Problem()
    {
        if (Panels == 0)
        {
            return "panels must be given: a list of numbers from 0 to " + (_geometry.Count - 1).ToString() + ", or one of "
                + _set.Groups.Names;
        }

        _rgb = _pixels.Picture(_geometry.Pixels);
        return _rgb != null || !_pixels.IsGiven
            ? Contradiction()
            : "pixels must be " + _geometry.Pixels.ToString()
                + " pixels as RRGGBB, or, with colours, as many hexadecimal digits, each the index of one";
    }

    // What would be passed over is not taken.
    private string Contradiction()
    {
        int pictures = (_rgb != null ? 1 : 0) + (_sprite != null ? 1 : 0) + (_change.Has(PanelControls.ColourIndex) ? 1 : 0)
            + (_change.Has(PanelControls.PatternIndex) ? 1 : 0) + (IsToClear ? 1 : 0);
        if (pictures > 1)
        {
            return "a panel shows one thing: use one of pixels, sprite, colour, pattern and clear";
        }

        if (_pixels.HasColours && _rgb == null)
        {
            return "colours belong to pixels: give pixels too";
        }

        if (_change.Has(PanelControls.AcrossIndex) && _sprite == null)
        {
            return "across belongs to a sprite: give sprite too";
        }

        bool tellsOfPattern = false;
        for (int i = PanelControls.PaletteIndex; i < PanelControls.AcrossIndex; i++)
        {
            tellsOfPattern = tellsOfPattern || _change.Has(i);
        }

        if (tellsOfPattern && !_change.Has(PanelControls.PatternIndex))
        {
            return "palette, speed and p1 to p4 belong to a pattern: give pattern too";
        }

        bool tellsHow = _change.Has(PanelControls.BrightnessIndex) || _change.Has(PanelControls.EffectIndex);
        return pictures > 0 || tellsHow
            ? null
            : "nothing is wanted of the panels: use pixels, sprite, colour, pattern, brightness, effect or clear";
    }
}
