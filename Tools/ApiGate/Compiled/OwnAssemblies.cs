using Mono.Cecil;
using NanoFirmware.ApiGate.Projects;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>The device's other assemblies, so that rules can follow calls and base classes from one into another.</summary>
internal sealed class OwnAssemblies : IAssemblyResolver
{
    // Attributes carry enums of the base library, whose size must be known to read on.
    private readonly DefaultAssemblyResolver _desktop = new();
    private readonly Dictionary<string, AssemblyDefinition> _assemblies = new(StringComparer.Ordinal);

    /// <param name="images">The assemblies; one that is not among <see cref="DeviceProject"/>s does no harm.</param>
    internal OwnAssemblies(IEnumerable<Stream> images)
    {
        foreach (Stream image in images)
        {
            AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(
                image, new ReaderParameters { AssemblyResolver = this });
            _assemblies[assembly.Name.Name] = assembly;
        }
    }

    internal IEnumerable<ModuleDefinition> Modules => _assemblies.Values.Select(assembly => assembly.MainModule);

    public AssemblyDefinition Resolve(AssemblyNameReference name) =>
        _assemblies.GetValueOrDefault(name.Name) ?? _desktop.Resolve(name);

    public AssemblyDefinition Resolve(AssemblyNameReference name, ReaderParameters parameters) => Resolve(name);

    public void Dispose()
    {
        _desktop.Dispose();
        foreach (AssemblyDefinition assembly in _assemblies.Values)
        {
            assembly.Dispose();
        }
    }

    /// <summary>Whether a type is the device's own, in this assembly or another.</summary>
    internal static bool Holds(TypeReference type) =>
        type is TypeDefinition || DeviceProject.IsOwn(type.GetElementType().Scope.Name);

    /// <summary>A type's definition where it is the device's own, else null.</summary>
    internal static TypeDefinition? Find(TypeReference? type) => type is not null && Holds(type) ? type.Resolve() : null;

    internal static FieldDefinition? Find(FieldReference field) => Holds(field.DeclaringType) ? field.Resolve() : null;

    internal static MethodDefinition? Find(MethodReference method) => Holds(method.DeclaringType) ? method.Resolve() : null;
}
