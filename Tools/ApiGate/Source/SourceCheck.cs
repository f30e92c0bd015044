using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Emit;
using Microsoft.CodeAnalysis.Text;
using NanoFirmware.ApiGate.Stubs;

namespace NanoFirmware.ApiGate.Source;

/// <summary>
/// An assembly compiled against the stubs, with its symbols; what the device's own build would put into its image.
/// </summary>
/// <param name="Symbols">A portable symbol file; empty when there is none, and findings then carry no lines.</param>
public sealed record DeviceImage(string Name, byte[] Assembly, byte[] Symbols);

/// <summary>What the compiler said, and the image when it was content.</summary>
/// <param name="Compilation">For others to reference.</param>
public sealed record SourceResult(IReadOnlyList<Violation> Violations, DeviceImage? Image, Compilation Compilation);

/// <summary>Compiles sources as the device's build does: C# 10, the device's assemblies and nothing else.</summary>
public static class SourceCheck
{
    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.CSharp10, DocumentationMode.Parse);

    /// <summary>
    /// Compiles the sources against the stubs of the named assemblies. Warnings count: the device's build must be quiet too.
    /// </summary>
    /// <param name="references">Assembly names; a name that no list carries is a violation.</param>
    /// <param name="isProgram">Whether the sources must hold an entry point.</param>
    /// <param name="own">The device's own assemblies that it references, compiled before.</param>
    public static SourceResult Compile(
        string name, IEnumerable<SourceFile> sources, IEnumerable<string> references, bool isProgram,
        IEnumerable<Compilation>? own = null)
    {
        var violations = new List<Violation>();
        var trees = new List<SyntaxTree>();
        foreach (SourceFile source in sources)
        {
            SyntaxTree tree = CSharpSyntaxTree.ParseText(
                SourceText.From(source.Text, System.Text.Encoding.UTF8), Parsing, source.Path);
            trees.Add(tree);
            violations.AddRange(Conditionals(tree));
            violations.AddRange(Volatiles(tree));
        }

        violations.AddRange(EncodingRules.Check(trees));

        CSharpCompilation compilation = CSharpCompilation.Create(
            name, trees, [.. References(name, references, violations), .. (own ?? []).Select(each => each.ToMetadataReference())],
            new CSharpCompilationOptions(
                isProgram ? OutputKind.ConsoleApplication : OutputKind.DynamicallyLinkedLibrary,
                optimizationLevel: OptimizationLevel.Release, checkOverflow: false, warningLevel: 4, deterministic: true));

        using var assembly = new MemoryStream();
        using var symbols = new MemoryStream();
        EmitResult result = compilation.Emit(
            assembly, symbols, options: new EmitOptions(debugInformationFormat: DebugInformationFormat.PortablePdb));
        violations.AddRange(Report(name, result.Diagnostics));
        return new SourceResult(
            violations, result.Success ? new DeviceImage(name, assembly.ToArray(), symbols.ToArray()) : null, compilation);
    }

    private static List<MetadataReference> References(string name, IEnumerable<string> names, List<Violation> violations)
    {
        var references = new List<MetadataReference>();
        foreach (string reference in names.Prepend("mscorlib").Distinct())
        {
            if (StubSet.References.TryGetValue(reference, out MetadataReference? found))
            {
                references.Add(found);
            }
            else
            {
                violations.Add(
                    new Violation(
                        name, 0, Rules.Compiler, $"no list holds the assembly {reference}; add its list, or drop the reference"));
            }
        }

        return references;
    }

    private static IEnumerable<Violation> Report(string name, ImmutableArray<Diagnostic> diagnostics) =>
        from diagnostic in diagnostics
        where diagnostic.Severity is DiagnosticSeverity.Error or DiagnosticSeverity.Warning && !diagnostic.IsSuppressed
        let place = diagnostic.Location.GetLineSpan()
        let hasLine = diagnostic.Location.IsInSource
        select new Violation(
            hasLine ? place.Path : name, hasLine ? place.StartLinePosition.Line + 1 : 0, Rules.Compiler,
            $"{diagnostic.Id} {diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture)}{Hint(diagnostic.Id)}");

    private static string Hint(string id) =>
        id == "CS1739" ? " (the names that are known stand in Tools/ApiGate/Facts)" : "";

    // Both compilers must see the same text.
    private static IEnumerable<Violation> Conditionals(SyntaxTree tree) =>
        from trivia in tree.GetRoot().DescendantTrivia()
        where trivia.GetStructure() is IfDirectiveTriviaSyntax
        select new Violation(
            tree.FilePath, LineOf(trivia.GetLocation()), Rules.OneFirmware, "the firmware does not know where it runs: no #if");

    // The compiler refuses the modifier without saying where it stands.
    private static IEnumerable<Violation> Volatiles(SyntaxTree tree) =>
        from token in tree.GetRoot().DescendantTokens()
        where token.IsKind(SyntaxKind.VolatileKeyword)
        select new Violation(
            tree.FilePath, LineOf(token.GetLocation()), Rules.Volatile,
            "volatile needs IsVolatile, which the device's core library lacks");

    private static int LineOf(Location location) => location.GetLineSpan().StartLinePosition.Line + 1;
}
