namespace NanoFirmware.Rendering;

/// <summary>
/// Chance for patterns: the same row of numbers after each <see cref="Restart"/>, so that pictures can be compared.
/// </summary>
public sealed class Dice
{
    private uint _state;

    public Dice() => Restart();

    public void Restart() => _state = 20113;

    /// <summary>A number from 0 to <paramref name="count"/> − 1; <paramref name="count"/> at most 65536.</summary>
    public int Below(int count)
    {
        // Numerical Recipes' quick generator; its upper half is the random one.
        _state = (_state * 1664525) + 1013904223;
        return (int)(((_state >> 16) * (uint)count) >> 16);
    }
}
