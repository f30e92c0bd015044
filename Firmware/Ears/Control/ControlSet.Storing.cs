using System;

namespace NanoFirmware.Control;

/// <content>Values become those in force, in one go.</content>
public abstract partial class ControlSet
{
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
