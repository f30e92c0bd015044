using System;

namespace NanoFirmware.Control;

/// <summary>
/// A group of controls and their values: plain ints, stored by web threads and read by the render thread once at the
/// start of a frame.
/// </summary>
public abstract class ControlSet
{
    private readonly object _writing = new object();

    /// <summary>The controls, by index.</summary>
    public readonly ControlSpec[] Controls;

    /// <summary>
    /// The values, by the same index. Read them freely; write through <see cref="Set(int, int)"/> or <see cref="Apply"/>.
    /// </summary>
    public readonly int[] Values;

    /// <summary>One more whenever a value became another.</summary>
    public int Version;

    protected ControlSet(ControlSpec[] controls)
    {
        Controls = controls;
        Values = new int[controls.Length];
        for (int i = 0; i < controls.Length; i++)
        {
            Values[i] = controls[i].Initial;
        }
    }

    /// <summary>
    /// The same controls with the same values, to be changed on their own; what is said of the controls is shared.
    /// </summary>
    protected ControlSet(ControlSet other)
    {
        Controls = other.Controls;
        Values = new int[Controls.Length];
        Array.Copy(other.Values, 0, Values, 0, Values.Length);
    }

    /// <summary>The controls' names in a row, for a sentence.</summary>
    public string Names
    {
        get
        {
            string names = Controls[0].Name;
            for (int i = 1; i < Controls.Length; i++)
            {
                names = names + ", " + Controls[i].Name;
            }

            return names;
        }
    }

    /// <summary>Index of the control with that name, or −1.</summary>
    public int IndexOf(string name)
    {
        for (int i = 0; i < Controls.Length; i++)
        {
            if (Controls[i].Name == name)
            {
                return i;
            }
        }

        return -1;
    }

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

    /// <summary>
    /// Makes what a change needs, so that <see cref="Store"/> cannot fail: for several groups, all of it comes first.
    /// </summary>
    /// <param name="values">What is wanted.</param>
    /// <param name="chosen">Which of them are.</param>
    /// <param name="isStep">Which of those are steps from what is, as <see cref="ControlSpec.Moved"/> takes them; null for
    /// none.</param>
    public virtual void Prepare(int[] values, bool[] chosen, bool[] isStep)
    {
    }

    /// <summary>
    /// Takes over what was prepared, as <see cref="Prepare"/> has it. Steps are resolved here, where nobody else can write: two
    /// that add one at the same time add two. What changes nothing counts as no change.
    /// </summary>
    public void Store(int[] values, bool[] chosen, bool[] isStep)
    {
        lock (_writing)
        {
            Resolve(values, chosen, isStep);
            Complete(values, chosen);
            if (IsSame(values))
            {
                return;
            }

            // One native copy: on the board no thread runs meanwhile.
            Array.Copy(values, 0, Values, 0, values.Length);
            Version++;
        }

        Changed();
    }

    /// <summary>Counts as changed, for what belongs to the controls and is kept elsewhere.</summary>
    public void Touch()
    {
        lock (_writing)
        {
            Version++;
        }

        Changed();
    }

    /// <summary>What a request is told whose value is none of a control's.</summary>
    public virtual string Refusal(ControlSpec control) => control.Name + " must be " + control.Allowed;

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

    /// <summary>Sets what follows from a change and was not chosen itself.</summary>
    /// <param name="values">What will be stored.</param>
    /// <param name="chosen">Which of them a request named.</param>
    protected virtual void Complete(int[] values, bool[] chosen)
    {
    }

    /// <summary>
    /// What is wrong with values that are each in range but cannot hold together, as a sentence; null for nothing.
    /// </summary>
    public virtual string Conflict(int[] values) => null;

    /// <summary>Called after a change was stored.</summary>
    protected virtual void Changed()
    {
    }

    private bool IsSame(int[] values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (values[i] != Values[i])
            {
                return false;
            }
        }

        return true;
    }
}
