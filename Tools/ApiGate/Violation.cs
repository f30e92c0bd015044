namespace NanoFirmware.ApiGate;

/// <summary>One thing that would not build or not run on the device.</summary>
/// <param name="File">Path relative to the repository's root, or the assembly's name when no source line is known.</param>
/// <param name="Line">One-based line; 0 when no line is known.</param>
/// <param name="Rule">Short name of the rule.</param>
/// <param name="Sentence">What is wrong and what to do.</param>
public sealed record Violation(string File, int Line, string Rule, string Sentence)
{
    public override string ToString() => $"{File}:{Line} {Rule}: {Sentence}";
}
