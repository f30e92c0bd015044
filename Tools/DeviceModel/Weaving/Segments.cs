using Mono.Cecil.Cil;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>
/// Cuts a method into segments that run as a whole: basic blocks, cut again after every call, so that the clock is right in each.
/// </summary>
internal static class Segments
{
    /// <summary>The first instruction of every segment.</summary>
    internal static HashSet<Instruction> Leaders(MethodBody body)
    {
        var leaders = new HashSet<Instruction>();
        if (body.Instructions.Count == 0)
        {
            return leaders;
        }

        leaders.Add(body.Instructions[0]);
        foreach (Instruction instruction in body.Instructions)
        {
            if (instruction.Operand is Instruction target)
            {
                leaders.Add(target);
            }
            else if (instruction.Operand is Instruction[] targets)
            {
                leaders.UnionWith(targets);
            }

            if (instruction.Next != null && Ends(instruction))
            {
                leaders.Add(instruction.Next);
            }
        }

        foreach (ExceptionHandler handler in body.ExceptionHandlers)
        {
            foreach (Instruction? start in new[]
            {
                handler.TryStart, handler.TryEnd, handler.HandlerStart, handler.HandlerEnd, handler.FilterStart,
            })
            {
                if (start != null)
                {
                    leaders.Add(start);
                }
            }
        }

        return leaders;
    }

    private static bool Ends(Instruction instruction) => instruction.OpCode.FlowControl
        is FlowControl.Branch or FlowControl.Cond_Branch or FlowControl.Return or FlowControl.Throw or FlowControl.Call;
}
