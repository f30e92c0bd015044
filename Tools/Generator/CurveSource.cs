using System.Text;

namespace NanoFirmware.Generator;

/// <summary>Makes the curves that patterns look up.</summary>
public static class CurveSource
{
    private const int Steps = 256;
    private const int PerLine = 32;

    /// <summary>The C# source of <c>Curves</c>.</summary>
    public static string Write()
    {
        var source = new StringBuilder();
        source.Append("// Made by Tools/Generator/CurveSource.cs: dotnet run --project Tools/Generator\n");
        source.Append("namespace NanoFirmware.Rendering;\n\n");
        source.Append("/// <summary>Curves that patterns look up.</summary>\n");
        source.Append("internal static class Curves\n{\n");
        source.Append("    /// <summary>A sine in 256 steps: 128 at 0, 255 at 64, 128 at 128, 0 at 192.</summary>\n");
        source.Append("    public static readonly byte[] Sine =\n    {\n");
        foreach (int[] line in Enumerable.Range(0, Steps).Select(Sine).Chunk(PerLine))
        {
            source.Append("        ").AppendJoin(", ", line).Append(",\n");
        }

        return source.Append("    };\n}\n").ToString();
    }

    private static int Sine(int step) =>
        (int)Math.Clamp(Math.Round(128 + (127.5 * Math.Sin(step * 2 * Math.PI / Steps))), 0, 255);
}
