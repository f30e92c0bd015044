using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Interleaving;

/// <summary>
/// Runs the IL of small methods one instruction at a time, so that threads can be interleaved at will. It knows what the exchange
/// and the guard use: integers, fields, arrays, calls, Interlocked and Array.Copy.
/// </summary>
internal sealed class Machine(Func<MachineState, CallFrame, MethodReference, bool> native)
{
    // A reference to a field: the object, the slot, and a bit that tells it from an index.
    private const long Address = 1L << 62;

    /// <summary>True when the next instruction touches memory that another thread may see, or the world outside.</summary>
    internal static bool Touches(CallFrame frame) => frame.Next.OpCode.Code switch
    {
        Code.Ldfld or Code.Stfld or Code.Ldsfld or Code.Stsfld => true,
        Code.Ldind_I4 or Code.Stind_I4 => true,
        Code.Call or Code.Callvirt => ((MethodReference)frame.Next.Operand).Resolve() is not { HasBody: true } callee
            || !IsInterpreted(callee),
        _ => frame.Next.OpCode.Name.StartsWith("ldelem", StringComparison.Ordinal)
            || frame.Next.OpCode.Name.StartsWith("stelem", StringComparison.Ordinal),
    };

    /// <summary>Runs one instruction of a thread.</summary>
    internal void Step(MachineState state, int thread)
    {
        List<CallFrame> calls = state.Threads[thread];
        CallFrame f = calls[^1];
        Instruction i = f.Next;
        f.At++;
        switch (i.OpCode.Code)
        {
            case Code.Nop or Code.Conv_I4 or Code.Conv_I8 or Code.Conv_U8: break;
            case Code.Ldarg: f.Push(f.Arguments[ArgumentIndex(f, i)]); break;
            case Code.Starg: f.Arguments[ArgumentIndex(f, i)] = f.Pop(); break;
            case Code.Ldloc: f.Push(f.Locals[((VariableDefinition)i.Operand).Index]); break;
            case Code.Stloc: f.Locals[((VariableDefinition)i.Operand).Index] = f.Pop(); break;
            case Code.Ldc_I4: f.Push((int)i.Operand); break;
            case Code.Ldc_I8: f.Push((long)i.Operand); break;
            case Code.Ldnull: f.Push(0); break;
            case Code.Dup: f.Push(f.Stack[f.Depth - 1]); break;
            case Code.Pop: f.Pop(); break;
            case Code.Not: f.Push(~f.Pop()); break;
            case Code.Neg: f.Push(-f.Pop()); break;
            case Code.Ldfld or Code.Stfld or Code.Ldflda: Field(state, f, i); break;
            case Code.Ldind_I4: f.Push(At(state, f.Pop())); break;
            case Code.Stind_I4: Store(state, f); break;
            case Code.Newarr: f.Push(Allocate(state, null, (int)f.Pop())); break;
            case Code.Ldlen: f.Push(state.Heap[(int)f.Pop()].Slots.Length); break;
            case Code.Newobj: New(state, calls, f, (MethodReference)i.Operand); break;
            case Code.Call or Code.Callvirt: Call(state, calls, f, (MethodReference)i.Operand); break;
            case Code.Ret: Return(calls, f); break;
            default: Other(state, f, i); break;
        }
    }

    internal static long Allocate(MachineState state, TypeDefinition? type, int length)
    {
        state.Heap.Add(new HeapCell(type, new long[length]));
        return state.Heap.Count - 1;
    }

    internal static FieldDefinition[] FieldsOf(TypeDefinition type) => [.. type.Fields.Where(f => !f.IsStatic)];

    private static bool IsInterpreted(MethodDefinition method) =>
        FirmwareAssemblies.Names.Append("Subjects").Contains(method.Module.Assembly.Name.Name);

    private static int ArgumentIndex(CallFrame f, Instruction i)
    {
        var parameter = (ParameterDefinition)i.Operand;
        int first = f.Method.HasThis ? 1 : 0;
        return parameter == f.Method.Body.ThisParameter ? 0 : parameter.Index + first;
    }

