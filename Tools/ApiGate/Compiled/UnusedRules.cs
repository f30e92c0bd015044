using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>
/// A method that no code of the firmware reaches takes room on the device for nothing; what only tests want, tests can have
/// otherwise.
/// </summary>
internal static class UnusedRules
{
    /// <summary>Looks through all assemblies of the firmware together, tests left out.</summary>
    internal static IReadOnlyCollection<Violation> Check(IReadOnlyCollection<DeviceImage> firmware)
    {
        var findings = new Findings("");
        ModuleDefinition[] modules = [.. firmware.Select(Read)];
        HashSet<string> used = [.. modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods)
            .Where(method => method.HasBody).SelectMany(Named)];
        foreach (MethodDefinition method in modules.SelectMany(module => module.GetTypes()).SelectMany(type => type.Methods))
        {
            if (!IsReachedOtherwise(method) && !used.Contains(method.FullName))
            {
                findings.Add(
                    method, Rules.Unused,
                    $"no code of the firmware calls {method.DeclaringType.Name}.{method.Name}; it takes room on the device for "
                        + "nothing");
            }
        }

        return findings.Violations;
    }

    // A virtual method by a call of its slot; a static constructor, the entry and a delegate's members by the runtime.
    private static bool IsReachedOtherwise(MethodDefinition method) =>
        method.IsVirtual || !method.HasBody || method.Name == ".cctor" || method == method.Module.EntryPoint
        || method is { Name: ".ctor", Parameters.Count: 0 };

    private static IEnumerable<string> Named(MethodDefinition method) =>
        method.Body.Instructions.Select(instruction => instruction.Operand).OfType<MethodReference>()
            .Where(called => called.FullName != method.FullName).Select(called => called.FullName);

    private static ModuleDefinition Read(DeviceImage image)
    {
        var parameters = new ReaderParameters();
        if (image.Symbols.Length > 0)
        {
            parameters.ReadSymbols = true;
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
            parameters.SymbolStream = new MemoryStream(image.Symbols);
        }

        return ModuleDefinition.ReadModule(new MemoryStream(image.Assembly), parameters);
    }
}
