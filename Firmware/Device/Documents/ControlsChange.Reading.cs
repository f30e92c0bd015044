namespace NanoFirmware.Documents;

/// <content>Reads what is wanted, member by member.</content>
internal sealed partial class ControlsChange
{
    /// <summary>Whether there is a control of that name.</summary>
    public bool Knows(string name) => _controls.IndexOf(name) >= 0;

    /// <summary>Reads the members of an object whose bracket has been read, to its end. What is wrong, or null.</summary>
    /// <param name="json">Stands behind the opening bracket.</param>
    /// <param name="only">Index of the one control whose "value" the object is; −1 for members with the controls' names.</param>
    public string Read(JsonReader json, int only)
    {
        JsonToken token;
        for (token = json.Next(); token == JsonToken.Name; token = json.Next())
        {
            int depth = json.Depth;
            bool isKnown = only >= 0 || IsKnown(json.Text);
            string problem = isKnown ? ReadMember(json, only) : "unknown control: use " + _controls.Names;
            if (json.Problem != null)
            {
                return json.Problem;
            }

            if (problem == null)
            {
                continue;
            }

            if (Tolerance == Tolerance.Nothing || (Tolerance == Tolerance.UnknownNames && isKnown))
            {
                return problem;
            }

            PassOver(json, isKnown, depth, problem);
        }

        return json.Problem;
    }

    /// <summary>Reads the value behind the name of a control, which has been read. What is wrong, or null.</summary>
    public string ReadNamed(JsonReader json) => ReadValue(json, _controls.IndexOf(json.Text));

    private bool IsKnown(string name) =>
        (_palette != null && name == "colours") || (Layout != null && name == LayoutDocument.Name)
            || (Layers != null && name == LayersChange.Name)
        || _controls.IndexOf(name) >= 0;

    // A known control's value has been begun, an unknown one's has not.
    private void PassOver(JsonReader json, bool isKnown, int depth, string problem)
    {
        FirstPassedOver = FirstPassedOver ?? problem;
        PassedOver++;
        if (isKnown)
        {
            json.Leave(depth);
        }
        else
        {
            json.Skip();
        }
    }
}
