using NanoFirmware.Rendering.Patterns;

namespace NanoFirmware.Rendering;

/// <summary>The patterns that can be chosen. Each channel makes its own set, so that two channels share no state.</summary>
internal static class PatternCatalog
{
    /// <summary>Names by index, as the REST API gives them.</summary>
    public static readonly string[] Names = NamesOf(Create());

    /// <summary>One fresh instance of every pattern, in the order of <see cref="Names"/>.</summary>
    public static Pattern[] Create() => new Pattern[]
    {
        new SpectrumPattern(),
        new PulsePattern(),
        new FlowPattern(),
        new SolidPattern(),
    };

    private static string[] NamesOf(Pattern[] patterns)
    {
        var names = new string[patterns.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = patterns[i].Name;
        }

        return names;
    }
}
