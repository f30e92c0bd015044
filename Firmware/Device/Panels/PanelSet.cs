using System.Threading;
using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Panels;

/// <summary>
/// All that is known of panels: where they hang, what each shows, their groups, their sprites, how often each was pressed.
/// Whoever changes something
/// does it here, one at a time, so that of two who change different panels neither takes the other's away.
/// </summary>
internal sealed class PanelSet
{
    /// <summary>How many different patterns may run on panels at once.</summary>
    public const int MostPatterns = 4;

    private readonly Channel[] _channels;
    private readonly object _changing = new object();
    private readonly int[] _presses = new int[32];
    private PanelGeometry _geometry;
    private PanelShow _show;
    private PanelLook[] _looks;

    /// <param name="channels">Those whose layouts may be of panels.</param>
    public PanelSet(Channel[] channels) => _channels = channels;

    public readonly PanelGroups Groups = new PanelGroups();

    public readonly SpriteTable Sprites = new SpriteTable();

    /// <summary>What the panels are to whoever draws for them.</summary>
    public PanelInterface Kind => _show == null ? PanelInterface.Adjacent : _show.Wanted.Kind;

    /// <summary>The same, told by their gaps while only the channel's picture is shown.</summary>
    public PanelInterface KindOf(PanelGeometry geometry)
    {
        PanelInterface kind = Kind;
        bool showsLooks = kind == PanelInterface.PerPanel || kind == PanelInterface.Mixed;
        PanelInterface background = geometry.Gap > 0 ? PanelInterface.Gapped : PanelInterface.Adjacent;
        return showsLooks ? kind : background;
    }

    /// <summary>Held by whoever changes something.</summary>
    public object Changing => _changing;

    /// <summary>Where the panels hang now; null without a layout of panels.</summary>
    public PanelGeometry Geometry
    {
        get
        {
            for (int i = 0; i < _channels.Length; i++)
            {
                Channel channel = _channels[i];
                if (channel.Layout.Plan == null || channel.Layout.IsSpanned)
                {
                    continue;
                }

                if (_geometry != null && _geometry.Plan == channel.Layout.Plan)
                {
                    return _geometry;
                }

                LayoutControls layout = channel.Layout.NewControls();
                if (layout.Values[LayoutControls.KindIndex] == LayoutControls.Panels)
                {
                    _geometry = new PanelGeometry(channel, layout, _channels);
                    return _geometry;
                }
            }

            return null;
        }
    }

    /// <summary>What each panel shows, from the left.</summary>
    public PanelLook[] LooksFor(PanelGeometry geometry)
    {
        PanelLook[] looks = _looks;
        if (looks != null && looks.Length == geometry.Count && (_show == null || _show.Wanted.Geometry.Size == geometry.Size))
        {
            return looks;
        }

        var empty = new PanelLook[geometry.Count];
        PanelLook nothing = PanelLook.NewEmpty();
        for (int i = 0; i < empty.Length; i++)
        {
            empty[i] = nothing;
        }

        return empty;
    }

    /// <summary>What panels show from the next frame on.</summary>
    /// <param name="geometry">Where they hang.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="looks">One a panel; not changed any more.</param>
    public void Show(PanelGeometry geometry, PanelInterface kind, PanelLook[] looks)
    {
        _looks = looks;
        PanelShow show = _show ?? new PanelShow(_channels);
        show.Wanted = new PanelPlan(geometry, kind, looks);
        if (_show == null)
        {
            _show = show;
            for (int i = 0; i < _channels.Length; i++)
            {
                _channels[i].MakeOver().Painter = show;
            }
        }
    }

    /// <summary>The panels may hang otherwise: what they show goes with them, where there are as many as large.</summary>
    public void Follow()
    {
        lock (_changing)
        {
            PanelGeometry geometry = _show == null ? null : Geometry;
            if (geometry != null && geometry.Plan != _show.Wanted.Geometry.Plan)
            {
                Show(geometry, Kind, LooksFor(geometry));
            }
        }
    }

    /// <summary>How often a panel was pressed.</summary>
    public int PressesOf(int panel) => _presses[panel];

    /// <summary>A panel is pressed.</summary>
    public int Press(int panel) => Interlocked.Increment(ref _presses[panel]);
}
