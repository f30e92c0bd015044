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
    public LayoutControls NewControls() => new LayoutControls(_stage.Leds, _index, _values);

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail; null for a line.</summary>
    /// <param name="values">As <see cref="LayoutControls"/> numbers them, checked.</param>
    public GridPlan Compile(int[] values)
    {
        if (values[LayoutControls.KindIndex] == LayoutControls.Line)
        {
            return null;
        }

        bool isOfPanels = values[LayoutControls.KindIndex] == LayoutControls.Panels;
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

        bool spans = values[LayoutControls.SpanIndex] != 0;
        var plan = new GridPlan(_stage.Leds, _index, spans, places, width, height, values[LayoutControls.ExpandIndex]);
        plan.MakeRoom(_canvas.Grb.Length);
        _canvas.Notices = Notices;
        return plan;
    }

    /// <summary>Takes over a layout that was compiled; what it already is changes nothing.</summary>
    public void Store(int[] values, GridPlan plan)
    {
        lock (_canvas)
        {
            if (Has(values))
            {
                return;
            }

            bool isGrid = plan != null;
            bool isOtherKind = isGrid != (Plan != null);
            _values = isGrid ? values : null;
            Plan = plan;
            if (isOtherKind)
            {
                _controls.TakePatterns(PatternCatalog.NamesFor(isGrid), PatternCatalog.InitialParametersFor(isGrid), isGrid);
            }
        }

        _controls.Touch();
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
    public bool Has(int[] values)
    {
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
