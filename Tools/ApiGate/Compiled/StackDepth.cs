using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// How deep a method's evaluation stack gets, and how deep the image maker believes it to get. The image carries the belief, and
/// a frame on the device is no larger.
/// </summary>
internal static class StackDepth
{
    /// <summary>The depth along every path, as the code runs.</summary>
    internal static int Needed(MethodDefinition method)
    {
        var depths = new Dictionary<Instruction, int> { [method.Body.Instructions[0]] = 0 };
        var open = new Stack<Instruction>(depths.Keys);
        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            // A catch or filter block starts with the exception on the stack.
            int start = handler.HandlerType is ExceptionHandlerType.Catch or ExceptionHandlerType.Filter ? 1 : 0;
            Enter(handler.HandlerStart, start);
            Enter(handler.FilterStart, start);
        }

        int deepest = 0;
        while (open.TryPop(out Instruction? instruction))
        {
            int depth = depths[instruction] + Change(instruction);
            deepest = Math.Max(deepest, Math.Max(depth, depths[instruction]));
            foreach (Instruction next in Successors(instruction))
            {
                Enter(next, instruction.OpCode.Code is Code.Leave or Code.Leave_S ? 0 : depth);
            }
        }

        return deepest;

        void Enter(Instruction? target, int depth)
        {
            if (target is not null && depths.TryAdd(target, depth))
            {
                open.Push(target);
            }
        }
    }

    /// <summary>
    /// The image maker's count: it reads the code once from top to bottom, starts anew after a throw, a leave or a short jump,
    /// and remembers depths only for the targets of other branches.
    /// </summary>
    internal static int CountedByImageMaker(MethodDefinition method)
    {
        var atTargets = new Dictionary<Instruction, int>();
        int depth = 0;
        int deepest = 0;
        foreach (Instruction instruction in method.Body.Instructions)
        {
            depth = atTargets.GetValueOrDefault(instruction, depth);
            if (
                instruction.OpCode.Code is Code.Throw or Code.Endfinally or Code.Endfilter or Code.Leave or Code.Leave_S
                    or Code.Br_S)
            {
                depth = 0;
                continue;
            }

            depth += Change(instruction);
            if (instruction.Operand is Instruction target)
            {
                atTargets[target] = Math.Max(atTargets.GetValueOrDefault(target), depth);
            }

            deepest = Math.Max(deepest, depth);
        }

        return deepest;
    }

    private static int Change(Instruction instruction) => instruction.Operand switch
    {
        MethodReference method when instruction.OpCode.Code == Code.Newobj => 1 - method.Parameters.Count,
        MethodReference method when instruction.OpCode.FlowControl == FlowControl.Call =>
            (method.ReturnType.FullName == "System.Void" ? 0 : 1) - method.Parameters.Count - (method.HasThis ? 1 : 0),
        _ => Pushed(instruction.OpCode.StackBehaviourPush) - Popped(instruction.OpCode.StackBehaviourPop),
    };

    private static int Pushed(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Push0 or StackBehaviour.Varpush => 0,
        StackBehaviour.Push1_push1 => 2,
        _ => 1,
    };

    private static int Popped(StackBehaviour behaviour) => behaviour switch
    {
        StackBehaviour.Pop0 or StackBehaviour.Varpop or StackBehaviour.PopAll => 0,
        StackBehaviour.Pop1 or StackBehaviour.Popi or StackBehaviour.Popref => 1,
        StackBehaviour.Pop1_pop1 or StackBehaviour.Popi_pop1 or StackBehaviour.Popi_popi or StackBehaviour.Popi_popi8
            or StackBehaviour.Popi_popr4 or StackBehaviour.Popi_popr8 or StackBehaviour.Popref_pop1
                or StackBehaviour.Popref_popi => 2,
        _ => 3,
    };

    private static IEnumerable<Instruction> Successors(Instruction instruction)
    {
        if (instruction.Operand is Instruction target)
        {
            yield return target;
        }
        else if (instruction.Operand is Instruction[] targets)
        {
            foreach (Instruction each in targets)
            {
                yield return each;
            }
        }

        if (
            instruction.OpCode.FlowControl is not (FlowControl.Branch or FlowControl.Return or FlowControl.Throw)
                && instruction.Next is not null)
        {
            yield return instruction.Next;
        }
    }
}
