using NanoFirmware.Control;
using NanoFirmware.Documents;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <content>Whether panels hang side by side, with gaps, or each by itself.</content>
internal sealed partial class PanelsChange
{
    private const string InterfaceAllowed = "interface must be adjacent, gapped, per-panel or mixed";

    /// <summary>Names of <see cref="PanelInterface"/>, by number.</summary>
    public static string NameOf(PanelInterface kind) => kind switch
    {
        PanelInterface.Adjacent => "adjacent",
        PanelInterface.Gapped => "gapped",
        PanelInterface.PerPanel => "per-panel",
        _ => "mixed",
    };

    private string ReadInterface(JsonReader json)
    {
        string said = json.Next() == JsonToken.Text ? json.Text : string.Empty;
        for (int kind = 0; kind <= (int)PanelInterface.Mixed; kind++)
        {
            if (NameOf((PanelInterface)kind) == said)
            {
                _interface = kind;
                return null;
            }
        }

        return json.Problem ?? InterfaceAllowed;
    }

    // Panels side by side are a layout without gaps, and with hidden columns one with.
    private PanelGeometry Hang(PanelInterface kind)
    {
        int gap = _geometry.Gap;
        gap = kind == PanelInterface.Adjacent ? 0 : gap;
        gap = kind == PanelInterface.Gapped && gap == 0 ? 2 * _geometry.Size : gap;
        if (gap == _geometry.Gap)
        {
            return _geometry;
        }

        ChannelLayout layout = _geometry.Channel.Layout;
        LayoutControls wanted = layout.NewControls();
        wanted.Set(LayoutControls.GapIndex, gap);
        if (wanted.Conflict(wanted.Values) == null)
        {
            layout.Store(wanted, layout.Compile(wanted));
        }

        return _set.Geometry;
    }
}
