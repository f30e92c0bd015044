using NanoFirmware.Control;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>
/// What a document wants of the layers over a channel's picture: read and checked as a whole first, made, stored
/// afterwards.
/// </summary>
internal sealed class LayersChange
{
    public const string Name = "layers";

    private const string ListAllowed = Name + " must be a list of at most 2 objects";

    private readonly Channel _channel;
    private int[][] _wanted;
    private LayerPlan _plan;

    /// <param name="channel">Whose layers.</param>
    public LayersChange(Channel channel) => _channel = channel;

    /// <summary>Reads the list. What is wrong, or null.</summary>
    /// <param name="json">Stands before it.</param>
    /// <param name="layout">What the same document wants of the layout; null for nothing.</param>
    /// <param name="tolerance">What to do about fields that this firmware does not take.</param>
    public string Read(JsonReader json, LayoutChange layout, Tolerance tolerance)
    {
        if (json.Next() != JsonToken.BeginArray)
        {
            return json.Problem ?? ListAllowed;
        }

        var read = new int[ChannelLayers.Most][];
        int count = 0;
        JsonToken token;
        for (token = json.Next(); token == JsonToken.BeginObject; token = json.Next())
        {
            if (count == read.Length)
            {
                return ListAllowed;
            }

            LayerControls layer = NewControls(layout);
            string problem = ReadLayer(json, layer, tolerance);
            if (problem != null)
            {
                return problem;
            }

            read[count] = layer.Values;
            count++;
        }

        if (token != JsonToken.EndArray)
        {
            return json.Problem ?? ListAllowed;
        }

        int[][] wanted = FirstOf(read, count);
        string refusal = ChannelLayers.BlendProblem(wanted, _channel.Output.Strip.Leds);
        _wanted = refusal == null ? wanted : _wanted;
        return refusal;
    }

    /// <summary>What is wrong with them over a pattern, as a sentence; null for nothing.</summary>
    public string Conflict(int pattern) => _wanted == null ? null : ChannelLayers.CostProblem(pattern, _wanted);

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail.</summary>
    public void Prepare()
    {
        if (!IsPresent)
        {
            _plan = new LayerPlan(_wanted);
            _channel.MakeOver().Layers.Prepare(_plan);
        }
    }

    /// <summary>Stores what was read and prepared.</summary>
    public void Store()
    {
        if (_plan != null)
        {
            _channel.Over.Layers.Store(_plan);
        }
    }

    /// <summary>Whether all is as it is wanted already.</summary>
    public bool IsPresent => _wanted == null || new LayerPlan(_wanted).IsSame(LayersDocument.PlanOf(_channel));

    /// <summary>Writes what is wanted into the object that is open.</summary>
    public void Write(JsonWriter json)
    {
        if (_wanted != null)
        {
            LayersDocument.Write(json, _channel, new LayerPlan(_wanted), false);
        }
    }

    /// <summary>Wants the layers as they are now.</summary>
    public void WantPresent()
    {
        LayerPlan plan = LayersDocument.PlanOf(_channel);
        _wanted = new int[plan == null ? 0 : plan.Count][];
        for (int i = 0; i < _wanted.Length; i++)
        {
            _wanted[i] = plan.ValuesOf(i);
        }
    }

    /// <summary>Wants none.</summary>
    public void WantInitial() => _wanted = new int[0][];

    private LayerControls NewControls(LayoutChange layout)
    {
        ControlSet controls = _channel.Controls;
        ControlSpec pattern = layout == null
            ? controls.Controls[ChannelControls.PatternIndex]
            : layout.SpecOf(controls, ChannelControls.PatternIndex);
        return new LayerControls(pattern, controls.Controls[ChannelControls.PaletteIndex]);
    }

    private static string ReadLayer(JsonReader json, LayerControls layer, Tolerance tolerance)
    {
        var change = new ControlsChange(layer, null) { Tolerance = tolerance };
        string problem = change.Read(json, -1);
        if (problem == null)
        {
            change.Store();
        }

        return problem;
    }

    private static int[][] FirstOf(int[][] read, int count)
    {
        var first = new int[count][];
        for (int i = 0; i < count; i++)
        {
            first[i] = read[i];
        }

        return first;
    }
}
