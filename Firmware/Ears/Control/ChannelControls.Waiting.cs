using System;

namespace NanoFirmware.Control;

/// <content>A pattern that waits for a grid.</content>
public sealed partial class ChannelControls
{
    /// <summary>The pattern for grids or panels that comes back as soon as there are such; −1 for none.</summary>
    public int WaitingPattern => _waiting == null ? -1 : _waiting[0];

    /// <summary>Puts the pattern that waits in the place of what is shown instead, with its parameters.</summary>
    public void ShowWaiting(int[] values)
    {
        int[] waiting = _waiting;
        if (waiting != null)
        {
            values[PatternIndex] = waiting[0];
            Array.Copy(waiting, 1, values, ParameterIndex, ParameterCount);
        }
    }

    // What of the values is a pattern that hangs elsewhere, where there are only so many; else null.
    private static int[] WaitingAs(int[] values, int patterns)
    {
        if (values[PatternIndex] < patterns)
        {
            return null;
        }

        var waiting = new int[ParameterCount + 1];
        waiting[0] = values[PatternIndex];
        Array.Copy(values, ParameterIndex, waiting, 1, ParameterCount);
        return waiting;
    }

    private static bool IsOther(bool[] chosen)
    {
        bool isOther = chosen[PatternIndex];
        for (int i = 0; i < ParameterCount; i++)
        {
            isOther = isOther || chosen[ParameterIndex + i];
        }

        return isOther;
    }
}
