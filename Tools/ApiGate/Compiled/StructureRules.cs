using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>What a type and its members may be.</summary>
internal sealed class StructureRules
{
    // The length of an initialiser is a 16-bit number in the image.
    private const int LargestInitialiser = ushort.MaxValue;

    private readonly Findings _findings;

    internal StructureRules(Findings findings) => _findings = findings;

    internal void Check(TypeDefinition type)
    {
        if (type.HasGenericParameters)
        {
            _findings.Add(type, Rules.Generic, $"{type.FullName} is generic, and generics crash on the device");
        }

        if (type is { IsValueType: true, IsEnum: false } && !IsInitialiserSize(type))
        {
            _findings.Add(type, Rules.Struct, IsClosure(type)
                ? "a local function uses variables around it, which makes a struct of them; give it parameters and make it static"
                : $"{type.FullName} is a struct, which the device keeps as a heap block; make it a class or plain ints");
        }

        if (
            type.Name.Contains(">d__", StringComparison.Ordinal)
                || type.Interfaces.Any(made => made.InterfaceType.Name == "IAsyncStateMachine"))
        {
            _findings.Add(
                type, Rules.StateMachine,
                "yield and async need generics and state machines that the device lacks; write the loop out");
        }

        if (type.Methods.Any(method => method.Name is "<Clone>$" or "PrintMembers"))
        {
            _findings.Add(type, Rules.Record, $"{type.FullName} is a record, which needs generics; write a class");
        }

        if (type.Namespace is "Microsoft.CodeAnalysis" or "System.Runtime.CompilerServices")
        {
            _findings.Add(
                type, Rules.Attribute,
                $"the compiler added {type.Name} for something in the source (in, readonly struct, nullable annotation, newer "
                    + "language): the device's attribute table shifts");
        }

        foreach (FieldDefinition field in type.Fields.Where(field => field.InitialValue.Length > LargestInitialiser))
        {
            _findings.Add(
                type, Rules.Array,
                $"an array initialiser of {field.InitialValue.Length} bytes: the device holds at most {LargestInitialiser}");
        }

        foreach (MethodDefinition method in type.Methods)
        {
            Check(type, method);
        }
    }

    /// <summary>Whether a type only stands for the size of an array initialiser.</summary>
    internal static bool IsInitialiserSize(TypeDefinition type) =>
        type.DeclaringType?.Name == "<PrivateImplementationDetails>"
            && type.Name.StartsWith("__StaticArrayInitTypeSize=", StringComparison.Ordinal);

    private void Check(TypeDefinition type, MethodDefinition method)
    {
        if (method.HasGenericParameters)
        {
            _findings.Add(method, Rules.Generic, $"{method.Name} is generic, and generic methods crash on the device");
        }

        if (type.IsInterface && !method.IsAbstract)
        {
            _findings.Add(
                method, Rules.Interface, $"{method.Name} has a body in an interface: the device dies of it without a word");
        }

        if (method.IsPInvokeImpl || method.IsInternalCall || method.IsUnmanaged)
        {
            _findings.Add(method, Rules.Native, $"{method.Name} is native code, which this firmware does not bring");
        }

        if (method.ReturnType.IsByReference)
        {
            _findings.Add(
                method, Rules.Unsafe,
                $"{method.Name} returns a reference to a variable, which is not known to work on the device");
        }

        if (method.CallingConvention == MethodCallingConvention.VarArg)
        {
            _findings.Add(method, Rules.Unsafe, $"{method.Name} takes __arglist, which the device lacks");
        }
    }

    private static bool IsClosure(TypeDefinition type) => type.Name.StartsWith("<>c__DisplayClass", StringComparison.Ordinal);
}
