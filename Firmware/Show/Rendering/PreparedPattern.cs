namespace NanoFirmware.Rendering;

/// <summary>A pattern that waits to be taken at a frame's boundary, with the ranges of its parameters.</summary>
internal sealed class PreparedPattern
{
    public PreparedPattern(int index)
    {
        Index = index;
        Pattern = PatternCatalog.Create(index);
        Parameters = PatternParameter.Read(Pattern.Parameters);
    }

    public readonly int Index;

    public readonly Pattern Pattern;

    public readonly PatternParameter[] Parameters;
}
