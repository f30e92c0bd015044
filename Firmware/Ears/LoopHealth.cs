namespace NanoFirmware;

/// <summary>Whether a loop runs.</summary>
internal enum LoopHealth
{
    /// <summary>It does its steps, or was never started, or rests on purpose.</summary>
    Fine,

    /// <summary>Something that a step threw has ended its thread.</summary>
    Died,

    /// <summary>A step takes longer than one ever takes in good health.</summary>
    Hung,
}
