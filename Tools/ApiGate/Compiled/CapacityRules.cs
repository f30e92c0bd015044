using Mono.Cecil;
using Mono.Cecil.Cil;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// The device's image counts in bytes and 16-bit words, and some of its counters wrap without a word. Source: the image maker's
/// (metadata processor's) table writers and the interpreter's records.
/// </summary>
internal sealed class CapacityRules
{
    private const int MostPerType = byte.MaxValue;
    private const int MostPerMethod = byte.MaxValue;

    // A branch is a signed 16-bit distance.
    private const int LongestMethod = short.MaxValue;

    // Code, texts and signatures are found by 16-bit offsets into their table.
    internal const int LargestTable = ushort.MaxValue;

    // Offsets into the texts from here on stand for the names that the runtime has built in, so what lies behind is read as one
    // of those, without a word. Measured on the genuine image maker and interpreter.
    internal const int LargestTextTable = 64675;

    // The image maker forgets the exception that a catch block starts with; a frame's two spare slots make up for one value.
    private const int StackTolerance = 1;

    private readonly Findings _findings;

    internal CapacityRules(Findings findings) => _findings = findings;

    internal void Check(ModuleDefinition module)
    {
        foreach (TypeDefinition type in module.GetTypes())
        {
            Limit(
                type, "static fields (each array initialiser is one)",
                type.Fields.Count(field => field is { IsStatic: true, HasConstant: false }));
            Limit(type, "instance fields", type.Fields.Count(field => !field.IsStatic));
            Limit(type, "virtual methods", type.Methods.Count(method => method.IsVirtual));
            Limit(type, "instance methods", type.Methods.Count(method => method is { IsVirtual: false, IsStatic: false }));
            Limit(type, "static methods", type.Methods.Count(method => method.IsStatic));
            foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody))
            {
                Check(method);
            }
        }

        ImageSize size = ImageSize.Of(module);
        Limit(module, "code", size.CodeBytes, LargestTable);
        Limit(module, "names and string literals", size.TextBytes, LargestTextTable);
        Limit(module, "signatures and array initialisers", size.SignatureBytes, LargestTable);
    }

    private void Check(MethodDefinition method)
    {
        Limit(method, "local variables", method.Body.Variables.Count, MostPerMethod);
        Limit(method, "parameters", method.Parameters.Count + (method.HasThis ? 1 : 0), MostPerMethod);
        Limit(method, "bytes of code", ImageSize.CodeBytesOf(method), LongestMethod);

        int needed = StackDepth.Needed(method);
        int counted = StackDepth.CountedByImageMaker(method);
        Limit(method, "values on the stack", counted, MostPerMethod);
        if (counted + StackTolerance < needed)
        {
            _findings.Add(
                method, Rules.Capacity,
                $"{method.Name} needs {needed} values on the stack and the image maker would count {counted}; take an expression "
                    + "apart");
        }
    }

    private void Limit(TypeDefinition type, string what, int count)
    {
        if (count > MostPerType)
        {
            _findings.Add(type, Rules.Capacity, $"{type.Name} has {count} {what}: the device counts to {MostPerType}");
        }
    }

    private void Limit(MethodDefinition method, string what, int count, int most)
    {
        if (count > most)
        {
            _findings.Add(method, Rules.Capacity, $"{method.Name} has {count} {what}: the device counts to {most}");
        }
    }

    private void Limit(ModuleDefinition module, string what, int bytes, int most)
    {
        if (bytes > most)
        {
            _findings.Add(
                new Place(module.Name, 0), Rules.Capacity,
                $"{bytes} bytes of {what}: an assembly of the device holds at most {most}");
        }
    }
}
