namespace NanoFirmware.Documents;

/// <content>How much was read, and what was passed over.</content>
internal sealed partial class StateChange
{
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
}
