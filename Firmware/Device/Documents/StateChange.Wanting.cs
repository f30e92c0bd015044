namespace NanoFirmware.Documents;

/// <content>Wants what no document tells, and writes what it wants.</content>
internal sealed partial class StateChange
{
    /// <summary>Wants a value of a group's control.</summary>
    public void Want(int group, int control, int value) => _changes[group].Want(control, value);

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
}
