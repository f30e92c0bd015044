using NanoHost;

namespace nanoFramework.Hardware.Esp32;

/// <summary>Free memory outside the managed heap, as <see cref="BoardMemory"/> has it.</summary>
public class NativeMemory
{
    public enum MemoryType
    {
        All = 0,
        Internal = 1,
        SpiRam = 2
    }

    public static void GetMemoryInfo(MemoryType memType, out uint totalSize, out uint totalFreeSize, out uint largestFreeBlock)
    {
        BoardMemory memory = SimulatedBoard.Current.Memory;
        MemoryFigures figures = memType switch
        {
            MemoryType.Internal => memory.Internal,
            MemoryType.SpiRam => memory.SpiRam,
            _ => memory.All
        };
        totalSize = figures.Total;
        totalFreeSize = figures.Free;
        largestFreeBlock = figures.LargestFreeBlock;
    }
}
