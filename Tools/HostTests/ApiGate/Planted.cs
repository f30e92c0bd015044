using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.VisualStudio.TestTools.UnitTesting;
using NanoFirmware.ApiGate;
using NanoFirmware.ApiGate.Compiled;
using NanoFirmware.ApiGate.Device;
using NanoFirmware.ApiGate.Source;
using NanoFirmware.ApiGate.Stubs;

namespace NanoFirmware.HostTests.ApiGate;

/// <summary>
/// Small sources, compiled in memory as the device's compiler or the desktop's would, and what the gate says of them.
/// </summary>
internal static class Planted
{
    internal const string Path = "Firmware/Planted.cs";

    private static readonly string[] AllAssemblies = DeviceApi.Instance.Lists.Select(list => list.Assembly).ToArray();

    private static readonly Lazy<MetadataReference[]> DesktopAssemblies = new(() =>
        ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(System.IO.Path.PathSeparator)
        .Where(path => System.IO.Path.GetFileName(path).StartsWith("System.", StringComparison.Ordinal))
        .Select(path => (MetadataReference)MetadataReference.CreateFromFile(path)).ToArray());

    /// <summary>Compiles against the device's assemblies.</summary>
    internal static SourceResult Source(string code, params string[] references) =>
        SourceCheck.Compile(
            "Planted", new[] { new SourceFile(Path, code) }, references.Length == 0 ? AllAssemblies : references,
            isProgram: false);

    /// <summary>What the gate finds in code that the device's compiler takes.</summary>
    internal static IReadOnlyCollection<Violation> OnDevice(string code, bool allowsAction = false)
    {
        SourceResult result = Source(code);
        Assert.IsNotNull(result.Image, string.Join(Environment.NewLine, result.Violations));
        return CompiledCheck.CheckDevice(result.Image, [], allowsAction);
    }

    /// <summary>What the gate finds in code that the desktop's compiler takes.</summary>
    internal static IReadOnlyCollection<Violation> OnDesktop(string code, LanguageVersion language = LanguageVersion.Latest) =>
        CompiledCheck.CheckDesktop(Emit(code, language, DesktopAssemblies.Value));

    /// <summary>What the gate finds in code that a newer compiler makes for the device.</summary>
    internal static IReadOnlyCollection<Violation> OnDevice(string code, LanguageVersion language) =>
        CompiledCheck.CheckDevice(
            new DeviceImage("Planted", Emit(code, language, StubSet.References.Values), Array.Empty<byte>()), [],
            allowsAction: false);

    private static byte[] Emit(string code, LanguageVersion language, IEnumerable<MetadataReference> references)
    {
        using var image = new MemoryStream();
        var result = CSharpCompilation.Create(
            "Planted", new[] { CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(language)) }, references,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary, optimizationLevel: OptimizationLevel.Release, allowUnsafe: true))
            .Emit(image);
        Assert.IsTrue(result.Success, string.Join(Environment.NewLine, result.Diagnostics));
        return image.ToArray();
    }
}
