using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>
/// Memory and threads of the small IL machine. Everything is a number: references are indices into the heap, 0 is null.
/// </summary>
internal sealed class MachineState
{
    internal List<HeapCell> Heap { get; } = [new HeapCell(null, [])];

    internal List<List<CallFrame>> Threads { get; } = [];

    /// <summary>Numbers of the world outside the code: a clock, a wire.</summary>
    internal long[] Outside { get; init; } = new long[4];

    internal MachineState Clone()
    {
        var copy = new MachineState { Outside = [.. Outside] };
        copy.Heap.Clear();
        copy.Heap.AddRange(Heap.Select(c => c.Clone()));
        copy.Threads.AddRange(Threads.Select(t => t.ConvertAll(f => f.Clone())));
        return copy;
    }

    /// <summary>128 bits that stand for the whole state.</summary>
    internal UInt128 Digest()
    {
        var hash = new StateHash();
        hash.Add(Outside);
        foreach (HeapCell cell in Heap)
        {
            if (cell.Watched)
            {
                hash.Add(cell.Generations);
            }
            else if (!cell.OfWatched)
            {
                hash.Add(cell.Slots);
            }
        }

        foreach (List<CallFrame> thread in Threads)
        {
            hash.Add(thread.Count);
            foreach (CallFrame frame in thread)
            {
                hash.Add(frame.Method.MetadataToken.ToInt32());
                hash.Add(frame.At);
                hash.Add(frame.Arguments);
                hash.Add(frame.Locals);
                hash.Add(frame.Stack.AsSpan(0, frame.Depth));
            }
        }

        return hash.Value;
    }
}

/// <summary>An object or an array.</summary>
internal sealed class HeapCell(TypeDefinition? type, long[] slots)
{
    internal TypeDefinition? Type { get; } = type;

    internal long[] Slots { get; } = slots;

    /// <summary>
    /// The reader's own copy: the reader never looks at its values, so that only the generations copied since it began to copy
    /// tell two states apart.
    /// </summary>
    internal bool Watched { get; set; }

    /// <summary>An array that belongs to the watched object.</summary>
    internal bool OfWatched { get; set; }

    /// <summary>Bit g: a value of publication g was copied here in the running attempt.</summary>
    internal long Generations { get; set; }

    internal HeapCell Clone() => new(Type, [.. Slots]) { Watched = Watched, OfWatched = OfWatched, Generations = Generations };
}

/// <summary>One call on a thread's stack.</summary>
internal sealed class CallFrame(MethodDefinition method, long[] arguments)
{
    internal MethodDefinition Method { get; } = method;

    internal long[] Arguments { get; private init; } = arguments;

    internal long[] Locals { get; private init; } = new long[method.Body.Variables.Count];

    internal long[] Stack { get; private init; } = new long[method.Body.MaxStackSize + 2];

    internal int Depth { get; set; }

    /// <summary>Index of the next instruction.</summary>
    internal int At { get; set; }

    internal Instruction Next => Method.Body.Instructions[At];

    internal void Push(long value) => Stack[Depth++] = value;

    internal long Pop() => Stack[--Depth];

    internal CallFrame Clone() =>
        new(Method, [.. Arguments]) { Locals = [.. Locals], Stack = [.. Stack], Depth = Depth, At = At };
}
