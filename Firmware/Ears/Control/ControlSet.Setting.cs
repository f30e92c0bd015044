using System;

namespace NanoFirmware.Control;

/// <content>One control, or several at once.</content>
public abstract partial class ControlSet
{
    /// <summary>Sets one control.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the control's range.</exception>
    public void Set(int index, int value)
    {
        ControlSpec control = Controls[index];
        if (value < control.Min || value > control.Max)
        {
            throw new ArgumentOutOfRangeException(control.Name);
        }

        var values = new int[Values.Length];
        var chosen = new bool[values.Length];
        values[index] = value;
        chosen[index] = true;
        Apply(values, chosen);
    }

    /// <summary>Sets one control by name.</summary>
    /// <exception cref="ArgumentException">There is no such control.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value is outside the control's range.</exception>
    public void Set(string name, int value)
    {
        int index = IndexOf(name);
        if (index < 0)
        {
            throw new ArgumentException(name);
        }

        Set(index, value);
    }

    /// <summary>
    /// Takes over those of <paramref name="values"/> that are marked in <paramref name="chosen"/>, all checked before,
    /// in one step that no frame can fall into.
    /// </summary>
    public void Apply(int[] values, bool[] chosen)
    {
        Prepare(values, chosen, null);
        Store(values, chosen, null);
    }

    /// <summary>Turns steps into the values that they lead to now, and fills in what was not chosen.</summary>
    public void Resolve(int[] values, bool[] chosen, bool[] isStep)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!chosen[i])
            {
                values[i] = Values[i];
            }
            else if (isStep != null && isStep[i])
            {
                values[i] = Controls[i].Moved(Values[i], values[i]);
                isStep[i] = false;
            }
        }
    }
}
