using Mono.Cecil;
using Mono.Cecil.Cil;
using NanoFirmware.ApiGate.Device;
using NanoFirmware.ApiGate.Projects;
using NanoFirmware.ApiGate.Source;

namespace NanoFirmware.ApiGate.Compiled;

/// <summary>Reads a compiled assembly and says what in it the device does not have, does not run or cannot hold.</summary>
public static class CompiledCheck
{
    /// <summary>Checks the assembly that the device's own compiler would make.</summary>
    /// <param name="others">The device's other assemblies that it references.</param>
    /// <param name="allowsAction">Tests hand System.Action to the test framework; the firmware has delegates of its own.</param>
    public static IReadOnlyCollection<Violation> CheckDevice(
        DeviceImage image, IEnumerable<DeviceImage> others, bool allowsAction)
    {
        using var own = new OwnAssemblies(others.Select(other => new MemoryStream(other.Assembly)));
        var parameters = new ReaderParameters { AssemblyResolver = own };
        if (image.Symbols.Length > 0)
        {
            parameters.ReadSymbols = true;
            parameters.SymbolReaderProvider = new PortablePdbReaderProvider();
            parameters.SymbolStream = new MemoryStream(image.Symbols);
        }

        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image.Assembly), parameters);
        var findings = new Findings("");
        Check(module, own, desktop: null, allowsAction, findings);
        CheckLanguage(module, findings);
        new CapacityRules(findings).Check(module);
        return findings.Violations;
    }

    /// <summary>Looks for methods that none of the firmware's assemblies calls.</summary>
    public static IReadOnlyCollection<Violation> CheckUse(IReadOnlyCollection<DeviceImage> firmware) =>
        UnusedRules.Check(firmware);

    /// <summary>How much of the device's tables an assembly takes.</summary>
    public static ImageSize SizeOf(DeviceImage image)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(image.Assembly));
        return ImageSize.Of(module);
    }

    /// <summary>Checks the firmware as the desktop's compiler made it: the same members must have been chosen there.</summary>
    /// <param name="path">The assembly; its symbols are read when they lie beside it, and the device's other assemblies.</param>
    /// <param name="root">The working copy's root; files are named relative to it.</param>
    public static IReadOnlyCollection<Violation> CheckDesktop(string path, string root)
    {
        using var own = new OwnAssemblies(OwnBeside(path).Select(File.OpenRead));
        var parameters = new ReaderParameters
        {
            AssemblyResolver = own, ReadSymbols = true,
            SymbolReaderProvider = new DefaultSymbolReaderProvider(throwIfNoSymbol: false),
        };
        using ModuleDefinition module = ModuleDefinition.ReadModule(path, parameters);
        return CheckDesktop(module, own, root);
    }

    /// <summary>The same for an assembly in memory, which has no lines.</summary>
    public static IReadOnlyCollection<Violation> CheckDesktop(byte[] assembly)
    {
        using ModuleDefinition module = ModuleDefinition.ReadModule(new MemoryStream(assembly));
        using var none = new OwnAssemblies([]);
        return CheckDesktop(module, none, root: "");
    }

    private static IEnumerable<string> OwnBeside(string path)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        return DeviceProject.All.Select(project => Path.Combine(folder, project.Assembly + ".dll"))
            .Where(file => File.Exists(file) && file != Path.GetFullPath(path));
    }

    private static IReadOnlyCollection<Violation> CheckDesktop(ModuleDefinition module, OwnAssemblies own, string root)
    {
        var findings = new Findings(root);
        Check(module, own, new DesktopLowering(DeviceApi.Instance, module), allowsAction: false, findings);
        return findings.Violations;
    }

    private static void Check(
        ModuleDefinition module, OwnAssemblies own, DesktopLowering? desktop, bool allowsAction, Findings findings)
    {
        var references = new ReferenceRules(DeviceApi.Instance, desktop, findings);
        var structures = new StructureRules(findings);
        var attributes = new AttributeRules(references, desktop is not null, findings);
        var instructions = new InstructionRules(references, findings);
        var initialisations = new InitialisationRules(own.Modules.Prepend(module), findings);
        var hiding = new HidingRules(DeviceApi.Instance, findings);
        foreach (TypeDefinition type in module.GetTypes())
        {
            structures.Check(type);
            attributes.Check(type);
            CheckSignatures(type, references);
            initialisations.Check(type);
            hiding.Check(type);
            foreach (MethodDefinition method in type.Methods.Where(method => method.HasBody))
            {
                instructions.Check(method);
            }
        }

        if (!allowsAction)
        {
            CheckAction(module, findings);
        }
    }

    // The desktop's compiler sets this mark for its own runtime's sake, whatever the language.
    private static void CheckLanguage(ModuleDefinition module, Findings findings)
    {
        if (module.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "RefSafetyRulesAttribute"))
        {
            findings.Add(
                new Place(module.Name, 0), Rules.LanguageVersion,
                "compiled with a language version above 10: its RefSafetyRulesAttribute shifts the attribute table on the "
                    + "device");
        }
    }

    private static void CheckSignatures(TypeDefinition type, ReferenceRules references)
    {
        references.Check(type.BaseType, Place.Of(type));
        foreach (InterfaceImplementation made in type.Interfaces)
        {
            references.Check(made.InterfaceType, Place.Of(type));
        }

        foreach (FieldDefinition field in type.Fields)
        {
            references.Check(field.FieldType, Place.Of(type));
        }

        foreach (MethodDefinition method in type.Methods)
        {
            references.Check(method.ReturnType, Place.Of(method));
            foreach (ParameterDefinition parameter in method.Parameters)
            {
                references.Check(parameter.ParameterType, Place.Of(method));
            }
        }
    }

    private static void CheckAction(ModuleDefinition module, Findings findings)
    {
        foreach (MethodDefinition method in module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody))
        {
            foreach (Instruction instruction in method.Body.Instructions)
            {
                if (instruction.Operand is MethodReference { DeclaringType.FullName: "System.Action" })
                {
                    findings.Add(
                        method, instruction, Rules.Delegate,
                        "System.Action is for the test framework; declare a delegate that says what it is");
                }
            }
        }
    }
}
