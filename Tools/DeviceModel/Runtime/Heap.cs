using System.Globalization;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Scheduling;

namespace NanoFirmware.DeviceModel.Runtime;

/// <summary>
/// The device's managed heap by account: every allocation of interpreted code is noted with the size it has on the chip.
/// A collection happens when the heap is full, as there, and costs time for every object.
/// </summary>
public static class Heap
{
    // What is free after a collection lies in holes: the largest has this part of it, an assumption; but for the place of a large
    // array that died, as far as nothing that lives was made since.
    private const int HoleShare = 8;
    private const int LargeBytes = 4 * 1024;

    private static int _litter;
    private static int _holeBytes;
    private static int _holeMark;
    private static long _literalBytes;

    private static readonly List<(GCHandle Handle, int Bytes)> Objects = [];

    // The desktop hands out the same text for every small number, and for what a change of case leaves as it is: on the device
    // each is new, and garbage soon.
    private static readonly ConditionalWeakTable<object, object> Texts = [];
    private static int _textsAgainBytes;

    /// <summary>Costs of allocation and collection.</summary>
    internal static CostConstants? Costs { get; set; }

    /// <summary>Bytes of heap for managed objects.</summary>
    internal static long CapacityBytes { get; set; } = 7_000_000;

    /// <summary>Everything ever allocated, bytes.</summary>
    internal static long AllocatedBytes { get; private set; }

    /// <summary>Bytes in use: live objects and those not collected yet.</summary>
    internal static long UsedBytes { get; private set; }

    internal static int Collections { get; private set; }

    /// <summary>The firmware asks for a collection: the bytes that are free then.</summary>
    internal static long CollectNow()
    {
        Collect();
        return CapacityBytes - UsedBytes;
    }

    /// <summary>Every collection: when it began and how long it held everybody, µs.</summary>
    internal static List<(long AtUs, long TookUs)> Ledger { get; } = [];

    internal static bool Tracks { get; set; }

    /// <summary>Called when the heap was compacted.</summary>
    internal static Action? Moved { get; set; }

    /// <summary>
    /// Objects of the library that nobody refers to any more: they take no room here, and a collection has to pass over them.
    /// </summary>
    internal static void Litter(int blocks) => _litter += blocks;

    /// <summary>There is room for an object before its constructor begins. Called by woven code.</summary>
    public static void Creating(RuntimeTypeHandle type)
    {
        if (Tracks)
        {
            MakeRoom(Layout.BytesOf(Type.GetTypeFromHandle(type)!));
        }
    }

    /// <summary>Notes a new object; called by woven code.</summary>
    public static void Created(object instance)
    {
        if (instance == null)
        {
            return;
        }

        int bytes = Layout.Bytes(instance);
        AllocatedBytes += bytes;
        if (instance is Array && Costs != null)
        {
            Meter.Charge((int)(bytes * Costs.NewArrayPerByteNs * 1000));
        }

        GreenThread? running = Scheduler.Current?.Running;
        if (running != null)
        {
            running.Use.AllocatedBytes += bytes;
        }

        if (Tracks)
        {
            Track(instance, bytes);
        }
    }

    /// <summary>
    /// A text constant is read: an object is made each time, a block that points to the text in flash. Here it is the same one
    /// for ever, so that block is garbage at once.
    /// </summary>
    public static void Literal()
    {
        const int bytes = Layout.BlockBytes;
        AllocatedBytes += bytes;
        GreenThread? running = Scheduler.Current?.Running;
        if (running != null)
        {
            running.Use.AllocatedBytes += bytes;
        }

        if (Tracks)
        {
            MakeRoom(bytes);
            UsedBytes += bytes;
            _literalBytes += bytes;
            _litter++;
        }
    }

    /// <summary>Bytes that are still reachable.</summary>
    internal static long LiveBytes()
    {
        Sweep();
        return UsedBytes;
    }

    /// <summary>The same by type, arrays by their length too; most bytes first.</summary>
    internal static IEnumerable<(string Type, int Count, long Bytes)> LiveByType()
    {
        Sweep();
        return Objects
            .Select(o => (Type: NameOf(o.Handle.Target!), o.Bytes))
            .GroupBy(o => o.Type)
            .Select(g => (g.Key, g.Count(), g.Sum(o => (long)o.Bytes)))
            .OrderByDescending(g => g.Item3)
            .ThenBy(g => g.Key, StringComparer.Ordinal);
    }

    private static string NameOf(object instance) => instance is Array array
        ? $"{instance.GetType().GetElementType()!.Name}[{array.Length}]"
        : instance.GetType().Name;

    // .NET makes the text of a small number once and keeps it for ever; the device makes another one each time.
    private static bool IsKeptHere(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
        && ReferenceEquals(text, number.ToString(CultureInfo.InvariantCulture));

    private static void Track(object instance, int bytes)
    {
        MakeRoom(bytes);
        UsedBytes += bytes;
        if (instance is string text && (IsKeptHere(text) || !Texts.TryAdd(text, Objects)))
        {
            _textsAgainBytes += bytes;
            _litter++;
            return;
        }

        Objects.Add((GCHandle.Alloc(instance, GCHandleType.Weak), bytes));
    }

    private static void MakeRoom(int bytes)
    {
        if (UsedBytes + bytes > CapacityBytes)
        {
            Collect();
            if (bytes > (CapacityBytes - UsedBytes) / HoleShare && bytes > LargeHole())
            {
                Compact();
            }

            if (UsedBytes + bytes > CapacityBytes)
            {
                OutOfMemory();
            }
        }
    }

#pragma warning disable CA2201 // It is the runtime that runs out of memory here.
    private static void OutOfMemory() => throw new OutOfMemoryException();
#pragma warning restore CA2201

    private static void Collect()
    {
        int before = Objects.Count + _litter;
        _litter = 0;
        Sweep();
        Collections++;
        double ns = (Objects.Count * Costs!.MarkObjectNs) + (before * Costs.SweepObjectNs);
        Scheduler scheduler = Scheduler.Current;
        Ledger.Add((scheduler.Clock.NowUs, scheduler.ChipUs(ns)));
        Meter.Charge((int)Math.Min(int.MaxValue, ns * 1000));
    }

    private static int LargeHole()
    {
        int made = 0;
        for (int i = _holeMark; i < Objects.Count; i++)
        {
            made += Objects[i].Bytes;
        }

        return _holeBytes - made;
    }

    // Everything that is alive is copied: as long as marking it once more, an assumption.
    private static void Compact()
    {
        Meter.Charge((int)Math.Min(int.MaxValue, Objects.Count * Costs!.MarkObjectNs * 1000));
        _holeBytes = 0;
        Moved?.Invoke();
    }

    private static void Sweep()
    {
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, true);
        UsedBytes -= _literalBytes;
        _literalBytes = 0;
        int kept = 0;
        int mark = 0;
        int largest = 0;
        for (int i = 0; i < Objects.Count; i++)
        {
            mark = i == _holeMark ? kept : mark;
            if (Objects[i].Handle.Target != null)
            {
                Objects[kept++] = Objects[i];
            }
            else
            {
                UsedBytes -= Objects[i].Bytes;
                Objects[i].Handle.Free();
                largest = Math.Max(largest, Objects[i].Bytes);
            }
        }

        _holeMark = Objects.Count == _holeMark ? kept : mark;
        Objects.RemoveRange(kept, Objects.Count - kept);
        if (largest >= LargeBytes && largest > LargeHole())
        {
            _holeBytes = largest;
            _holeMark = kept;
        }

        UsedBytes -= _textsAgainBytes;
        _textsAgainBytes = 0;
    }
}
