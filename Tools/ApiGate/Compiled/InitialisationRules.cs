using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// Static initialisers must stand on themselves. The desktop runs them when a type is first used; the device runs all of them
/// before Main, one after the other, in an order that the image maker makes from the types' names and uses. Source: the execution
/// engine.
/// </summary>
internal sealed class InitialisationRules
{
    private readonly Findings _findings;
    private readonly ILookup<string, MethodDefinition> _overrides;

    /// <param name="modules">The assembly that is checked and the device's others that it may call.</param>
    internal InitialisationRules(IEnumerable<ModuleDefinition> modules, Findings findings)
    {
        _findings = findings;
        _overrides = modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods)
            .Where(method => method is { IsVirtual: true, HasBody: true })
            .ToLookup(Slot);
    }

    internal void Check(TypeDefinition type)
    {
        if (type.Methods.FirstOrDefault(method => method.IsConstructor && method.IsStatic) is not { } initialiser)
        {
            return;
        }

        var reached = new HashSet<MethodDefinition> { initialiser };
        var open = new Queue<MethodDefinition>(reached);
        while (open.TryDequeue(out MethodDefinition? method))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                CheckRead(type, method, instruction);
                foreach (MethodDefinition called in Called(instruction).Where(called => called.HasBody && reached.Add(called)))
                {
                    open.Enqueue(called);
                }
            }
        }
    }

    private void CheckRead(TypeDefinition type, MethodDefinition method, Instruction instruction)
    {
        if (instruction.OpCode.Code is Code.Ldsfld or Code.Ldsflda
            && OwnAssemblies.Find((FieldReference)instruction.Operand) is { HasConstant: false } field
            && field.DeclaringType != type
            && field.DeclaringType.Methods.Any(
                candidate => candidate.IsConstructor && candidate.IsStatic && Sets(candidate, field)))
        {
            _findings.Add(
                method, instruction, Rules.Initialisation,
                $"the static initialiser of {type.Name} reads {field.DeclaringType.Name}.{field.Name}, which the device may not "
                    + "have set by then; "
                + "make it where it is used, in a constructor or a method");
        }
    }

    // A virtual call may end in any override; a delegate that is only made is not called.
    private IEnumerable<MethodDefinition> Called(Instruction instruction)
    {
        if (instruction.OpCode.FlowControl != FlowControl.Call || instruction.Operand is not MethodReference called)
        {
            return [];
        }

        IEnumerable<MethodDefinition?> overrides = instruction.OpCode.Code == Code.Callvirt ? _overrides[Slot(called)] : [];
        return overrides.Append(OwnAssemblies.Find(called)).OfType<MethodDefinition>();
    }

    private static bool Sets(MethodDefinition initialiser, FieldDefinition field) =>
        initialiser.Body.Instructions.Any(instruction => instruction.OpCode.Code == Code.Stsfld && instruction.Operand == field);

    private static string Slot(MethodReference method) =>
        $"{method.Name}({string.Join(',', method.Parameters.Select(parameter => parameter.ParameterType.FullName))})";
}
