using NanoFirmware.Documents;

namespace NanoFirmware.Panels;

/// <summary>What a request wants of some panels: read and checked as a whole, then applied to what they show.</summary>
internal sealed partial class PanelUpdate
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
}
