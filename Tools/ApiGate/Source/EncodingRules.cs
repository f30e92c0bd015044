using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoFirmware.ApiGate.Source;

/// <summary>
/// Encoding.UTF8 makes a new object at every read on the device: the firmware reads it once, for a static field.
/// </summary>
internal static class EncodingRules
{
    private const string Firmware = "Firmware/";

    /// <summary>Checks the sources of one assembly.</summary>
    internal static IEnumerable<Violation> Check(IEnumerable<SyntaxTree> trees)
    {
        MemberAccessExpressionSyntax[] reads =
        [
            .. trees.Where(tree => tree.FilePath.StartsWith(Firmware, StringComparison.Ordinal))
                .SelectMany(tree => tree.GetRoot().DescendantNodes().OfType<MemberAccessExpressionSyntax>()).Where(IsUtf8),
        ];
        return reads.Where(read => !MakesStaticField(read)).Concat(reads.Where(MakesStaticField).Skip(1))
            .Select(read => new Violation(
            read.SyntaxTree.FilePath, read.GetLocation().GetLineSpan().StartLinePosition.Line + 1, Rules.Encoding,
            "Encoding.UTF8 makes an object at every read: use TextCode.Utf8, the one static field that keeps it"));
    }

    private static bool IsUtf8(MemberAccessExpressionSyntax access) =>
        access.Name.Identifier.ValueText == "UTF8"
        && (access.Expression is IdentifierNameSyntax { Identifier.ValueText: "Encoding" }
            || access.Expression is MemberAccessExpressionSyntax { Name.Identifier.ValueText: "Encoding" });

    private static bool MakesStaticField(MemberAccessExpressionSyntax read) =>
        read.Parent is EqualsValueClauseSyntax { Parent.Parent.Parent: FieldDeclarationSyntax field }
        && field.Modifiers.Any(SyntaxKind.StaticKeyword) && field.Modifiers.Any(SyntaxKind.ReadOnlyKeyword);
}
