namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>Two independent 64-bit hashes of a row of numbers, taken as 128 bits.</summary>
internal struct StateHash
{
    private ulong _low;
    private ulong _high;

    internal void Add(long number)
    {
        _low = Mix(_low ^ (ulong)number, 0xBF58476D1CE4E5B9);
        _high = Mix(_high + (ulong)number, 0x94D049BB133111EB);
    }

    internal void Add(ReadOnlySpan<long> numbers)
    {
        Add(numbers.Length);
        foreach (long number in numbers)
        {
            Add(number);
        }
    }

    internal readonly UInt128 Value => new(_high, _low);

    private static ulong Mix(ulong value, ulong factor)
    {
        value = (value + 0x9E3779B97F4A7C15) * factor;
        return value ^ (value >> 29);
    }
}
