using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Outputs;

namespace NanoFirmware.Rendering;

/// <summary>
/// How a channel's pixels hang: a line unless a grid was set. Stored by one thread, taken by another at the start of its next
/// frame.
/// </summary>
internal sealed class ChannelLayout
{
    private readonly Stage _stage;
    private readonly int _index;
    private readonly ChannelControls _controls;
    private readonly Canvas _canvas;
    private int[] _values;

    /// <param name="stage">Whose outputs.</param>
    /// <param name="index">The channel's place there.</param>
    /// <param name="controls">The channel's: on a grid there are more patterns to choose from.</param>
    /// <param name="canvas">What it draws on.</param>
    public ChannelLayout(Stage stage, int index, ChannelControls controls, Canvas canvas)
    {
        _stage = stage;
        _index = index;
        _controls = controls;
        _canvas = canvas;
    }

    /// <summary>The grid in force; null for a line.</summary>
    public GridPlan Plan;

    /// <summary>The map that there is for it, in force or not; null for none.</summary>
    public LedMap Map;

    /// <summary>No grid is set.</summary>
    public bool IsLine
    {
        get
        {
            int[] values = _values;
            return values == null || values[LayoutControls.KindIndex] == LayoutControls.Line;
        }
    }

    /// <summary>Another channel's grid goes on over this one's strip.</summary>
    public bool IsSpanned => _index > 0 && _stage.Span != null;

    /// <summary>What grids tell; made when somebody asks for it.</summary>
    public Notices Notices
    {
        get
        {
            _stage.Notices = _stage.Notices ?? new Notices();
            return _stage.Notices;
        }
    }

    /// <summary>What is set, to read or to change.</summary>
    public LayoutControls NewControls() => NewControls(Map);

    /// <summary>The same with another map.</summary>
    public LayoutControls NewControls(LedMap map) => new LayoutControls(_stage.Leds, _index, _values, map);

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail; null for a line.</summary>
    /// <param name="wanted">What is wanted, checked.</param>
    public GridPlan Compile(LayoutControls wanted)
    {
        if (!wanted.IsGrid)
        {
            return null;
        }

        int[] values = wanted.Values;
        bool spans = values[LayoutControls.SpanIndex] != 0;
        int width = values[LayoutControls.WidthIndex];
        var plan = new GridPlan(_stage.Leds, _index, spans, Places(wanted), width, values[LayoutControls.HeightIndex],
            values[LayoutControls.ExpandIndex]);
        if (wanted.IsOfPanels)
        {
            plan.HangPanels(values[LayoutControls.PanelsIndex], values[LayoutControls.GapIndex]);
        }

        plan.MakeRoom(_canvas.Grb.Length);
        _canvas.Notices = Notices;
        return plan;
    }

    /// <summary>For each LED along the strips its place, row by row from the top left; −1 where it hangs nowhere.</summary>
    public short[] Places(LayoutControls wanted)
    {
        int[] values = wanted.Values;
        if (values[LayoutControls.KindIndex] == LayoutControls.FreeMap)
        {
            return wanted.Map.Places();
        }

        if (!wanted.IsGrid)
        {
            return GridLayout.Places(_stage.Leds[_index], 1, 0, false, false);
        }

        bool isOfPanels = wanted.IsOfPanels;
        int size = values[LayoutControls.SizeIndex];
        int width = values[LayoutControls.WidthIndex];
        int height = values[LayoutControls.HeightIndex];
        short[] places = GridLayout.Places(
            isOfPanels ? size : width, isOfPanels ? size : height,
            values[LayoutControls.StartIndex], values[LayoutControls.ByIndex] != 0, values[LayoutControls.SerpentineIndex] != 0);
        if (isOfPanels)
        {
            places = PanelLayout.Places(
                values[LayoutControls.PanelsIndex], size, values[LayoutControls.GapIndex],
                values[LayoutControls.OrderIndex] != 0, values[LayoutControls.RotationIndex], places);
        }

        return places;
    }

    /// <summary>Takes over a layout that was compiled; what it already is changes nothing.</summary>
    public void Store(LayoutControls wanted, GridPlan plan)
    {
        lock (_canvas)
        {
            if (Has(wanted))
            {
                return;
            }

            int patterns = PatternsOn(plan);
            bool areOthers = patterns != PatternsOn(Plan);
            _values = plan != null ? wanted.Values : null;
            Map = wanted.Map;
            Plan = plan;
            if (areOthers)
            {
                _controls.TakePatterns(
                    PatternCatalog.NamesFor(patterns), PatternCatalog.InitialParametersFor(patterns), PlaceOfMore(patterns));
            }
        }

        _controls.Touch();
    }

    /// <summary>How many patterns can be chosen on a grid; on a line where it is null.</summary>
    public static int PatternsOn(GridPlan plan) => PatternCatalog.CountFor(plan != null, plan != null && plan.Panels > 0);

    private static string PlaceOfMore(int patterns)
    {
        string onPanels = patterns == PatternCatalog.CountOnPanels ? null : "on panels";
        return patterns == PatternCatalog.Count ? "on a grid" : onPanels;
    }

    /// <summary>Shows a picture to see by how the pixels hang, in place of everything else, for some seconds.</summary>
    /// <param name="nowUs">The µs clock.</param>
    public void Test(long nowUs)
    {
        GridPlan plan = Plan;
        Output[] outputs = _stage.Outputs;
        for (int i = 0; i < outputs.Length; i++)
        {
            if (i == _index || (plan != null && plan.Spans))
            {
                outputs[i].Walk = plan == null ? new StripWalk(nowUs) : new GridWalk(nowUs, plan, i);
            }
        }
    }

    /// <summary>Whether that is what is set.</summary>
    public bool Has(LayoutControls wanted)
    {
        int[] values = wanted.Values;
        if (wanted.Map != Map && (wanted.Map == null || !wanted.Map.IsSame(Map)))
        {
            return false;
        }

        if (values[LayoutControls.KindIndex] == LayoutControls.Line || _values == null)
        {
            return values[LayoutControls.KindIndex] == LayoutControls.Line && _values == null;
        }

        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != _values[i])
            {
                return false;
            }
        }

        return true;
    }
}
