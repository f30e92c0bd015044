using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoFirmware.ApiGate.Source;

/// <summary>Which folder may know which: a name that is declared in a folder that its user may not know is a violation.</summary>
public static class ArrowRules
{
    private const string Entry = "Firmware";
    private const string Tests = "Firmware.Tests";

    private static readonly Dictionary<string, string[]> Known = new(StringComparer.Ordinal)
    {
        ["Ears"] = [],
        ["Ears/Control"] = ["Ears"],
        ["Ears/Audio"] = ["Ears", "Ears/Control"],
        ["Patterns/Layout"] = [],
        ["Patterns/Drawing"] = ["Ears", "Ears/Control", "Ears/Audio", "Patterns/Layout"],
        ["Patterns/Lines"] = ["Ears", "Ears/Audio", "Patterns/Drawing"],
        ["Patterns/Grids"] = ["Ears", "Ears/Audio", "Patterns/Drawing", "Patterns/Layout"],
        ["Patterns"] = ["Patterns/Drawing", "Patterns/Grids", "Patterns/Lines"],
        ["Show/Outputs"] = ["Ears", "Ears/Control", "Patterns/Drawing"],
        ["Show/Rendering"] =
            ["Ears", "Ears/Control", "Ears/Audio", "Patterns", "Patterns/Drawing", "Patterns/Layout", "Show/Outputs"],
        ["Sensors"] = ["Ears", "Ears/Control", "Ears/Audio"],
        ["Show/Panels"] =
            ["Ears", "Ears/Control", "Ears/Audio", "Patterns/Drawing", "Patterns/Layout", "Show/Outputs", "Show/Rendering"],
        ["Device/Drive"] = [],
        ["Device/Documents"] = [],
        ["Device/Network"] = ["Device/Documents", "Device/Drive"],
        ["Device/Live"] = ["Device/Network"],
        ["Device/Discovery"] = ["Device/Live", "Device/Network"],
        ["Device/Panels"] = ["Device/Documents"],
        ["Device/Storage"] = ["Device/Documents", "Device/Drive", "Device/Network", "Device/Panels"],
        ["Device"] = ["Device/Discovery", "Device/Documents", "Device/Live", "Device/Network", "Device/Panels", "Device/Storage"],
        ["Device/Health"] = ["Device", "Device/Network", "Device/Storage"],
        ["Jam"] =
            ["Device", "Device/Documents", "Device/Live", "Device/Network", "Device/Storage"],
        ["Looks"] = ["Device", "Device/Documents", "Device/Storage"],
        ["Mqtt"] =
            ["Device", "Device/Documents", "Device/Drive", "Device/Health", "Device/Network", "Device/Storage"],
        ["Web"] =
            ["Device", "Device/Discovery", "Device/Documents", "Device/Drive", "Device/Health", "Device/Live", "Device/Network",
                "Device/Panels", "Device/Storage", "Jam", "Looks", "Mqtt", "Site"],
    };

    /// <summary>Checks every name in the sources of one assembly.</summary>
    /// <param name="compilation">Compiled with references to the others' compilations, so that it is known where their types
    /// stand.</param>
    public static IEnumerable<Violation> Check(Compilation compilation) =>
        compilation.SyntaxTrees.SelectMany(tree => Check(tree, compilation.GetSemanticModel(tree))).Distinct();

    /// <summary>The folder that counts: the assembly's, and the first one in it.</summary>
    internal static string FolderOf(string source)
    {
        string[] parts = source.Split('/');
        bool isEntry = parts.Length < 3 || parts[0] == Tests;
        return isEntry ? parts[0] : string.Join('/', parts[1..^1].Take(2));
    }

    private static IEnumerable<Violation> Check(SyntaxTree tree, SemanticModel model)
    {
        string user = FolderOf(tree.FilePath);
        return
            from name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>()
            let used = DeclaredIn(model.GetSymbolInfo(name).Symbol)
            where used is not null && !MayKnow(user, used)
            select new Violation(
                tree.FilePath, name.GetLocation().GetLineSpan().StartLinePosition.Line + 1, Rules.Arrow,
                $"{name.Identifier.ValueText} stands in {used}, which {user} may not know; see the table in "
                    + "docs/architecture.md");
    }

    private static bool MayKnow(string user, string used) =>
        used == user
        || (user is Entry or Tests && used != Entry)
        || (Known.TryGetValue(user, out string[]? known) && known.Contains(used))
        || (IsAroundTheShow(user) && !IsAroundTheShow(used) && used is not (Entry or Tests));

    private static bool IsAroundTheShow(string folder) =>
        folder is "Web" or "Looks" or "Jam" or "Mqtt" or "Site" || folder.StartsWith("Device", StringComparison.Ordinal);

    private static string? DeclaredIn(ISymbol? symbol)
    {
        ISymbol? type = symbol is INamedTypeSymbol ? symbol : symbol?.ContainingType;
        return type?.OriginalDefinition.DeclaringSyntaxReferences.FirstOrDefault() is { } declaration
            ? FolderOf(declaration.SyntaxTree.FilePath)
            : null;
    }
}
