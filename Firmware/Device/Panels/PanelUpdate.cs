using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>What a request wants of some panels: read and checked as a whole, then applied to what they show.</summary>
internal sealed class PanelUpdate
{
    private readonly PanelSet _set;
    private readonly PanelGeometry _geometry;
    private readonly PanelControls _controls;
    private readonly ControlsChange _change;
    private readonly PixelsDocument _pixels;
    private byte[] _rgb;
    private Sprite _sprite;

    /// <param name="set">Whose panels.</param>
    /// <param name="geometry">Where they hang.</param>
    public PanelUpdate(PanelSet set, PanelGeometry geometry)
    {
        _set = set;
        _geometry = geometry;
        _controls = new PanelControls(geometry.Channel.Controls);
        _change = new ControlsChange(_controls, null);
        _pixels = new PixelsDocument(geometry.Pixels);
    }

    /// <summary>The panels that are meant, a bit each; 0 while none was named.</summary>
    public int Panels;

    /// <summary>Reads a member, whose name has been read. What is wrong, or null.</summary>
    public string ReadMember(JsonReader json)
    {
        switch (json.Text)
        {
            case "panels":
                return ReadPanels(json);
            case "sprite":
                return ReadSprite(json);
            default:
                if (_pixels.ReadMember(json))
                {
                    return _pixels.Problem;
                }

                return _controls.IndexOf(json.Text) >= 0
                    ? _change.ReadNamed(json)
                    : "unknown field: use panels, pixels, colours, sprite, " + _controls.Names;
        }
    }

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

    private string ReadPanels(JsonReader json)
    {
        JsonToken token = json.Next();
        if (token == JsonToken.Text)
        {
            Panels = _set.Groups.Find(json.Text, _geometry.Count);
            return Panels != 0 ? null : "unknown group: use " + _set.Groups.Names;
        }

        string problem = PanelList.Read(json, token, _geometry.Count, out int panels);
        Panels = panels;
        return problem;
    }

    private string ReadSprite(JsonReader json)
    {
        if (json.Next() != JsonToken.Text)
        {
            return json.Problem ?? "sprite must be a name";
        }

        _sprite = _set.Sprites.Find(json.Text);
        return _sprite != null ? null : "unknown sprite: put it to /api/sprites/{name} first";
    }
}
