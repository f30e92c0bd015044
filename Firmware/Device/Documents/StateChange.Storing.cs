namespace NanoFirmware.Documents;

/// <content>What was read becomes what is, in all groups at once.</content>
internal sealed partial class StateChange
{
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
}
