namespace NanoHost.I2s;

/// <summary>Which half of a stereo frame: left is the first 16 bits in the bytes that Read delivers, right the second.</summary>
public enum I2sSlot
{
    Left,
    Right
}

/// <summary>What is wrong with the microphone's data line.</summary>
public enum I2sLineFault
{
    /// <summary>Nothing: the microphone speaks.</summary>
    None,

    /// <summary>The line is stuck low: every sample is 0.</summary>
    Dead,

    /// <summary>The line is stuck high: every sample is −1.</summary>
    Stuck,

    /// <summary>No microphone: the open input picks up the same small noise in both slots.</summary>
    Absent
}
