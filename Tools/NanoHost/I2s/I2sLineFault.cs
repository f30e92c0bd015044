namespace NanoHost.I2s;

/// <summary>What is wrong with the microphone's data line.</summary>
public enum I2sLineFault
{
    /// <summary>Nothing: the microphone speaks in its slot, the other is 0.</summary>
    None,

    /// <summary>The line is stuck low: every sample is 0.</summary>
    Dead,

    /// <summary>The line is stuck high: every sample is −1.</summary>
    Stuck,

    /// <summary>No microphone: the open input picks up the same small noise in both slots.</summary>
    Absent
}
