using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;
using NanoFirmware.DeviceModel.Costs;
using NanoFirmware.DeviceModel.Runtime;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>
/// Weaves one method: a charge before every segment, hardware time before native calls, a note after every allocation.
/// </summary>
internal sealed class MethodWeaver
{
    // Segments of every image have numbers of their own: several may run in one context.
    private static int _lastSegment;

    private readonly CostTable _costs;
    private readonly RuntimeReferences _runtime;
    private readonly Func<MethodReference, bool> _isInterpreted;

    private readonly Dictionary<int, string>? _owners;

    internal MethodWeaver(
        CostTable costs, RuntimeReferences runtime, Func<MethodReference, bool> isInterpreted,
        Dictionary<int, string>? owners = null)
    {
        _owners = owners;
        _costs = costs;
        _runtime = runtime;
        _isInterpreted = isInterpreted;
    }

    internal void Weave(MethodDefinition method)
    {
        MethodBody body = method.Body;
        Instruction[] original = [.. body.Instructions];
        HashSet<Instruction> leaders = Segments.Leaders(body);
        body.SimplifyMacros();
        bool isVaried = IsVaried(method.DeclaringType);
        var costs = original.ToDictionary(i => i, i => CostPs(i) + (isVaried ? _costs.VariedPs(i, IsNativeCall(i)) : 0));

        // Where a leader now begins: branches and handlers are led there afterwards.
        var moved = new Dictionary<Instruction, Instruction>();
        ILProcessor il = body.GetILProcessor();
        for (int i = 0; i < original.Length; i++)
        {
            Instruction instruction = original[i];
            if (leaders.Contains(instruction))
            {
                int total = costs[instruction];
                int instructions = 1;
                for (int next = i + 1; next < original.Length && !leaders.Contains(original[next]); next++)
                {
                    total += costs[original[next]];
                    instructions++;
                }

                if (IsCatchStart(body, instruction))
                {
                    total += CostTable.Picoseconds(_costs.Constants.CatchNs);
                }

                moved[instruction] = Charge(il, instruction, total, instructions);
            }

            WeaveCall(il, instruction, moved);
        }

        Watch(method, il, original, moved);
        Trip(method, il);
        Retarget(body, moved);
        body.OptimizeMacros();
    }

    private void Watch(
        MethodDefinition method, ILProcessor il, Instruction[] original, Dictionary<Instruction, Instruction> moved)
    {
        int probe = Array.IndexOf(Probes.Methods, method.DeclaringType.FullName + "::" + method.Name);
        if (probe < 0)
        {
            return;
        }

        Instruction begin = method.Body.Instructions[0];
        il.InsertBefore(begin, il.Create(OpCodes.Ldc_I4, probe));
        il.InsertBefore(begin, il.Create(OpCodes.Call, _runtime.Enter));
        foreach (Instruction end in original.Where(i => i.OpCode.Code == Code.Ret))
        {
            Instruction number = il.Create(OpCodes.Ldc_I4, probe);
            il.InsertBefore(end, number);
            il.InsertBefore(end, il.Create(OpCodes.Call, _runtime.Leave));
            moved.TryAdd(end, number);
        }
    }

    private void Trip(MethodDefinition method, ILProcessor il)
    {
        int trip = Array.IndexOf(
            Trips.Methods, method.DeclaringType.FullName + "::" + method.Name + "/" + method.Parameters.Count);
        if (trip >= 0)
        {
            Instruction begin = method.Body.Instructions[0];
            il.InsertBefore(begin, il.Create(OpCodes.Ldarg_0));
            il.InsertBefore(begin, il.Create(OpCodes.Ldc_I4, trip));
            il.InsertBefore(begin, il.Create(OpCodes.Call, _runtime.Pass));
        }
    }

    private static bool IsCatchStart(MethodBody body, Instruction instruction) =>
        body.ExceptionHandlers.Any(h => h.HandlerType == ExceptionHandlerType.Catch && h.HandlerStart == instruction);

    private Instruction Charge(ILProcessor il, Instruction before, int ps, int instructions)
    {
        Instruction amount = il.Create(OpCodes.Ldc_I4, ps);
        il.InsertBefore(before, amount);
        il.InsertBefore(before, il.Create(OpCodes.Ldc_I4, _costs.ColdPs(instructions)));
        int segment = Interlocked.Increment(ref _lastSegment);
        _owners?.Add(segment, il.Body.Method.DeclaringType.Name + "." + il.Body.Method.Name);
        il.InsertBefore(before, il.Create(OpCodes.Ldc_I4, segment));
        il.InsertBefore(before, il.Create(OpCodes.Call, _runtime.Charge));
        return amount;
    }

