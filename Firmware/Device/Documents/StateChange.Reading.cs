namespace NanoFirmware.Documents;

/// <content>One group after the other.</content>
internal sealed partial class StateChange
{
    /// <summary>Reads the object behind the name of a group, which has just been read. What is wrong, or null.</summary>
    public string ReadGroup(JsonReader json)
    {
        ControlsChange change = _changes[IndexOf(json.Text)];
        int depth = json.Depth;
        if (json.Next() == JsonToken.BeginObject)
        {
            return change.Read(json, -1);
        }

        string problem = Names + " must be an object of controls";
        if (json.Problem != null || _tolerance != Tolerance.Anything)
        {
            return json.Problem ?? problem;
        }

        json.Leave(depth);
        Note(problem);
        return json.Problem;
    }

    /// <summary>Passes over the value behind a name that is no group's. What is wrong, or null.</summary>
    /// <param name="json">Stands behind the name.</param>
    /// <param name="others">Names that the document may have beside the groups', each with a comma behind it.</param>
    public string PassOver(JsonReader json, string others)
    {
        string problem = "unknown field: use " + others + Names;
        if (_tolerance == Tolerance.Nothing)
        {
            return problem;
        }

        Note(problem);
        json.Skip();
        return json.Problem;
    }

    private void Note(string problem)
    {
        _firstStranger = _firstStranger ?? problem;
        _strangers++;
    }
}
