using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>
/// Takes a safeguard out of the firmware's copy, to see what it was good for, or plants a fault in its place. What is meant is
/// written as one word:
/// <list type="bullet">
/// <item><c>Type::Method</c> does nothing and answers 0, false or null; <c>Type::Method=7</c> answers 7, <c>=true</c> 1;</item>
/// <item><c>Type::Method:Callee</c> leaves out its calls to Callee, which answer so instead; a type's name means its
/// constructor;</item>
/// <item><c>Type::Method=uncaught</c> catches nothing; <c>=undecided</c> takes none of its branches;</item>
/// <item><c>Type::Method=int</c> keeps the clock that it reads in an int, <c>=uint</c> in a uint; <c>=calendar</c> goes by the
/// calendar.</item>
/// </list>
/// Types may do without "NanoFirmware."; <c>Method/2</c> is the one with two parameters.
/// </summary>
internal static class Safeguards
{
    private const string Root = "NanoFirmware.";
    private const string Uncaught = "uncaught";
    private const string Undecided = "undecided";
    private const string Int = "int";
    private const string UInt = "uint";
    private const string Calendar = "calendar";

    /// <summary>The type that a safeguard belongs to.</summary>
    internal static string TypeOf(string safeguard)
    {
        string type = safeguard.Split("::")[0];
        return type.StartsWith(Root, StringComparison.Ordinal) ? type : Root + type;
    }

    /// <summary>Takes one out.</summary>
    /// <param name="module">The assembly before it is woven.</param>
    /// <param name="safeguard">Which, see above.</param>
    /// <exception cref="InvalidOperationException">There is no such thing in it.</exception>
    internal static void Remove(ModuleDefinition module, string safeguard)
    {
        string[] parts = safeguard.Split("::")[^1].Split('=');
        string[] names = parts[0].Split(':');
        string how = parts.Length > 1 ? parts[1] : "0";
        MethodBody body = Find(module, TypeOf(safeguard), names[0]).Body;
        bool changed = names.Length > 1 ? LeaveOut(body, names[1], how) : Change(body, how);
        if (!changed)
        {
            throw Unknown(safeguard);
        }
    }

    private static MethodDefinition Find(ModuleDefinition module, string type, string method)
    {
        string[] parts = method.Split('/');
        return module.GetType(type)?.Methods
            .SingleOrDefault(m => m.Name == parts[0] && (parts.Length == 1 || m.Parameters.Count == Number(parts[1])))
            ?? throw Unknown(type + "::" + method);
    }

    private static bool Change(MethodBody body, string how)
    {
        switch (how)
        {
            case Uncaught:
                return CatchNothing(body);
            case Undecided:
                return DecideNothing(body);
            case Int or UInt or Calendar:
                return SpoilClock(body, how);
            default:
                Answer(body, how);
                return true;
        }
    }

    private static void Answer(MethodBody body, string value)
    {
        body.ExceptionHandlers.Clear();
        body.Variables.Clear();
        body.Instructions.Clear();
        ILProcessor il = body.GetILProcessor();
        foreach (Instruction instruction in Push(il, body.Method.ReturnType, value))
        {
            il.Append(instruction);
        }

        il.Emit(OpCodes.Ret);
    }

    // What a catch block holds is never reached any more; leaving a block that is none is a plain jump.
    private static bool CatchNothing(MethodBody body)
    {
        ExceptionHandler[] catches =
            [.. body.ExceptionHandlers.Where(h => h.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter)];
        foreach (ExceptionHandler handler in catches)
        {
            body.ExceptionHandlers.Remove(handler);
        }

        return catches.Length > 0;
    }

    private static bool DecideNothing(MethodBody body)
    {
        ILProcessor il = body.GetILProcessor();
        Instruction[] branches = [.. body.Instructions.Where(i => i.OpCode.FlowControl == FlowControl.Cond_Branch)];
        foreach (Instruction branch in branches)
        {
            if (branch.OpCode.StackBehaviourPop == StackBehaviour.Pop1_pop1)
            {
                il.InsertAfter(branch, il.Create(OpCodes.Pop));
            }

            branch.OpCode = OpCodes.Pop;
            branch.Operand = null;
        }

        return branches.Length > 0;
    }

    private static bool LeaveOut(MethodBody body, string callee, string value)
    {
        ILProcessor il = body.GetILProcessor();
        Instruction[] calls = [.. body.Instructions.Where(i => i.Operand is MethodReference method && IsCalled(method, callee))];
        foreach (Instruction call in calls)
        {
            var method = (MethodReference)call.Operand!;
            bool creates = call.OpCode.Code == Code.Newobj;
            int taken = method.Parameters.Count + (method.HasThis && !creates ? 1 : 0);
            Instruction[] answer = [.. Push(il, creates ? method.DeclaringType : method.ReturnType, value)];
            Instruction last = call;
            call.OpCode = OpCodes.Nop;
            call.Operand = null;
            foreach (Instruction next in Enumerable.Range(0, taken).Select(_ => il.Create(OpCodes.Pop)).Concat(answer))
            {
                il.InsertAfter(last, next);
                last = next;
            }
        }

        return calls.Length > 0;
    }

    private static bool IsCalled(MethodReference method, string callee) =>
        method.Name == callee || (method.Name == ".ctor" && method.DeclaringType.Name == callee);

    // After the clock is read, and divided when it is: into ms.
    private static bool SpoilClock(MethodBody body, string how)
    {
        ILProcessor il = body.GetILProcessor();
        Instruction[] reads = [.. body.Instructions.Where(i => i.Operand is MethodReference { Name: "GetCurrent" })];
        foreach (Instruction read in reads)
        {
            if (how == Calendar)
            {
                read.Operand = body.Method.Module.ImportReference(
                    typeof(Runtime.Clocks).GetMethod(nameof(Runtime.Clocks.CalendarUs)));
                continue;
            }

            Instruction last = read;
            for (Instruction? at = read; at != null; at = at.Next)
            {
                last = at.OpCode.Code == Code.Div_Un ? at : last;
            }

            il.InsertAfter(last, il.Create(how == Int ? OpCodes.Conv_I8 : OpCodes.Conv_U8));
            il.InsertAfter(last, il.Create(how == Int ? OpCodes.Conv_I4 : OpCodes.Conv_U4));
        }

        return reads.Length > 0;
    }

    private static IEnumerable<Instruction> Push(ILProcessor il, TypeReference type, string value)
    {
        int number = value == "true" ? 1 : Number(value);
        switch (type.MetadataType)
        {
            case MetadataType.Void:
                yield break;
            case MetadataType.Int64 or MetadataType.UInt64:
                yield return il.Create(OpCodes.Ldc_I8, (long)number);
                yield break;
            case MetadataType.Single:
                yield return il.Create(OpCodes.Ldc_R4, (float)number);
                yield break;
            default:
                yield return type.IsValueType ? il.Create(OpCodes.Ldc_I4, number) : il.Create(OpCodes.Ldnull);
                yield break;
        }
    }

    private static int Number(string text) => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static InvalidOperationException Unknown(string safeguard) => new($"There is no safeguard {safeguard}.");
}