    private void WeaveCall(ILProcessor il, Instruction instruction, Dictionary<Instruction, Instruction> moved)
    {
        bool creates = instruction.OpCode.Code is Code.Newarr or Code.Box;
        if (
            instruction.OpCode.FlowControl == FlowControl.Call && instruction.Operand is MethodReference method
                && !_isInterpreted(method))
        {
            NativeCost native = _costs.Native(method);
            creates |= native.Allocates;
            if (native.ChipUs > 0)
            {
                Instruction time = il.Create(OpCodes.Ldc_I4, (int)(native.ChipUs * 1000));
                il.InsertBefore(instruction, time);
                il.InsertBefore(instruction, il.Create(OpCodes.Call, _runtime.Chip));
                moved.TryAdd(instruction, time);
            }

            if (native.InterruptsUs > 0)
            {
                Instruction time = il.Create(OpCodes.Ldc_I4, (int)(native.InterruptsUs * 1000));
                il.InsertBefore(instruction, time);
                il.InsertBefore(instruction, il.Create(OpCodes.Ldc_I4, (int)(native.InterruptsForUs * 1000)));
                il.InsertBefore(instruction, il.Create(OpCodes.Call, _runtime.Interrupt));
                moved.TryAdd(instruction, time);
            }

            instruction.Operand = _runtime.Exchange(method) ?? method;
        }

        if (instruction.OpCode.Code == Code.Ldstr)
        {
            il.InsertAfter(instruction, il.Create(OpCodes.Call, _runtime.Literal));
        }

        bool constructs = instruction.OpCode.Code == Code.Newobj
            && !((MethodReference)instruction.Operand).DeclaringType.IsValueType;
        if (constructs)
        {
            Instruction type = il.Create(OpCodes.Ldtoken, ((MethodReference)instruction.Operand).DeclaringType);
            il.InsertBefore(instruction, type);
            il.InsertBefore(instruction, il.Create(OpCodes.Call, _runtime.Creating));
            moved.TryAdd(instruction, type);
        }

        if (creates || constructs)
        {
            Instruction note = il.Create(OpCodes.Call, _runtime.Created);
            il.InsertAfter(instruction, note);
            il.InsertAfter(instruction, il.Create(OpCodes.Dup));
        }
    }

    // The measured shapes, Subjects but for the rivals, are loops that run alone. All other code of ours runs among others.
    private static bool IsVaried(TypeDefinition type) => type.FullName.StartsWith("NanoFirmware.", StringComparison.Ordinal)
        && (type.Module.Assembly.Name.Name != "Subjects" || type.Name.Contains("Rival", StringComparison.Ordinal));

    private bool IsNativeCall(Instruction instruction) => instruction.OpCode.FlowControl == FlowControl.Call
        && instruction.Operand is MethodReference method && !_isInterpreted(method);

    private int CostPs(Instruction instruction)
    {
        if (instruction.Operand is MethodReference method && instruction.OpCode.FlowControl == FlowControl.Call)
        {
            return instruction.OpCode.Code == Code.Newobj ? NewObjectPs(method) : CallPs(instruction.OpCode.Code, method);
        }

        return instruction.OpCode.Code switch
        {
            Code.Newarr => CostTable.Picoseconds(_costs.Constants.NewArrayNs),
            Code.Throw or Code.Rethrow => CostTable.Picoseconds(_costs.Constants.ThrowNs),
            _ => _costs.InstructionPs(instruction),
        };
    }

    private int CallPs(Code code, MethodReference method)
    {
        if (_isInterpreted(method))
        {
            return _costs.CallPs(method.Resolve(), method, code);
        }

        return CostTable.Picoseconds(_costs.Native(method).Ns);
    }

    private int NewObjectPs(MethodReference constructor)
    {
        if (!_isInterpreted(constructor))
        {
            return CostTable.Picoseconds(_costs.Native(constructor).Ns);
        }

        TypeDefinition type = constructor.DeclaringType.Resolve();
        double ns = _costs.Constants.NewObjectNs + (type.Fields.Count(f => !f.IsStatic) * _costs.Constants.NewObjectPerFieldNs);
        return CostTable.Picoseconds(ns) + _costs.CallPs(constructor.Resolve(), constructor, Code.Call);
    }

    private static void Retarget(MethodBody body, Dictionary<Instruction, Instruction> moved)
    {
        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                instruction.Operand = To(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                instruction.Operand = targets.Select(t => To(t)!).ToArray();
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            handler.TryStart = To(handler.TryStart);
            handler.TryEnd = To(handler.TryEnd);
            handler.HandlerStart = To(handler.HandlerStart);
            handler.HandlerEnd = To(handler.HandlerEnd);
            handler.FilterStart = To(handler.FilterStart);
        }

        Instruction? To(Instruction? target) => target != null
            && moved.TryGetValue(target, out Instruction? start) ? start : target;
    }
}
