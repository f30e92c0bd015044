using System.Text;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// How much of the image's three narrow tables an assembly takes; derived from the compiled code, never less than the image's
/// own.
/// </summary>
/// <param name="CodeBytes">Instructions with the device's shorter operands, and exception clauses.</param>
/// <param name="TextBytes">Every distinct name and literal once, UTF-8 with a closing zero.</param>
/// <param name="SignatureBytes">Every distinct signature once, and the array initialisers.</param>
public sealed record ImageSize(int CodeBytes, int TextBytes, int SignatureBytes)
{
    private const int ClauseBytes = 12;

    public static ImageSize Of(ModuleDefinition module)
    {
        var types = module.GetTypes().Where(type => type.Name != "<Module>").ToList();
        var methods = types.SelectMany(type => type.Methods).ToList();
        return new ImageSize(
            methods.Sum(CodeBytesOf),
            Texts(module, types, methods).Distinct().Sum(text => Encoding.UTF8.GetByteCount(text) + 1),
            Signatures(module, types, methods).Distinct().Sum(signature => signature.Bytes));
    }

    /// <summary>Bytes of one method on the device: tokens, branches and switch targets take two bytes there.</summary>
    internal static int CodeBytesOf(MethodDefinition method)
    {
        if (!method.HasBody)
        {
            return 0;
        }

        int clauses = method.Body.ExceptionHandlers.Count;
        return method.Body.Instructions.Sum(BytesOf) + (clauses == 0 ? 0 : 1 + ClauseBytes * clauses);
    }

    private static int BytesOf(Instruction instruction) =>
        instruction.OpCode.Size + instruction.OpCode.OperandType switch
        {
            OperandType.InlineNone => 0,
            OperandType.InlineSwitch => 1 + 2 * ((Instruction[])instruction.Operand).Length,
            OperandType.InlineBrTarget or OperandType.InlineMethod or OperandType.InlineField or OperandType.InlineType
                or OperandType.InlineString or OperandType.InlineVar or OperandType.InlineArg => 2,
            OperandType.InlineTok or OperandType.InlineI or OperandType.ShortInlineR or OperandType.InlineSig => 4,
            OperandType.InlineI8 or OperandType.InlineR => 8,
            _ => 1,
        };

    private static IEnumerable<string> Texts(
        ModuleDefinition module, List<TypeDefinition> types, List<MethodDefinition> methods) =>
        module.AssemblyReferences.Select(reference => reference.Name).Append(module.Assembly.Name.Name)
            .Concat(module.GetTypeReferences().SelectMany(type => new[] { type.Namespace, type.Name }))
            .Concat(module.GetMemberReferences().Select(member => member.Name))
            .Concat(types.SelectMany(type => new[] { type.Namespace, type.Name }))
            .Concat(types.SelectMany(type => type.Fields).Where(field => !field.HasConstant).Select(field => field.Name))
            .Concat(methods.Select(method => method.Name))
            .Concat(methods.Where(method => method.HasBody).SelectMany(method => method.Body.Instructions)
                .Select(instruction => instruction.Operand).OfType<string>());

    private static IEnumerable<(string Key, int Bytes)> Signatures(
        ModuleDefinition module, List<TypeDefinition> types, List<MethodDefinition> methods) =>
        methods.Concat(module.GetMemberReferences().OfType<MethodReference>()).Select(Signature)
            .Concat(methods.Where(method => method.HasBody && method.Body.HasVariables).Select(Locals))
            .Concat(
                types.SelectMany(type => type.Fields).Select(
                    field => ($"field {field.FieldType.FullName}", 1 + TypeBytes(field.FieldType))))
            .Concat(types.Where(type => type.HasInterfaces).Select(Interfaces))
            .Concat(types.SelectMany(type => type.Fields).Where(field => field.InitialValue.Length > 0)
                .Select(field => ($"initialiser {Convert.ToHexString(field.InitialValue)}", 2 + field.InitialValue.Length)));

    private static (string Key, int Bytes) Signature(MethodReference method) =>
        ($"method {method.HasThis} {method.ReturnType.FullName} "
            + $"{string.Join(',', method.Parameters.Select(parameter => parameter.ParameterType.FullName))}",
            2 + TypeBytes(method.ReturnType) + method.Parameters.Sum(parameter => TypeBytes(parameter.ParameterType)));

    private static (string Key, int Bytes) Locals(MethodDefinition method) =>
        ($"locals {string.Join(',', method.Body.Variables.Select(variable => variable.VariableType.FullName))}",
            method.Body.Variables.Sum(variable => TypeBytes(variable.VariableType)));

    private static (string Key, int Bytes) Interfaces(TypeDefinition type) =>
        ($"interfaces {string.Join(',', type.Interfaces.Select(made => made.InterfaceType.FullName))}", 1
            + 4 * type.Interfaces.Count);

    // One byte for what it is, and for a named type a token of up to four.
    private static int TypeBytes(TypeReference type) => type switch
    {
        TypeSpecification specification => 1 + TypeBytes(specification.ElementType),
        { IsPrimitive: true } or { FullName: "System.Void" or "System.String" or "System.Object" } => 1,
        _ => 5,
    };
}
