using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace NanoFirmware.ApiGate.Source;

/// <summary>
/// How all sources are written, the tools' too: one question in a choice, one variable in a declaration, lines of 130 columns,
/// methods of 70 lines, and assertions that say what is wrong. What a generator writes is its own.
/// </summary>
public static class HabitRules
{
    private const int Columns = 130;
    private const int MethodLines = 70;

    private static readonly CSharpParseOptions Parsing = new(LanguageVersion.Preview, DocumentationMode.None);
    private static readonly string[] Truths = ["IsTrue", "IsFalse"];

    /// <summary>Checks each file by itself; nothing is compiled.</summary>
    public static IEnumerable<Violation> Check(IEnumerable<SourceFile> sources) =>
        sources.Where(source => !source.Path.EndsWith(".g.cs", StringComparison.Ordinal)).SelectMany(Check);

    private static IEnumerable<Violation> Check(SourceFile source)
    {
        SyntaxTree tree = CSharpSyntaxTree.ParseText(SourceText.From(source.Text), Parsing, source.Path);
        SyntaxNode root = tree.GetRoot();
        return Lines(root, tree.GetText()).Concat(root.DescendantNodes().SelectMany(Judge))
            .Select(found => new Violation(source.Path, found.Line, found.Rule, found.Sentence));
    }

    private static IEnumerable<Finding> Judge(SyntaxNode node) => node switch
    {
        ConditionalExpressionSyntax choice when IsWithinAnother(choice) =>
            [At(choice, Rules.NestedChoice, "a choice within a choice: give one a name, or use a switch")],
        VariableDeclarationSyntax { Variables.Count: > 1, Parent: not ForStatementSyntax } several =>
            [At(several, Rules.Declaration, "several variables in a declaration: one each")],
        InvocationExpressionSyntax { ArgumentList.Arguments.Count: 1 } call when IsTruth(call.Expression) =>
            [At(call, Rules.BareTruth, "an assertion that says nothing when it fails: say what is wrong then")],
        BaseMethodDeclarationSyntax { Body: { } body } method when LinesOf(body) > MethodLines =>
            [At(method, Rules.LongMethod, $"{LinesOf(body)} lines in a method, {MethodLines} are the most: take it apart")],
        _ => [],
    };

    // Arguments and lambdas are places of their own.
    private static bool IsWithinAnother(ConditionalExpressionSyntax choice) =>
        choice.Ancestors().TakeWhile(
            outer => outer is not (ArgumentSyntax or LambdaExpressionSyntax or StatementSyntax or InterpolationSyntax))
            .Any(outer => outer is ConditionalExpressionSyntax);

    private static bool IsTruth(ExpressionSyntax called) =>
        called is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax { Identifier.ValueText: "Assert" } } member
        && Truths.Contains(member.Name.Identifier.ValueText);

    private static int LinesOf(BlockSyntax body)
    {
        FileLinePositionSpan span = body.GetLocation().GetLineSpan();
        return span.EndLinePosition.Line - span.StartLinePosition.Line - 1;
    }

    // A text that is quoted as it stands, a document or a script, may be as long as it is.
    private static IEnumerable<Finding> Lines(SyntaxNode root, SourceText text) =>
        from line in text.Lines
        where line.End - line.Start > Columns && !IsQuoted(root.FindToken(line.Start + Columns, findInsideTrivia: false))
        select new Finding(line.LineNumber + 1, Rules.LongLine, $"{line.End - line.Start} columns, {Columns} are the most");

    private static bool IsQuoted(SyntaxToken token)
    {
        // What closes behind it belongs to it.
        while (token.Text is ")" or "," or ";" or "]")
        {
            token = token.GetPreviousToken();
        }

        return token.Kind() is SyntaxKind.SingleLineRawStringLiteralToken or SyntaxKind.MultiLineRawStringLiteralToken
                or SyntaxKind.InterpolatedRawStringEndToken
            || token.Text.StartsWith('@')
            || token.Parent?.AncestorsAndSelf().OfType<InterpolatedStringExpressionSyntax>()
                .Any(whole => whole.StringStartToken.Kind() is not SyntaxKind.InterpolatedStringStartToken) == true;
    }

    private static Finding At(SyntaxNode node, string rule, string sentence) =>
        new(node.GetLocation().GetLineSpan().StartLinePosition.Line + 1, rule, sentence);

    private sealed record Finding(int Line, string Rule, string Sentence);
}