    private static void Field(MachineState state, CallFrame f, Instruction i)
    {
        FieldDefinition field = ((FieldReference)i.Operand).Resolve();
        long value = i.OpCode.Code == Code.Stfld ? f.Pop() : 0;
        long target = f.Pop();
        int slot = Array.IndexOf(FieldsOf(field.DeclaringType), field);
        HeapCell cell = state.Heap[(int)target];
        switch (i.OpCode.Code)
        {
            case Code.Ldfld: f.Push(cell.Slots[slot]); break;
            case Code.Ldflda: f.Push(Address | (target << 16) | (long)slot); break;
            default: Put(state, cell, slot, value); break;
        }
    }

    internal static void Put(MachineState state, HeapCell cell, int slot, long value)
    {
        cell.Slots[slot] = value;
        if (cell.Watched || cell.OfWatched)
        {
            HeapCell watched = cell.Watched ? cell : state.Heap.First(c => c.Watched);
            watched.Generations |= 1L << (int)value;
        }
    }

    internal static long At(MachineState state, long address) =>
        state.Heap[(int)((address & ~Address) >> 16)].Slots[(int)(address & 0xFFFF)];

    internal static void Set(MachineState state, long address, long value) =>
        state.Heap[(int)((address & ~Address) >> 16)].Slots[(int)(address & 0xFFFF)] = value;

    private static void Store(MachineState state, CallFrame f)
    {
        long value = f.Pop();
        Set(state, f.Pop(), value);
    }

    private static void New(MachineState state, List<CallFrame> calls, CallFrame f, MethodReference constructor)
    {
        MethodDefinition method = constructor.Resolve();
        var arguments = new long[method.Parameters.Count + 1];
        for (int p = arguments.Length - 1; p > 0; p--)
        {
            arguments[p] = f.Pop();
        }

        arguments[0] = Allocate(state, method.DeclaringType, FieldsOf(method.DeclaringType).Length);
        f.Push(arguments[0]);
        calls.Add(new CallFrame(method, arguments));
    }

    private void Call(MachineState state, List<CallFrame> calls, CallFrame f, MethodReference reference)
    {
        if (Library.Call(state, f, reference) || native(state, f, reference))
        {
            return;
        }

        MethodDefinition method = reference.Resolve();
        var arguments = new long[method.Parameters.Count + (method.HasThis ? 1 : 0)];
        for (int p = arguments.Length - 1; p >= 0; p--)
        {
            arguments[p] = f.Pop();
        }

        if (method.Name == "CopyFrom" && state.Heap[(int)arguments[0]].Watched)
        {
            state.Heap[(int)arguments[0]].Generations = 0;
        }

        calls.Add(new CallFrame(method, arguments));
    }

    private static void Return(List<CallFrame> calls, CallFrame f)
    {
        calls.RemoveAt(calls.Count - 1);
        if (f.Method.ReturnType.MetadataType != MetadataType.Void && calls.Count > 0)
        {
            calls[^1].Push(f.Pop());
        }
    }

    private static void Other(MachineState state, CallFrame f, Instruction i)
    {
        string name = i.OpCode.Name;
        if (name.StartsWith("ldelem", StringComparison.Ordinal))
        {
            long index = f.Pop();
            f.Push(state.Heap[(int)f.Pop()].Slots[index]);
        }
        else if (name.StartsWith("stelem", StringComparison.Ordinal))
        {
            long value = f.Pop();
            long index = f.Pop();
            Put(state, state.Heap[(int)f.Pop()], (int)index, value);
        }
        else if (i.OpCode.FlowControl is FlowControl.Branch or FlowControl.Cond_Branch)
        {
            if (Arithmetic.Taken(f, i.OpCode.Code))
            {
                f.At = f.Method.Body.Instructions.IndexOf((Instruction)i.Operand);
            }
        }
        else
        {
            long right = f.Pop();
            f.Push(Arithmetic.Of(i.OpCode.Code, f.Pop(), right));
        }
    }
}
