using NanoHost;

namespace nanoFramework.Runtime.Native;

/// <summary>The board's garbage collector: the simulated one has nothing to do but to say so.</summary>
public static class GC
{
    /// <summary>Free bytes of the managed heap.</summary>
    public static uint Run(bool compactHeap) => SimulatedBoard.Current.Memory.Collect(compactHeap);

    public static void EnableGCMessages(bool enable)
    {
    }
}
