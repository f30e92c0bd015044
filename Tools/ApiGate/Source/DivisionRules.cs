using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace NanoFirmware.ApiGate.Source;

/// <summary>
/// A float divided by zero throws on the device, where a PC goes on with infinity. So a divisor is a number that is not zero, or
/// its method is on the list of those whose divisors were thought about.
/// </summary>
public static class DivisionRules
{
    // Method and divisor, and why it is never zero.
    private static readonly Dictionary<string, string> Known = new(StringComparer.Ordinal)
    {
        ["Sun.EventS / even"] = "asked before",
        ["NoveltyMeter.Rise / (least + usual)"] = "the power is above its floor there, and the least no less than that",
        ["NoveltyMeter.Rise / (held + usual)"] = "the power is above its floor there, and what was held is no less than that",
        ["GainControl.Follow / envelope"] = "never below FloorPower",
        ["BeatTracker.Judge / (1 + Math.Exp(-_search.Odds - EvenOdds))"] = "one and more",
        ["BeatTracker.Track / clock.Period"] = "16 hops and more",
        ["BeatSearch.IsOwn / _ownPeriod"] = "set from the clock's before it is asked",
        ["BeatSearch.IsOwn / period"] = "8 frames and more",
        ["BeatRater.Begin / (history.MeanLow + 1f)"] = "a mean of bytes is not negative",
        ["BeatRater.Begin / (history.MeanMid + 1f)"] = "a mean of bytes is not negative",
        ["BeatRater.Begin / (history.MeanHigh + 1f)"] = "a mean of bytes is not negative",
        ["BeatRater.Begin / (history.MeanLow + history.MeanMid + history.MeanHigh + 3f)"] = "means of bytes are not negative",
        ["BeatRater.Begin / spread"] = "asked before",
        ["BeatRater.Fold / period"] = "8 frames and more",
        ["BeatRater.Describe / period"] = "8 frames and more",
        ["BeatRater.Describe / (beats - odd)"] = "beats are one at least, odd ones at most half of them",
        ["BeatRater.Describe / odd"] = "asked before",
        ["BeatRater.Describe / beats"] = "one at least",
        ["BeatRater.PutEighths / beats"] = "one at least",
        ["BeatRater.PutTriplets / beats"] = "one at least",
        ["BeatRater.Squeezed / (ratio + RatioHalf)"] = "a ratio is not negative",
        ["BeatRater.PutThirds / ThirdOf(beats, i)"] = "one at least",
        ["BeatRater.PutThirds / ones"] = "one at least",
        ["BeatRater.PutThirds / others"] = "asked before",
        ["BarMeter.Add / (bars + 1f)"] = "a count",
        ["BarMeter.Add / ((bars * means.Length) + 1f)"] = "a count",
        ["BarMeter.Judge / variance"] = "a mean of squares and something",
        ["BarMeter.Judge / (_noise + LeastVariance)"] = "a mean of squares and something",
        ["BarTracker.Look / (_usualChange + LeastChange)"] = "a mean of what is not negative",
        ["BarTracker.Ratio / (mean + mean + 1f)"] = "a mean of bytes is not negative",
        ["BarTracker.Change / energies[i]"] = "asked before",
        ["BarTracker.Decide / (bar.Lead + LeadOfHalf)"] = "a lead is a square over what is not negative",
        ["OnsetClassifier.Weigh / _loudest"] = "one at least",
        ["OnsetDetector.Weigh / ofThree"] = "what stands out of the echo is above the least, and no novelty is negative",
        ["BeatRater.PeakAt / (float)sum"] = "asked before",
        ["BeatEvidence.OnBeats / period"] = "16 hops and more",
        ["BeatClock.CountInterval / _intervals"] = "asked before",
        ["BeatTracker.Judge / _clock.MeanPeriod"] = "near the period, which is 16 hops and more",
        ["BeatClock.LeanTo / (float)weight"] = "asked before",
        ["LagCorrelator.PeakNear / sum"] = "asked before",
        ["PeriodFinder.Rate / count"] = "every lag is below LongestLag, so one multiple counts",
        ["PeriodFinder.Found / weight"] = "one and more after the first turn, which is always taken",
    };

    /// <summary>Checks every division in the sources of one assembly.</summary>
    public static IEnumerable<Violation> Check(Compilation compilation) =>
        compilation.SyntaxTrees.Where(tree => tree.FilePath.StartsWith("Firmware/", StringComparison.Ordinal))
            .SelectMany(tree => Check(tree, compilation.GetSemanticModel(tree)));

    private static IEnumerable<Violation> Check(SyntaxTree tree, SemanticModel model) =>
        from division in tree.GetRoot().DescendantNodes()
        where division.IsKind(SyntaxKind.DivideExpression) || division.IsKind(SyntaxKind.DivideAssignmentExpression)
        where model.GetTypeInfo(division).Type is { SpecialType: SpecialType.System_Single or SpecialType.System_Double }
        let divisor = DivisorOf(division)
        where !IsNumberButZero(model.GetConstantValue(divisor)) && !Known.ContainsKey($"{MethodOf(division)} / {divisor}")
        select new Violation(
            tree.FilePath, division.GetLocation().GetLineSpan().StartLinePosition.Line + 1, Rules.Division,
            $"a float divided by zero throws on the device: show that {divisor} never is in DivisionRules ({MethodOf(division)} "
                + $"/ {divisor}), or ask before");

    private static ExpressionSyntax DivisorOf(SyntaxNode division) =>
        division is AssignmentExpressionSyntax assignment ? assignment.Right : ((BinaryExpressionSyntax)division).Right;

    private static bool IsNumberButZero(Optional<object?> constant) =>
        constant is { HasValue: true, Value: IConvertible number }
            && number.ToDouble(System.Globalization.CultureInfo.InvariantCulture) != 0;

    private static string MethodOf(SyntaxNode node)
    {
        string type = node.FirstAncestorOrSelf<TypeDeclarationSyntax>()?.Identifier.ValueText ?? "";
        string member = node.FirstAncestorOrSelf<MethodDeclarationSyntax>()?.Identifier.ValueText ?? "";
        return $"{type}.{member}";
    }
}
