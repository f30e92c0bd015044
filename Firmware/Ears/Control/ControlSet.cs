using System;

namespace NanoFirmware.Control;

/// <summary>
/// A group of controls and their values: plain ints, stored by web threads and read by the render thread once at the
/// start of a frame.
/// </summary>
public abstract partial class ControlSet
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

    /// <summary>What a request is told whose value is none of a control's.</summary>
    public virtual string Refusal(ControlSpec control) => control.Name + " must be " + control.Allowed;

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
}
