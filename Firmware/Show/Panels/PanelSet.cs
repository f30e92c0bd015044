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
    private int _changes;

    /// <param name="channels">Those whose layouts may be of panels.</param>
    public PanelSet(Channel[] channels) => _channels = channels;

    /// <summary>Replaced as a whole, by who holds <see cref="Changing"/>.</summary>
    public PanelGroups Groups = new PanelGroups();

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

                PanelGeometry geometry = GeometryOf(channel);
                if (geometry != null)
                {
                    return geometry;
                }
            }

            return null;
        }
    }

    // One for all who ask: threads work on it.
    private PanelGeometry GeometryOf(Channel channel)
    {
        lock (_changing)
        {
            if (_geometry != null && _geometry.Plan == channel.Layout.Plan)
            {
                return _geometry;
            }

            LayoutControls layout = channel.Layout.NewControls();
            if (layout.Values[LayoutControls.KindIndex] != LayoutControls.Panels)
            {
                return null;
            }

            _geometry = new PanelGeometry(channel, layout, _channels);
            return _geometry;
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

        return NoLooks(geometry);
    }

    /// <summary>Nothing on any panel.</summary>
    public static PanelLook[] NoLooks(PanelGeometry geometry)
    {
        var empty = new PanelLook[geometry.Count];
        PanelLook nothing = PanelLook.NewEmpty();
        for (int i = 0; i < empty.Length; i++)
        {
            empty[i] = nothing;
        }

        return empty;
    }

    /// <summary>Grows with every change of what is kept.</summary>
    public int Version => _changes + Sprites.Version;

    /// <summary>Groups are others.</summary>
    public void Changed() => _changes++;

    /// <summary>What panels show from the next frame on.</summary>
    /// <param name="geometry">Where they hang.</param>
    /// <param name="kind">What they are.</param>
    /// <param name="looks">One a panel; not changed any more.</param>
    public void Show(PanelGeometry geometry, PanelInterface kind, PanelLook[] looks)
    {
        bool isElsewhere = _show != null && _show.Wanted.Geometry != geometry;
        looks = isElsewhere ? Hung(looks, geometry) : looks;
        _looks = looks;
        _changes++;
        PanelShow show = _show ?? new PanelShow();
        show.Wanted = new PanelPlan(geometry, kind, looks);
        if (_show == null)
        {
            _show = show;
            for (int i = 0; i < _channels.Length; i++)
            {
                _channels[i].MakeOver().Painter = new PanelCanvas(i, show);
            }
        }
    }

    // What was made for panels that hung otherwise is made anew; what was shared is shared.
    private static PanelLook[] Hung(PanelLook[] looks, PanelGeometry geometry)
    {
        var hung = new PanelLook[looks.Length];
        for (int i = 0; i < looks.Length; i++)
        {
            for (int earlier = 0; earlier < i && hung[i] == null; earlier++)
            {
                hung[i] = looks[earlier] == looks[i] ? hung[earlier] : null;
            }

            hung[i] = hung[i] ?? Hung(looks, i, hung, geometry);
        }

        return hung;
    }

    private static PanelLook Hung(PanelLook[] looks, int panel, PanelLook[] hung, PanelGeometry geometry)
    {
        PanelLook look = looks[panel].Settled();
        if (look.Layer != null)
        {
            PanelLayer layer = null;
            for (int earlier = 0; earlier < panel && layer == null; earlier++)
            {
                layer = looks[earlier].Layer == look.Layer ? hung[earlier].Layer : null;
            }

            look.Layer = layer ?? look.Layer.Copy(geometry);
        }

        return look;
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

    /// <summary>Nothing is shown of single panels any more.</summary>
    public void Clear(PanelGeometry geometry)
    {
        lock (_changing)
        {
            if (_show != null)
            {
                Show(geometry, PanelInterface.Adjacent, NoLooks(geometry));
            }
        }
    }

    /// <summary>Everything as it is at first.</summary>
    public void Reset()
    {
        lock (_changing)
        {
            Groups = new PanelGroups();
            Sprites.Clear();
            PanelGeometry geometry = Geometry;
            if (geometry != null)
            {
                Clear(geometry);
            }
            else
            {
                _looks = null;
            }
        }
    }

    /// <summary>Takes over sprites in place of those there are.</summary>
    public void TakeSprites(SpriteTable sprites)
    {
        lock (_changing)
        {
            Sprites.Clear();
            for (int i = 0; i < sprites.Count; i++)
            {
                Sprites.TrySet(sprites.At(i));
            }
        }
    }

    /// <summary>How often a panel was pressed.</summary>
    public int PressesOf(int panel) => _presses[panel];

    /// <summary>A panel is pressed.</summary>
    public int Press(int panel) => Interlocked.Increment(ref _presses[panel]);
}
