using System;
using NanoFirmware.Control;

namespace NanoFirmware.Documents;

/// <content>Groups that are made once somebody names one.</content>
internal sealed partial class StateChange
{
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
}
