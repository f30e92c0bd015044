namespace NanoHost;

/// <summary>Sizes of one kind of memory in bytes.</summary>
public sealed record MemoryFigures(uint Total, uint Free, uint LargestFreeBlock);

/// <summary>
/// What the board says about its memory. The figures are modelled after an ESP32-S3 with 8 MB of PSRAM and constant
/// unless a host sets others; none was measured on a board.
/// </summary>
public sealed class BoardMemory
{
    public MemoryFigures Internal { get; set; } = new(320 * 1024, 120 * 1024, 64 * 1024);

    public MemoryFigures SpiRam { get; set; } = new(8 * 1024 * 1024, 1024 * 1024, 960 * 1024);

    public MemoryFigures All => new(
        Internal.Total + SpiRam.Total,
        Internal.Free + SpiRam.Free,
        Math.Max(Internal.LargestFreeBlock, SpiRam.LargestFreeBlock));

    /// <summary>The firmware asked for a collection: what nobody refers to is finalised, sockets among it.</summary>
    public event Action? Collected;

    /// <summary>
    /// The runtime compacted the heap: it collected, found no room in one piece, moved what is alive together and went on. No
    /// exception tells. How far an array moves depends on what died before it; here each one does.
    /// </summary>
    public event Action? Compacted;

    /// <summary>Free bytes of the managed heap, what a collection returns; about 7 MB with PSRAM.</summary>
    public uint ManagedHeapFree { get; set; } = 7 * 1024 * 1024;

    /// <summary>An allocation found no room in one piece.</summary>
    public void Compact() => Compacted?.Invoke();

    internal uint Collect(bool compacts)
    {
        Collected?.Invoke();
        if (compacts)
        {
            Compact();
        }

        return ManagedHeapFree;
    }
}
