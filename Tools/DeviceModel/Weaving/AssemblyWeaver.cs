using Mono.Cecil;
using NanoFirmware.DeviceModel.Costs;

namespace NanoFirmware.DeviceModel.Weaving;

/// <summary>
/// Rewrites a copy of an assembly so that it spends the chip's time: every basic block charges its instructions, every
/// call its own cost, every allocation is noted, and threads, events and clocks are the model's.
/// </summary>
public sealed class AssemblyWeaver
{
    private readonly CostTable _costs;
    private readonly HashSet<string> _interpreted;
    private readonly string? _removed;
    private readonly Dictionary<int, string>? _owners;

    /// <param name="costs">What everything costs.</param>
    /// <param name="interpreted">Simple names of the assemblies that the interpreter runs; all others are native.</param>
    /// <param name="removed">A safeguard of this assembly to leave out, see <see cref="Safeguards"/>; null for none.</param>
    /// <param name="owners">Takes the method that each segment belongs to, and then the segments note what they spend.</param>
    public AssemblyWeaver(
        CostTable costs, IEnumerable<string> interpreted, string? removed = null, Dictionary<int, string>? owners = null)
    {
        _owners = owners;
        _removed = removed;
        _costs = costs;
        _interpreted = new HashSet<string>(interpreted, StringComparer.Ordinal);
    }

    /// <summary>The woven image of the assembly at <paramref name="path"/>.</summary>
    public byte[] Weave(string path)
    {
        using var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(Path.GetFullPath(path)));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        using AssemblyDefinition assembly = AssemblyDefinition.ReadAssembly(
            path, new ReaderParameters { AssemblyResolver = resolver });

        ModuleDefinition module = assembly.MainModule;
        if (_removed != null)
        {
            Safeguards.Remove(module, _removed);
        }

        var runtime = new RuntimeReferences(module, sharesTime: _owners != null);
        var weaver = new MethodWeaver(_costs, runtime, IsInterpreted, _owners);
        foreach (MethodDefinition method in module.GetTypes().SelectMany(t => t.Methods).Where(m => m.HasBody).ToArray())
        {
            weaver.Weave(method);
        }

        runtime.SubstituteTypes();
        LetTheCompilerOptimise(assembly);
        using var image = new MemoryStream();
        assembly.Write(image);
        return image.ToArray();
    }

    private bool IsInterpreted(MethodReference method)
    {
        TypeReference type = method.DeclaringType.GetElementType();
        return type.Scope is ModuleDefinition || (type.Scope is AssemblyNameReference name && _interpreted.Contains(name.Name));
    }

    private static void LetTheCompilerOptimise(AssemblyDefinition assembly)
    {
        foreach (CustomAttribute attribute in assembly.CustomAttributes
            .Where(a => a.AttributeType.Name == "DebuggableAttribute").ToArray())
        {
            assembly.CustomAttributes.Remove(attribute);
        }
    }
}
