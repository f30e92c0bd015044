namespace NanoFirmware.Documents;

/// <content>Changes of all groups.</content>
internal sealed partial class StateExchange
{
    /// <summary>A change of all groups that wants nothing yet.</summary>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public StateChange NewChange(Tolerance tolerance)
    {
        var changes = new ControlsChange[_groups.Length];
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i] = new ControlsChange(_groups[i], PaletteOf(i));
            bool isChannel = Channels != null && i < Channels.Length;
            changes[i].Layout = isChannel && HasLayouts ? new LayoutChange(Channels[i].Layout) : null;
            changes[i].Layers = isChannel ? new LayersChange(Channels[i]) : null;
        }

        var change = new StateChange(_names, changes, tolerance) { Optional = Optional };
        if (MadeGroups.Length > 0)
        {
            change.AddOptional();
        }

        return change;
    }

    /// <summary>Sets every control to what it is after a factory reset.</summary>
    public void Reset()
    {
        StateChange change = NewChange(Tolerance.Nothing);
        change.WantInitial();
        change.Apply();
    }

    private static string ReadGroups(JsonReader json, StateChange change)
    {
        string notAnObject = json.EnterBody();
        if (notAnObject != null)
        {
            return notAnObject;
        }

        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            string problem = change.Has(json.Text) ? change.ReadGroup(json) : change.PassOver(json, string.Empty);
            if (problem != null)
            {
                return problem;
            }
        }

        return token == JsonToken.EndObject && json.Next() == JsonToken.End ? null : json.Problem;
    }
}
