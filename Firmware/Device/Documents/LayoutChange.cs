using NanoFirmware.Control;
using NanoFirmware.Layout;
using NanoFirmware.Rendering;

namespace NanoFirmware.Documents;

/// <summary>
/// What a document wants of a channel's layout: read and checked as a whole first, compiled, stored afterwards.
/// </summary>
internal sealed class LayoutChange
{
    private readonly ChannelLayout _layout;
    private LayoutControls _wanted;
    private GridPlan _plan;

    /// <param name="layout">The channel's.</param>
    public LayoutChange(ChannelLayout layout) => _layout = layout;

    /// <summary>The map that comes with the document; null for the one that is there.</summary>
    public LedMap Map;

    /// <summary>It may be for other strips than there are: <see cref="ConflictOn"/> is still to be asked.</summary>
    public bool IsForAnyStrips;

    /// <summary>Reads the object that is the layout, or a part of it; the rest stays as it is. What is wrong, or null.</summary>
    /// <param name="json">Stands before the object.</param>
    /// <param name="tolerance">What to do about fields that this firmware does not take.</param>
    public string Read(JsonReader json, Tolerance tolerance) =>
        json.Next() == JsonToken.BeginObject ? ReadMembers(json, tolerance) : json.Problem ?? "layout must be an object";

    /// <summary>Reads the members of an object whose bracket has been read, to its end. What is wrong, or null.</summary>
    public string ReadMembers(JsonReader json, Tolerance tolerance)
    {
        LayoutControls wanted = NewControls();
        var change = new ControlsChange(wanted, null) { Tolerance = tolerance };
        string problem = change.Read(json, -1);
        if (problem != null)
        {
            return problem;
        }

        if (change.Count == 0)
        {
            return "no field given: use " + wanted.Names;
        }

        change.Store();
        return Want(wanted);
    }

    /// <summary>
    /// Takes the map that comes before the rest of the document: it acts at once where one is in force. What is wrong, or null.
    /// </summary>
    public string ReadMap(JsonReader json)
    {
        string problem = MapDocument.ReadMembers(json, out Map);
        bool isInForce = _layout.NewControls().Values[LayoutControls.KindIndex] == LayoutControls.FreeMap;
        return problem == null && isInForce ? WantMap() : problem;
    }

    /// <summary>Wants the strip to hang as <see cref="Map"/> says. What is wrong, or null.</summary>
    public string WantMap()
    {
        LayoutControls wanted = NewControls();
        wanted.TakeMap();
        return Want(wanted);
    }

    /// <summary>What a control is like once the layout is in force: on a grid there are more patterns.</summary>
    public ControlSpec SpecOf(ControlSet controls, int index) => _wanted == null || index != ChannelControls.PatternIndex
        ? controls.Controls[index]
        : ControlSpec.Choice(
            "pattern", PatternCatalog.NamesFor(PatternCatalog.CountFor(_wanted.IsGrid, _wanted.IsOfPanels)),
            controls.Controls[index].Initial);

    /// <summary>What keeps it from hanging on the strips that there are, as a sentence; null for nothing.</summary>
    public string Conflict() => _wanted == null ? null : _wanted.Conflict(_wanted.Values);

    /// <summary>The same of other strips.</summary>
    /// <param name="leds">Pixels of each.</param>
    public string ConflictOn(int[] leds) => _wanted == null ? null : _wanted.ConflictOn(leds);

    /// <summary>Makes what <see cref="Store"/> needs, so that it cannot fail.</summary>
    public void Prepare()
    {
        if (_wanted != null && !IsPresent)
        {
            _plan = _layout.Compile(_wanted);
        }
    }

    /// <summary>Stores what was read and prepared.</summary>
    public void Store()
    {
        if (_wanted != null)
        {
            _layout.Store(_wanted, _plan);
        }
    }

    /// <summary>Whether it is as it is wanted already.</summary>
    public bool IsPresent => _wanted == null || _layout.Has(_wanted);

    /// <summary>Writes what is wanted into the object that is open.</summary>
    public void Write(JsonWriter json)
    {
        if (_wanted != null)
        {
            LayoutDocument.Write(json, _wanted);
        }
    }

    /// <summary>Wants the layout as it is now.</summary>
    public void WantPresent() => _wanted = _layout.NewControls();

    /// <summary>Wants a line, and no map.</summary>
    public void WantInitial()
    {
        _wanted = _layout.NewControls(null);
        _wanted.Set(LayoutControls.KindIndex, LayoutControls.Line);
    }

    private LayoutControls NewControls() => Map == null ? _layout.NewControls() : _layout.NewControls(Map);

    private string Want(LayoutControls wanted)
    {
        string problem = IsForAnyStrips ? null : wanted.Conflict(wanted.Values);
        if (problem == null)
        {
            _wanted = wanted;
        }

        return problem;
    }
}
