namespace NanoFirmware.Web;

/// <summary>What a document wants of several groups of controls: read and checked as a whole first, stored afterwards.</summary>
internal sealed class StateChange
{
    private readonly string[] _names;
    private readonly ControlsChange[] _changes;

    /// <param name="names">The groups' names in the document.</param>
    /// <param name="changes">What is wanted of each.</param>
    public StateChange(string[] names, ControlsChange[] changes)
    {
        _names = names;
        _changes = changes;
    }

    /// <summary>Controls that were read.</summary>
    public int Count
    {
        get
        {
            int count = 0;
            for (int i = 0; i < _changes.Length; i++)
            {
                count += _changes[i].Count;
            }

            return count;
        }
    }

    /// <summary>The groups' names in a row, for a sentence.</summary>
    public string Names
    {
        get
        {
            string names = _names[0];
            for (int i = 1; i < _names.Length; i++)
            {
                names = names + (i < _names.Length - 1 ? ", " : " or ") + _names[i];
            }

            return names;
        }
    }

    /// <summary>Whether a group has that name.</summary>
    public bool Has(string name) => IndexOf(name) >= 0;

    /// <summary>Reads the object behind the name of a group, which has just been read. What is wrong, or null.</summary>
    public string ReadGroup(JsonReader json)
    {
        ControlsChange change = _changes[IndexOf(json.Text)];
        return json.Next() == JsonToken.BeginObject
            ? change.Read(json, -1)
            : json.Problem ?? Names + " must be an object of controls";
    }

    /// <summary>Stores what was read.</summary>
    public void Apply()
    {
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].Apply();
        }
    }

    private int IndexOf(string name)
    {
        for (int i = 0; i < _names.Length; i++)
        {
            if (_names[i] == name)
            {
                return i;
            }
        }

        return -1;
    }
}
