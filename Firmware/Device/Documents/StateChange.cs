using System;
using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <summary>What a document wants of several groups of controls: read and checked as a whole first, stored afterwards.</summary>
internal sealed class StateChange
{
    private string[] _names;
    private ControlsChange[] _changes;
    private readonly Tolerance _tolerance;
    private int _strangers;
    private string _firstStranger;

    /// <param name="names">The groups' names in the document.</param>
    /// <param name="changes">What is wanted of each.</param>
    /// <param name="tolerance">What to do about that which this firmware does not take.</param>
    public StateChange(string[] names, ControlsChange[] changes, Tolerance tolerance)
    {
        _names = names;
        _changes = changes;
        _tolerance = tolerance;
        for (int i = 0; i < changes.Length; i++)
        {
            changes[i].Tolerance = tolerance;
        }
    }

    /// <summary>Groups that are there once the document names one of them; null for none.</summary>
    public OptionalGroups Optional;

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

    /// <summary>Fields that were passed over.</summary>
    public int PassedOver
    {
        get
        {
            int count = _strangers;
            for (int i = 0; i < _changes.Length; i++)
            {
                count += _changes[i].PassedOver;
            }

            return count;
        }
    }

    /// <summary>What was wrong with one of them; null when nothing was passed over.</summary>
    public string FirstPassedOver
    {
        get
        {
            string first = _firstStranger;
            for (int i = 0; i < _changes.Length && first == null; i++)
            {
                string problem = _changes[i].FirstPassedOver;
                first = problem == null ? null : "in " + _names[i] + ": " + problem;
            }

            return first;
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
    public bool Has(string name)
    {
        if (IndexOf(name) < 0 && IsOptional(name))
        {
            AddOptional();
        }

        return IndexOf(name) >= 0;
    }

    /// <summary>Takes the optional groups in.</summary>
    public void AddOptional()
    {
        string[] further = Optional.Names;
        ControlSet[] groups = Optional.Groups;
        int count = _names.Length;
        var names = new string[count + further.Length];
        var changes = new ControlsChange[names.Length];
        Array.Copy(_names, 0, names, 0, count);
        Array.Copy(_changes, 0, changes, 0, count);
        for (int i = 0; i < further.Length; i++)
        {
            names[count + i] = further[i];
            changes[count + i] = new ControlsChange(groups[i], null) { Tolerance = _tolerance };
        }

        _names = names;
        _changes = changes;
    }

    private bool IsOptional(string name)
    {
        if (Optional == null)
        {
            return false;
        }

        string[] names = Optional.Names;
        bool isOne = false;
        for (int i = 0; i < names.Length; i++)
        {
            isOne = isOne || names[i] == name;
        }

        return isOne;
    }

    /// <summary>What is wanted of a group's layout; null where it has none.</summary>
    public LayoutChange LayoutOf(int group) => _changes[group].Layout;

    /// <summary>Wants a value of a group's control.</summary>
    public void Want(int group, int control, int value) => _changes[group].Want(control, value);

    /// <summary>What is wanted of a group's choice, by its name; null for nothing.</summary>
    public string ChoiceOf(int group, int control) => _changes[group].ChoiceOf(control);

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

    /// <summary>
    /// What is wrong with the values that the change leads to, taken together, as a sentence; null for nothing.
    /// </summary>
    public string Conflict()
    {
        string conflict = null;
        for (int i = 0; i < _changes.Length && conflict == null; i++)
        {
            conflict = _changes[i].Conflict();
        }

        return conflict;
    }

    /// <summary>Stores what was read. What that needs is made first: when there is no room for it, nothing has changed.</summary>
    public void Apply()
    {
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].Prepare();
        }

        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].Store();
        }
    }

    /// <summary>Turns steps into the values that they would lead to now.</summary>
    public void Resolve()
    {
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].Resolve();
        }
    }

    /// <summary>Whether everything is as it wants it already, once steps are resolved.</summary>
    public bool IsPresent
    {
        get
        {
            for (int i = 0; i < _changes.Length; i++)
            {
                if (!_changes[i].IsPresent)
                {
                    return false;
                }
            }

            return true;
        }
    }

    /// <summary>Wants everything as it is now.</summary>
    public void WantPresent()
    {
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].WantPresent();
        }
    }

    /// <summary>Wants everything as it is after a factory reset.</summary>
    public void WantInitial()
    {
        for (int i = 0; i < _changes.Length; i++)
        {
            _changes[i].WantInitial();
        }
    }

    /// <summary>Writes what was read into the object that is open.</summary>
    public void WriteFields(JsonWriter json)
    {
        for (int i = 0; i < _changes.Length; i++)
        {
            if (_changes[i].Count > 0)
            {
                json.Name(_names[i]);
                json.BeginObject();
                _changes[i].WriteFields(json);
                json.EndObject();
            }
        }
    }

    private void Note(string problem)
    {
        _firstStranger = _firstStranger ?? problem;
        _strangers++;
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
