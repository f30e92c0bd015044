using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoFirmware.ApiGate.Source;

/// <summary>
/// Which sources some others need: those that declare a type by a name that these contain, and in turn what those need. By name alone, so
/// rather too many than too few.
/// </summary>
public static class SourceClosure
{
    /// <summary>Those of <paramref name="library"/> that <paramref name="users"/> need, in the library's order.</summary>
    public static IReadOnlyList<SourceFile> Needed(IReadOnlyList<SourceFile> library, IReadOnlyList<SourceFile> users)
    {
        Dictionary<SourceFile, SyntaxNode> trees = library.Concat(users).Distinct().ToDictionary(file => file, Root);
        ILookup<string, SourceFile> declaring = library
            .SelectMany(file => Declared(trees[file]).Select(name => (name, file))).ToLookup(each => each.name, each => each.file);
        var needed = new HashSet<SourceFile>();
        var open = new Queue<SourceFile>(users);
        while (open.TryDequeue(out SourceFile? user))
        {
            foreach (SourceFile file in Named(trees[user]).SelectMany(name => declaring[name]).Where(needed.Add))
            {
                open.Enqueue(file);
            }
        }

        return [.. library.Where(needed.Contains)];
    }

    private static SyntaxNode Root(SourceFile file) => CSharpSyntaxTree.ParseText(file.Text).GetRoot();

    private static IEnumerable<string> Declared(SyntaxNode root) => root.DescendantNodes().Select(node => node switch
    {
        BaseTypeDeclarationSyntax type => type.Identifier.ValueText,
        DelegateDeclarationSyntax type => type.Identifier.ValueText,
        _ => null,
    }).OfType<string>();

    private static IEnumerable<string> Named(SyntaxNode root) =>
        root.DescendantTokens().Where(token => token.IsKind(SyntaxKind.IdentifierToken)).Select(token => token.ValueText).Distinct();
}
