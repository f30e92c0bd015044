using System;

namespace NanoFirmware.Control;

/// <content>What a choice of pattern brings along.</content>
public sealed partial class ChannelControls
{
    // Another pattern starts as its author meant it: parameters that the same request does not set become its own.
    protected override void Complete(int[] values, bool[] chosen)
    {
        if (IsOther(chosen))
        {
            // Whoever chooses something to be seen has changed his mind.
            _waiting = WaitingAs(values, Controls[PatternIndex].Max + 1);
        }

        if (values[PatternIndex] > Controls[PatternIndex].Max)
        {
            // Where there is none of it, what is shown goes on.
            values[PatternIndex] = Pattern;
            Array.Copy(Values, ParameterIndex, values, ParameterIndex, ParameterCount);
            return;
        }

        if (!chosen[PatternIndex] || values[PatternIndex] == Values[PatternIndex])
        {
            return;
        }

        int first = values[PatternIndex] * ParameterCount;
        for (int i = 0; i < ParameterCount; i++)
        {
            if (!chosen[ParameterIndex + i])
            {
                values[ParameterIndex + i] = _initialParameters[first + i];
            }
        }
    }

    private static void Choose(bool[] chosen)
    {
        chosen[PatternIndex] = true;
        for (int i = 0; i < ParameterCount; i++)
        {
            chosen[ParameterIndex + i] = true;
        }
    }
}
