using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>A source line, as far as the symbols tell.</summary>
internal readonly record struct Place(string File, int Line)
{
    // The compiler marks code without a line of its own with this number.
    private const int HiddenLine = 0xfeefee;

    /// <summary>The line of an instruction: the last one that starts at or before it.</summary>
    internal static Place Of(MethodDefinition method, Instruction instruction)
    {
        SequencePoint? point = method.DebugInformation.SequencePoints
            .LastOrDefault(candidate => candidate.StartLine != HiddenLine && candidate.Offset <= instruction.Offset);
        return point is null ? Of(method) : new Place(point.Document.Url, point.StartLine);
    }

    /// <summary>The first line of a method, else of its type.</summary>
    internal static Place Of(MethodDefinition method) => First(method) ?? Of(method.DeclaringType);

    /// <summary>The first line of code in a type, its nested or enclosing types; else the assembly.</summary>
    internal static Place Of(TypeDefinition type) =>
        First(type) ?? (type.DeclaringType is { } outer ? Of(outer) : new Place(type.Module.Name, 0));

    private static Place? First(TypeDefinition type) =>
        type.Methods.Select(First).Concat(type.NestedTypes.Select(First)).FirstOrDefault(place => place is not null);

    private static Place? First(MethodDefinition method) =>
        method.DebugInformation.SequencePoints.FirstOrDefault(point => point.StartLine != HiddenLine) is { } point
            ? new Place(point.Document.Url, point.StartLine)
            : null;
}
