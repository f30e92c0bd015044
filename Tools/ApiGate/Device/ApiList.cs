using System.Text.RegularExpressions;

namespace NanoFirmware.ApiGate.Device;

/// <summary>One list: an assembly of the device and its public and protected members.</summary>
/// <param name="Assembly">Assembly name as the compiler sees it, for example <c>System.Net.Http</c>.</param>
/// <param name="Package">Id of the package that brings it.</param>
/// <param name="Version">Version of that package.</param>
public sealed partial record ApiList(string Assembly, string Package, string Version, IReadOnlyList<ApiType> Types)
{
    /// <summary>Reads a list.</summary>
    /// <exception cref="FormatException">A line is none of header, T, M, F or comment.</exception>
    public static ApiList Parse(TextReader reader)
    {
        Match header = Header().Match(reader.ReadLine() ?? "");
        if (!header.Success)
        {
            throw new FormatException("A list begins with '# assembly NAME; package ID VERSION'.");
        }

        string assembly = header.Groups[1].Value;
        var types = new List<ApiType>();
        while (reader.ReadLine() is { } line)
        {
            switch (line.Split(' ', 2))
            {
                case ["T", var rest]:
                    types.Add(ParseType(rest, assembly));
                    break;
                case ["M", var rest]:
                    types[^1].Methods.Add(ParseMethod(rest));
                    break;
                case ["F", var rest]:
                    types[^1].Fields.Add(ParseField(rest));
                    break;
                case ["#", ..]:
                    break;
                default:
                    throw new FormatException($"The list of {assembly} has a line that is no type, method or field: {line}");
            }
        }

        return new ApiList(assembly, header.Groups[2].Value, header.Groups[3].Value, types);
    }

    private static ApiType ParseType(string text, string assembly)
    {
        string[] halves = text.Split(" : ", 2);
        string[] words = halves[0].Split(' ');
        string[] bases = halves.Length > 1 ? halves[1].Split(", ") : [];
        return new ApiType(words[^1], assembly, Enum.Parse<ApiKind>(words[^2], ignoreCase: true), words[..^2], bases);
    }

    private static ApiMethod ParseMethod(string text)
    {
        string flag = text.Split(' ', 2)[0];
        string signature = flag is "static" or "virtual" or "abstract" ? text[(flag.Length + 1)..] : text;
        Match match = MethodSignature().Match(signature);
        string[] parameters = match.Groups[4].Length == 0 ? [] : match.Groups[4].Value.Split(',');
        return new ApiMethod(
            signature, match.Groups[1].Value, match.Groups[2].Value, match.Groups[3].Value, parameters,
            flag == "static", flag is "virtual" or "abstract", flag == "abstract");
    }

    private static ApiField ParseField(string text)
    {
        bool isStatic = text.StartsWith("static ", StringComparison.Ordinal);
        string[] halves = (isStatic ? text[7..] : text).Split(" = ", 2);
        string[] words = halves[0].Split(' ', 2);
        string[] names = words[1].Split("::");
        return new ApiField(halves[0], words[0], names[0], names[1], isStatic, halves.Length > 1 ? halves[1] : null);
    }

    [GeneratedRegex(@"^# assembly (\S+); package (\S+) (\S+)$")]
    private static partial Regex Header();

    [GeneratedRegex(@"^(\S+) (\S+)::([^(]+)\(([^)]*)\)$")]
    private static partial Regex MethodSignature();
}
