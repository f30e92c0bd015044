using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>What a method's body may hold. Source: the interpreter's instruction table.</summary>
internal sealed class InstructionRules
{
    // A switch counts its targets in one byte.
    private const int MostTargets = byte.MaxValue;

    private readonly ReferenceRules _references;
    private readonly Findings _findings;

    internal InstructionRules(ReferenceRules references, Findings findings)
    {
        _references = references;
        _findings = findings;
    }

    internal void Check(MethodDefinition method)
    {
        foreach (VariableDefinition variable in method.Body.Variables)
        {
            _references.Check(variable.VariableType, Place.Of(method));
        }

        foreach (ExceptionHandler handler in method.Body.ExceptionHandlers)
        {
            _references.Check(handler.CatchType, Place.Of(method, handler.HandlerStart));
        }

        foreach (Instruction instruction in method.Body.Instructions)
        {
            CheckCode(method, instruction);
            CheckOperand(method, instruction);
        }
    }

    private void CheckCode(MethodDefinition method, Instruction instruction)
    {
        string name = instruction.OpCode.Name;
        switch (instruction.OpCode.Code)
        {
            case Code.Arglist or Code.Cpblk or Code.Initblk or Code.Jmp or Code.Calli or Code.Ckfinite or Code.Localloc
                or Code.Mkrefany or Code.Refanytype or Code.Refanyval or Code.Readonly or Code.No:
                _findings.Add(
                    method, instruction, Rules.Instruction,
                    $"the device's interpreter refuses the instruction {name} (stackalloc, function pointers, __arglist, …)");
                break;
            case Code.Volatile:
                _findings.Add(
                    method, instruction, Rules.Volatile, "volatile needs IsVolatile, which the device's core library lacks");
                break;
            case var _ when name.Contains(".ovf", StringComparison.Ordinal):
                _findings.Add(
                    method, instruction, Rules.Checked,
                    $"checked arithmetic ({name}) never throws on the device; compare before you calculate");
                break;
        }
    }

    private void CheckOperand(MethodDefinition method, Instruction instruction)
    {
        switch (instruction.Operand)
        {
            case MethodReference called:
                _references.Check(called, Place.Of(method, instruction));
                break;
            case FieldReference field:
                _references.Check(field, Place.Of(method, instruction));
                break;
            case TypeReference type:
                _references.Check(type, Place.Of(method, instruction));
                break;
            case Instruction[] { Length: > MostTargets } targets:
                _findings.Add(
                    method, instruction, Rules.Capacity,
                    $"a switch with {targets.Length} targets: the device counts to {MostTargets}");
                break;
        }
    }
}
