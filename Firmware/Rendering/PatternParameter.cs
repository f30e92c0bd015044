namespace NanoFirmware.Rendering;

/// <summary>One thing that can be adjusted on a pattern. It acts through one of a channel's controls p1 to p4.</summary>
public sealed class PatternParameter
{
    /// <param name="name">Lower case, one word.</param>
    /// <param name="min">Least value, 0 or more; smaller ones count as this.</param>
    /// <param name="max">Greatest value, 255 or less; greater ones count as this.</param>
    /// <param name="initial">The value when the pattern is chosen.</param>
    public PatternParameter(string name, int min, int max, int initial)
    {
        Name = name;
        Min = min;
        Max = max;
        Initial = initial;
    }

    public readonly string Name;

    public readonly int Min;

    public readonly int Max;

    public readonly int Initial;
}
