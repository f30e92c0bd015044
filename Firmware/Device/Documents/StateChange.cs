using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <summary>What a document wants of several groups of controls: read and checked as a whole first, stored afterwards.</summary>
internal sealed partial class StateChange
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

    /// <summary>Whether a group has that name.</summary>
    public bool Has(string name)
    {
        if (IndexOf(name) < 0 && IsOptional(name))
        {
            AddOptional();
        }

        return IndexOf(name) >= 0;
    }

    /// <summary>What is wanted of a group's layout; null where it has none.</summary>
    public LayoutChange LayoutOf(int group) => _changes[group].Layout;

    /// <summary>What is wanted of a group's choice, by its name; null for nothing.</summary>
    public string ChoiceOf(int group, int control) => _changes[group].ChoiceOf(control);

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
